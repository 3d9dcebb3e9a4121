import { Button } from '@mantine/core';
import { IconArrowBackUp, IconFileSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RequestedRow, ReturnedRow } from '../../../src-shared/contract/queries.ts';
import { conditionName } from '../../ui/care-words.ts';
import { fieldWords } from '../../ui/field-words.ts';
import { formatDate, formatWhen, reviewerName } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { go, routeToHash, type Route } from '../../ui/route.ts';
import { doseName } from '../../ui/vaccine-words.ts';
import styles from './TodayPage.module.css';

/** Records that came back to be corrected, each with the reason; they go away by being corrected. */
export function Returned({ rows }: { rows: readonly ReturnedRow[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <Panel tone="warn" title={<span className={styles.unfinishedTitle}><IconArrowBackUp size={18} aria-hidden />{t('review.returnedTitle', { count: rows.length })}</span>} hint={t('review.returnedHint')} flush>
      <ul className={styles.rows} data-testid="returned">
        {rows.map((row) => (
          <li key={row.recordId} className={styles.draft}>
            <a className={styles.words} href={routeToHash(pageOf(row))} style={{ color: 'inherit', textDecoration: 'none' }}>
              <span><strong>{row.patientName}</strong> · {row.dose ? doseName(row.dose, t) : row.condition ? conditionName(row.condition, t) : row.diseaseId ? t(`surveillance.diseases.${row.diseaseId}`) : t(`encounters.kinds.${row.kind}`)} {formatDate(row.occurredOn)}</span>
              <span>{row.reason ?? t('review.noReason')}</span>
              <span className={styles.summary}>{[t('review.returnedBy', { name: reviewerName(row.returnedBy, t), when: formatWhen(row.returnedAt, t) }), row.fields.length > 0 && t('review.atFields', { fields: row.fields.map((field) => fieldWords(field, t)).join(', ') })].filter(Boolean).join(' · ')}</span>
            </a>
            {liesOverPerson(row) ? <Button size="compact-sm" onClick={() => { go(pageOf(row)); }}>{t('review.openPerson')}</Button> : <Button size="compact-sm" onClick={() => { go({ page: 'amend', id: row.recordId }); }}>{t('review.fix')}</Button>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Which of them lie over the page of their person; they are struck out and written anew, never amended. */
const overPerson = { immunization: 'immunizationId', episode: 'episodeId', followUp: 'followUpId', pregnancy: 'pregnancyId', antenatalVisit: 'antenatalVisitId', birth: 'birthId', postnatalVisit: 'postnatalVisitId', caseReport: 'caseReportId' } as const;
const isOverPerson = (kind: ReturnedRow['kind']): kind is keyof typeof overPerson => Object.hasOwn(overPerson, kind);
const liesOverPerson = ({ kind }: ReturnedRow): boolean => isOverPerson(kind);

/** Where it is read. */
function pageOf({ kind, recordId, patientId }: ReturnedRow): Route {
  if (isOverPerson(kind)) return { page: 'person', id: patientId, [overPerson[kind]]: recordId };
  return { page: 'encounter', id: recordId };
}

/** Records the tier above misses; they go away by being written. */
export function Requested({ rows }: { rows: readonly RequestedRow[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <Panel tone="warn" title={<span className={styles.unfinishedTitle}><IconFileSearch size={18} aria-hidden />{t('review.requestedTitle', { count: rows.length })}</span>} flush>
      <ul className={styles.rows} data-testid="requested">
        {rows.map((row) => {
          const { patientId } = row;
          return (
            <li key={row.id} className={styles.draft}>
              <span className={styles.words}>
                <span><strong>{row.comment}</strong></span>
                <span className={styles.summary}>{[t(`review.requestedKind.${row.kind}`), row.patientName, row.occurredOn && t('review.requestedOn', { date: formatDate(row.occurredOn) }), t('review.requestedBy', { name: reviewerName(row.askedBy, t), when: formatWhen(row.askedAt, t) })].filter(Boolean).join(' · ')}</span>
              </span>
              {patientId !== undefined && <Button size="compact-sm" variant="default" onClick={() => { go({ page: 'person', id: patientId }); }}>{t('review.openPerson')}</Button>}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
