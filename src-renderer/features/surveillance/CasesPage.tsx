import { Button } from '@mantine/core';
import { IconVirus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DueCaseRow } from '../../../src-shared/contract/queries.ts';
import { useLive } from '../../api/use-live.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { DeadlineBadge } from '../../ui/DeadlineBadge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import styles from '../../ui/FollowedList.module.css';
import { FOLLOWED_ROW_PX, FollowedPerson } from '../../ui/FollowedPerson.tsx';
import { formatDate, formatWhen } from '../../ui/format.ts';
import { go } from '../../ui/route.ts';
import { RowList } from '../../ui/RowList.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { CaseTabs } from './CaseTabs.tsx';
import own from './Cases.module.css';

const columns = ['person', 'home', 'contact', 'disease', 'seen', 'deadline'] as const;
const nothing = () => undefined;

/** Cases nobody reported yet, most urgent first; Enter reports. */
export function CasesPage() {
  const { t } = useTranslation();
  const { answer, fault, again } = useLive('surveillance', {});
  const due = answer?.due ?? [];
  return (
    <Screen
      fixed title={t('surveillance.page')} strip={<CaseTabs here="cases" />} beside={answer && t('surveillance.due.count', { count: due.length })}
      actions={<Button variant="default" onClick={() => { go({ page: 'caseReport' }); }}>{t('surveillance.due.without')}</Button>}
    >
      {fault && <FaultNotice fault={fault} onRetry={again} />}
      {!fault && !answer && <LoadingLines lines={8} />}
      {answer && due.length > 0 && (
        <>
          <p className={own.keys}>{t('surveillance.due.keys')}</p>
          <div className={`${styles.list ?? ''} ${own.list ?? ''}`}>
            <RowList
              label={t('surveillance.dueTitle')} testId="cases-due" columns="var(--case-columns)" heads={columns.map((name) => ({ name, words: name === 'home' || name === 'contact' ? t(`maternal.due.column.${name}`) : t(`surveillance.due.column.${name}`) }))} rowPx={FOLLOWED_ROW_PX} total={due.length} rowAt={(at) => due[at]} question="due" onVisible={nothing}
              onOpen={({ patient, encounterId }) => { go({ page: 'caseReport', patientId: patient.id, encounterId, from: 'cases' }); }}
            >
              {(row) => <Cells row={row} />}
            </RowList>
          </div>
        </>
      )}
      {answer && due.length === 0 && <EmptyState icon={<IconVirus size={24} />} title={t('surveillance.due.empty')} body={t('surveillance.due.emptyBody')} />}
    </Screen>
  );
}

function Cells({ row: { patient, diseaseId, seenOn, deadlineAt, hoursLeft } }: { row: DueCaseRow }) {
  const { t } = useTranslation();
  return (
    <>
      <FollowedPerson patient={patient} guardian={undefined} />
      <span><span className={styles.line} title={t(`surveillance.diseases.${diseaseId}`)}>{t(`surveillance.diseases.${diseaseId}`)}</span></span>
      <span className="num">{formatDate(seenOn)}</span>
      <span><span className={styles.line}><DeadlineBadge hoursLeft={hoursLeft} /></span><span className={styles.under}>{formatWhen(deadlineAt, t)}</span></span>
    </>
  );
}
