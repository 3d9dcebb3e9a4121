import { Alert, Button, Textarea } from '@mantine/core';
import { IconArrowBackUp, IconArrowLeft, IconCheck, IconLock, IconReportAnalytics } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationReport } from '../../../src-shared/contract/hub-reports.ts';
import { compareNumbers } from '../../../src-shared/domain/report/compare-numbers.ts';
import type { RecordDecision } from '../../../src-shared/domain/review/review.schema.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { useHub } from '../../stores/hub-store.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatCount, formatDate, formatWhen, stationName, unitName } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Screen } from '../../ui/Screen.tsx';
import table from '../../ui/table.module.css';
import { HubRefusals } from './HubRefusals.tsx';
import { hubRouteToHash } from './hub-route.ts';
import styles from './RecordsPage.module.css';
import { ReportLines } from './ReportLines.tsx';
import { useHubRun } from './use-hub-run.ts';

/** One station's month beside the month before; returned with words for lines, or accepted. */
export function ReportPage({ unit, period }: { unit: string; period: string }) {
  const { t } = useTranslation();
  const asked = useHubAnswer(`report ${unit} ${period}`, (client) => client.report({ unit, period }));
  const [comments, setComments] = useState<Readonly<Record<string, string>>>({});
  const report = asked.answer ?? undefined;
  return (
    <Screen
      title={stationName(unit, report?.name, t)} beside={t('reports.monthTitle', { month: formatDate(period) })}
      actions={<Button variant="default" leftSection={<IconArrowLeft size={17} />} component="a" href={hubRouteToHash({ page: 'reports', month: period })}>{t('reports.hub.back')}</Button>}
    >
      <div className={styles.page}>
        {asked.fault && <FaultNotice fault={asked.fault} onRetry={asked.again} />}
        {asked.answer === undefined && !asked.fault && <LoadingLines lines={8} />}
        {asked.answer === null && <Panel flush><EmptyState icon={<IconReportAnalytics size={24} />} title={t('reports.hub.empty')} /></Panel>}
        {report && (
          <>
            <Versions report={report} />
            <ReportLines report={report} comments={comments} onComment={(id, text) => { setComments((before) => ({ ...before, [id]: text })); }} />
            <DecideReport key={report.versions[0]?.version} report={report} comments={comments} onDone={() => { setComments({}); asked.again(); }} />
          </>
        )}
      </div>
    </Screen>
  );
}

function Versions({ report: { versions } }: { report: StationReport }) {
  const { t, i18n } = useTranslation();
  const [current, second] = versions;
  const changed = current && second ? compareNumbers(second.lines, current.lines).length : 0;
  return (
    <Panel flush title={t('reports.versions')} beside={changed > 0 ? t('reports.changed', { numbers: formatCount(changed, i18n.language) }) : undefined}>
      <table className={table.table} data-testid="report-versions">
        <tbody>
          {versions.map(({ reportId, number, standing, lockedAt, lockedBy, late, completeness, records, reason, review }) => (
            <tr key={reportId}>
              <td className={table.strong}>{t('reports.version', { number })}<span className={table.under}>{t(`reports.standing.${standing}`)}</span></td>
              <td>{formatWhen(lockedAt, t)} · {lockedBy}<span className={table.under}>{[reason && t(`reports.reasons.${reason}`), late && t('reports.lockedLate')].filter(Boolean).join(' · ')}</span></td>
              <td>{t('reports.lockedFrom', { records: formatCount(records, i18n.language), completeness })}</td>
              <td>{review && <>{t(review.decision === 'returned' ? 'reports.returnedBy' : 'reports.acceptedBy', { name: review.reviewedBy.displayName, when: formatWhen(review.reviewedAt, t) })}{review.comment !== undefined && <span className={table.under}>{review.comment}</span>}</>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function DecideReport({ report, comments, onDone }: { report: StationReport; comments: Readonly<Record<string, string>>; onDone(): void }) {
  const { t } = useTranslation();
  const session = useHub((s) => s.session);
  const [reason, setReason] = useState('');
  const [keys] = useState(() => ({ accepted: mintKey(), returned: mintKey() }));
  const deciding = useHubRun();
  const current = report.versions[0];
  if (!current || session === undefined) return null;
  if (!session.may?.includes('decideReport')) return <Alert color="slate" variant="light" icon={<IconLock size={18} />}>{t('reports.hub.readOnly')}</Alert>;
  if (report.reviewedBy !== session.unit) return <Alert color="slate" variant="light" icon={<IconLock size={18} />}>{t('reports.hub.notYours', { unit: unitName({ unit: report.reviewedBy, tier: '', ...session.path.find(({ unit }) => unit === report.reviewedBy) }, t) })}</Alert>;
  const said = Object.entries(comments).map(([field, text]) => ({ field, text: text.trim() })).filter(({ text }) => text !== '');
  const decide = async (decision: RecordDecision) => {
    const done = await deciding.run((client) => client.decideReport({
      key: keys[decision], unit: report.unit, period: report.period, version: current.version, decision, ...(decision === 'returned' && reason.trim() !== '' ? { comment: reason.trim() } : {}), ...(decision === 'returned' && said.length > 0 ? { comments: said } : {}),
    }));
    if (done === undefined) return;
    notifySaved(t(`reports.hub.${decision}`), [], t);
    onDone();
  };
  return (
    <Panel title={t('reports.hub.decide')} beside={said.length > 0 ? t('review.decide.comments', { count: said.length }) : undefined}>
      <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void decide('returned'); }} data-testid="decide-report">
        <Textarea label={t('reports.hub.reason')} description={t('reports.hub.reasonHint')} maxLength={2000} value={reason} onChange={(event) => { setReason(event.currentTarget.value); }} />
        <HubRefusals run={deciding} />
        <div className={layout.push}>
          <Button type="submit" variant="default" leftSection={<IconArrowBackUp size={17} />} loading={deciding.running}>{t('reports.hub.return')}</Button>
          <Button leftSection={<IconCheck size={17} />} disabled={current.review?.decision === 'accepted' || reason.trim() !== '' || said.length > 0} loading={deciding.running} onClick={() => { void decide('accepted'); }}>{t('reports.hub.accept')}</Button>
        </div>
      </form>
    </Panel>
  );
}
