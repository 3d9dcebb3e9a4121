import { Button } from '@mantine/core';
import { IconVirus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DueCaseRow } from '../../../src-shared/contract/queries.ts';
import { DeadlineBadge } from '../../ui/DeadlineBadge.tsx';
import { formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { go, routeToHash } from '../../ui/route.ts';
import styles from './TodayPage.module.css';

/** So many stand on the first page; the rest on their own. */
const SHOWN = 3;

/** Cases of notifiable diseases nobody reported, with the time left; they go away by being reported. */
export function CasesDue({ rows }: { rows: readonly DueCaseRow[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <Panel
      tone={rows.some(({ hoursLeft }) => hoursLeft < 0) ? 'stop' : 'warn'} flush title={<span className={styles.unfinishedTitle}><IconVirus size={18} aria-hidden />{t('surveillance.first.title', { count: rows.length })}</span>}
      beside={rows.length > SHOWN && <Button size="compact-sm" variant="subtle" onClick={() => { go({ page: 'cases' }); }}>{t('surveillance.first.all')}</Button>}
    >
      <ul className={styles.rows} data-testid="cases-waiting">
        {rows.slice(0, SHOWN).map(({ patient, encounterId, diseaseId, deadlineAt, hoursLeft }) => (
          <li key={`${encounterId} ${diseaseId}`} className={styles.draft}>
            <a className={styles.words} href={routeToHash({ page: 'person', id: patient.id })} style={{ color: 'inherit', textDecoration: 'none' }}>
              <span><strong>{patient.fullName}</strong> · {t(`surveillance.diseases.${diseaseId}`)} <DeadlineBadge hoursLeft={hoursLeft} /></span>
              <span className={styles.summary}>{t('surveillance.first.deadline', { at: formatWhen(deadlineAt, t) })}</span>
            </a>
            <Button size="compact-sm" onClick={() => { go({ page: 'caseReport', patientId: patient.id, encounterId }); }}>{t('surveillance.first.report')}</Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
