import { Alert } from '@mantine/core';
import { IconReportAnalytics } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportState, ReportStationRow } from '../../../src-shared/contract/hub-reports.ts';
import { diseaseOfLine } from '../../../src-shared/domain/report/report-lines.ts';
import { monthBefore } from '../../../src-shared/domain/report/report-due.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatDate, formatWhen, stationName, today } from '../../ui/format.ts';
import { MonthPick } from '../../ui/MonthPick.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { reportLineName, reportNumberWords, reportShareWords } from '../../ui/report-words.ts';
import { Screen } from '../../ui/Screen.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import table from '../../ui/table.module.css';
import { hubRouteToHash } from './hub-route.ts';
import styles from './RecordsPage.module.css';

const ASK_AGAIN_MS = 60_000;
const tones = { missing: 'stop', notYet: 'calm', sent: 'warn', returned: 'info', accepted: 'good' } as const;

/** How a station's month stands, in a word and a colour. */
export function ReportStateBadge({ state }: { state: ReportState }) {
  const { t } = useTranslation();
  return <Badge tone={tones[state]}>{t(`reports.hub.states.${state}`)}</Badge>;
}

/** Which stations sent a month, what is late or missing, and the sums of what was sent. Begins with the month that is due. */
export function ReportsPage({ month: asked }: { month: string | undefined }) {
  const { t, i18n } = useTranslation();
  const [month, setMonth] = useState(asked ?? monthBefore(today()));
  const rows = useHubAnswer(`reports ${month}`, (client) => client.reports({ period: month }), ASK_AGAIN_MS);
  const sums = useHubAnswer(`reportSums ${month}`, (client) => client.reportSums({ period: month }), ASK_AGAIN_MS);
  const words = { pick: t('chronic.month.pick'), previous: t('chronic.month.previous'), next: t('chronic.month.next'), badMonth: t('chronic.month.badMonth') };
  const fault = rows.fault ?? sums.fault;
  const stations = rows.current ? rows.answer : undefined;
  const sum = sums.current ? sums.answer : undefined;
  return (
    <Screen title={t('reports.hub.title')} beside={sum && t('reports.hub.sentOf', { reported: sum.reported, stations: sum.stations })}>
      <div className={styles.page}>
        <MonthPick month={month} words={words} onChange={setMonth} />
        {fault && <FaultNotice fault={fault} onRetry={() => { rows.again(); sums.again(); }} />}
        {!stations && !fault && <LoadingLines lines={6} />}
        {stations?.length === 0 && <Panel flush><EmptyState icon={<IconReportAnalytics size={24} />} title={t('reports.hub.none')} /></Panel>}
        {stations !== undefined && stations.length > 0 && (
          <Panel flush title={t('reports.hub.stations', { month: formatDate(month) })}>
            <table className={table.table} data-testid="report-stations">
              <thead><tr>{(['station', 'state', 'version', 'locked', 'late'] as const).map((column) => <th key={column}>{t(`reports.hub.column.${column}`)}</th>)}<th className={table.number}>{t('reports.hub.column.complete')}</th></tr></thead>
              <tbody>{stations.map((row) => <Station key={row.unit} row={row} month={month} />)}</tbody>
            </table>
          </Panel>
        )}
        {sum !== undefined && sum.reported > 0 && (
          <Panel flush title={t('reports.hub.sums')} hint={t('reports.hub.sumsHint', { reported: sum.reported, stations: sum.stations })}>
            {sum.reported < sum.stations && <Alert color="turmeric" variant="light" mx="md" mb="xs">{t('reports.hub.sentOf', { reported: sum.reported, stations: sum.stations })}</Alert>}
            <table className={table.table} data-testid="report-sums">
              <tbody>
                {sum.sums.filter(({ id, value }) => value > 0 || !diseaseOfLine(id)).map(({ id, value, of, stations: many }) => (
                  <tr key={id} data-line={id}>
                    <td>{reportLineName(id, t)}</td><td className={`${table.number ?? ''} ${table.strong ?? ''}`}>{reportNumberWords({ value, of }, i18n.language)}</td><td className={table.number}>{reportShareWords({ id, value, of }, i18n.language, t)}</td>
                    <td className={`${table.number ?? ''} ${table.faint ?? ''}`}>{t('reports.hub.sumOf', { count: many })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Panel>
        )}
      </div>
    </Screen>
  );
}

function Station({ row: { unit, name, areaName, state, reportId, number, lockedAt, lockedBy, late, completeness, rivals }, month }: { row: ReportStationRow; month: string }) {
  const { t } = useTranslation();
  const called = stationName(unit, name, t);
  return (
    <tr data-unit={unit} data-state={state}>
      <td>{reportId === undefined ? <span className={table.strong}>{called}</span> : <a className={table.strong} href={hubRouteToHash({ page: 'report', unit, period: month })}>{called}</a>}<span className={table.under}>{[name && t('hub.code', { unit }), areaName].filter(Boolean).join(' · ')}</span></td>
      <td><ReportStateBadge state={state} /></td>
      <td className="num">{number === undefined ? '' : t('reports.version', { number })}{rivals !== undefined && <span className={table.under}>{t('reports.hub.rivals')}</span>}</td>
      <td>{lockedAt === undefined ? '' : formatWhen(lockedAt, t)}{lockedBy !== undefined && <span className={table.under}>{lockedBy}</span>}</td>
      <td>{late === undefined ? '' : late ? <Badge tone="warn">{t('reports.hub.late')}</Badge> : t('reports.hub.onTime')}</td>
      <td className={table.number}>{completeness === undefined ? '' : `${completeness}\u00a0%`}</td>
    </tr>
  );
}
