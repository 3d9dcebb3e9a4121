import { useTranslation } from 'react-i18next';
import { communeFormOf, diseaseOfLine, isOfVersion, needsPopulation, reportLine, reportLines, type ReportForm, type ReportNumber } from '../../../src-shared/domain/report/report-lines.ts';
import type { Live } from '../../api/use-live.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { reportLineName, reportNumberWords, reportShareWords } from '../../ui/report-words.ts';
import { routeToHash } from '../../ui/route.ts';
import table from '../../ui/table.module.css';
import styles from './ReportsPage.module.css';

interface FormPanelProps { month: string; form: ReportForm; live: Live<'reportForm'>; /** As it was locked, where it was. */ locked: { lines: readonly ReportNumber[]; formVersion: number } | undefined; /** Lines the reviewer spoke of. */ comments: ReadonlyMap<string, string> }

/** One part of the report. Locked, it shows what was locked, and beside it what would be another number now. */
export function FormPanel({ month, form, live, locked, comments }: FormPanelProps) {
  const { t } = useTranslation();
  const now = new Map((live.current ? live.answer?.numbers ?? [] : []).map((number) => [number.id, number]));
  const then = new Map((locked?.lines ?? []).map((number) => [number.id, number]));
  const shown = reportLines.filter((line) => line.form === form && (locked === undefined || isOfVersion(line.id, locked.formVersion))).flatMap(({ id }) => (then.has(id) || now.has(id) ? [id] : []));
  // Twenty doses of which none was given, and as many diseases nobody had, say nothing each.
  const rows = shown.filter((id) => !(id.startsWith('doses.') || diseaseOfLine(id)) || (then.get(id)?.value ?? 0) + (now.get(id)?.value ?? 0) > 0);
  const isThere = locked !== undefined || (live.answer !== undefined && live.current);
  return (
    <Panel flush title={t(`reports.forms.${form}`)} beside={t('reports.communeForm', { form: communeFormOf[form] })}>
      {live.fault && <FaultNotice fault={live.fault} onRetry={live.again} />}
      {!live.fault && !isThere && <LoadingLines lines={4} />}
      {isThere && (
        <table className={`${table.table ?? ''} ${styles.lines ?? ''}`} data-testid={`report-${form}`}>
          <tbody>
            {rows.map((id) => <Line key={id} month={month} id={id} then={then.get(id)} now={now.get(id)} isLocked={locked !== undefined} comment={comments.get(id)} />)}
            {shown.length === 0 && <tr><td colSpan={3} className={table.faint}>{t('reports.notInVersion')}</td></tr>}
            {form === 'vaccination' && rows.length < shown.length && !rows.some((id) => id.startsWith('doses.')) && <tr><td colSpan={3} className={table.faint}>{t('reports.dosesNone')}</td></tr>}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Line({ month, id, then, now, isLocked, comment }: { month: string; id: string; then: ReportNumber | undefined; now: ReportNumber | undefined; isLocked: boolean; comment: string | undefined }) {
  const { t, i18n } = useTranslation();
  const shown = isLocked ? then : now;
  const isOther = isLocked && now !== undefined && (then?.value !== now.value || then.of !== now.of);
  const unit = reportLine(id)?.unit;
  return (
    <tr data-line={id} data-changed={isOther || undefined}>
      <td>
        {reportLineName(id, t)}
        {needsPopulation(unit) && <span className={styles.beside}> {t(shown?.of === undefined ? 'reports.noPopulation' : 'reports.ofPopulation')}</span>}
        {comment !== undefined && <span className={styles.comment}>{comment}</span>}
      </td>
      <td className={table.number}>
        {unit === 'typed' ? <span className={table.strong}>{shown ? reportNumberWords(shown, i18n.language) : '–'}</span> : <a className={table.strong} href={routeToHash({ page: 'reports', month, line: id })}>{shown ? reportNumberWords(shown, i18n.language) : '–'}</a>}
        {isOther && <span className={styles.now}>{t('reports.changedNow', { value: reportNumberWords(now, i18n.language) })}</span>}
      </td>
      <td className={`${table.number ?? ''} ${styles.share ?? ''}`}>{shown && reportShareWords(shown, i18n.language, t)}</td>
    </tr>
  );
}
