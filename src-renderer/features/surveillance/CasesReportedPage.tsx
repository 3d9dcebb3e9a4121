import { IconVirus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseReportRow } from '../../../src-shared/contract/queries.ts';
import { usePagedRows } from '../../api/use-paged-rows.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import styles from '../../ui/FollowedList.module.css';
import { FOLLOWED_ROW_PX, FollowedPerson } from '../../ui/FollowedPerson.tsx';
import { formatWhen } from '../../ui/format.ts';
import { go } from '../../ui/route.ts';
import { RowList } from '../../ui/RowList.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import own from './Cases.module.css';
import { CaseTabs } from './CaseTabs.tsx';

const columns = ['person', 'home', 'contact', 'disease', 'reported', 'state'] as const;
const noFilter = {};

/** Every reported case as it stands, newest first; Enter opens it at its person. */
export function CasesReportedPage() {
  const { t } = useTranslation();
  const [lastVisible, setLastVisible] = useState(0);
  const { first, total, rowAt } = usePagedRows('caseReports', noFilter, lastVisible);
  const { answer, fault, again, answerTo } = first;
  return (
    <Screen fixed title={t('surveillance.page')} strip={<CaseTabs here="casesReported" />} beside={answer && t('surveillance.reported.count', { count: total })}>
      {fault && <FaultNotice fault={fault} onRetry={again} />}
      {!fault && !answer && <LoadingLines lines={8} />}
      {answer && total > 0 && (
        <>
          <p className={own.keys}>{t('surveillance.reported.keys')}</p>
          <div className={`${styles.list ?? ''} ${own.list ?? ''}`}>
            <RowList
              label={t('surveillance.reportedTitle')} testId="cases-reported" columns="var(--case-columns)" heads={columns.map((name) => ({ name, words: name === 'home' || name === 'contact' ? t(`maternal.due.column.${name}`) : t(`surveillance.reported.column.${name}`) }))} rowPx={FOLLOWED_ROW_PX} total={total} rowAt={rowAt} question={answerTo} onVisible={setLastVisible}
              onOpen={({ patient, _id }) => { go({ page: 'person', id: patient.id, caseReportId: _id }); }}
            >
              {(row) => <Cells row={row} />}
            </RowList>
          </div>
        </>
      )}
      {answer && total === 0 && <EmptyState icon={<IconVirus size={24} />} title={t('surveillance.reported.empty')} body={t('surveillance.reported.emptyBody')} />}
    </Screen>
  );
}

function Cells({ row: { patient, diseaseId, classification, outcome, reportedAt, number, late, withdrawn, returned } }: { row: CaseReportRow }) {
  const { t } = useTranslation();
  return (
    <>
      <FollowedPerson patient={patient} guardian={undefined} />
      <span><span className={styles.line} title={t(`surveillance.diseases.${diseaseId}`)}>{t(`surveillance.diseases.${diseaseId}`)}</span><span className={styles.under}>{t(`surveillance.classes.${classification}`)}</span></span>
      <span><span className={styles.line}>{formatWhen(reportedAt, t)}</span><span className={styles.under}>{number > 1 && t('surveillance.reported.version', { number })}</span></span>
      <span><span className={styles.line}>{withdrawn ? <Badge tone="stop">{t('surveillance.reported.withdrawn')}</Badge> : t(`surveillance.outcomes.${outcome}`)}</span><span className={styles.under}>{[returned && t('surveillance.reported.returned'), late && t('surveillance.reported.late')].filter(Boolean).join(' · ')}</span></span>
    </>
  );
}
