import { Button } from '@mantine/core';
import { IconArrowBackUp, IconReportAnalytics } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TodayView } from '../../../src-shared/contract/queries.ts';
import { formatDate, formatWhen, reviewerName } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { reportLineName } from '../../ui/report-words.ts';
import { go } from '../../ui/route.ts';
import styles from './TodayPage.module.css';

/** The month before that nobody locked, and reports that came back. */
export function ReportsWaiting({ reportDue, returnedReports }: Pick<TodayView, 'reportDue' | 'returnedReports'>) {
  const { t } = useTranslation();
  return (
    <>
      {returnedReports.length > 0 && (
        <Panel tone="warn" title={<span className={styles.unfinishedTitle}><IconArrowBackUp size={18} aria-hidden />{t('reports.returnedTitle')}</span>} flush>
          <ul className={styles.rows} data-testid="returned-reports">
            {returnedReports.map(({ reportId, period, reason, lines, returnedAt, returnedBy }) => (
              <li key={reportId} className={styles.draft}>
                <span className={styles.words}>
                  <span><strong>{t('reports.returnedRow', { month: formatDate(period) })}</strong></span>
                  {reason !== undefined && <span>{reason}</span>}
                  <span className={styles.summary}>{[t('review.returnedBy', { name: reviewerName(returnedBy, t), when: formatWhen(returnedAt, t) }), lines.length > 0 && t('reports.atLines', { lines: lines.map((line) => reportLineName(line, t)).join(', ') })].filter(Boolean).join(' · ')}</span>
                </span>
                <Button size="compact-sm" onClick={() => { go({ page: 'reports', month: period }); }}>{t('reports.dueOpen')}</Button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {reportDue && (
        <Panel tone={reportDue.late ? 'warn' : 'plain'} flush>
          <div className={styles.draft} data-testid="report-due">
            <IconReportAnalytics size={18} aria-hidden />
            <span className={styles.words}>{t(reportDue.late ? 'reports.dueIsLate' : 'reports.due', { month: formatDate(reportDue.period), on: formatDate(reportDue.dueOn) })}</span>
            <Button size="compact-sm" variant={reportDue.late ? 'filled' : 'default'} onClick={() => { go({ page: 'reports', month: reportDue.period }); }}>{t('reports.dueOpen')}</Button>
          </div>
        </Panel>
      )}
    </>
  );
}
