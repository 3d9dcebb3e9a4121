import { Select } from '@mantine/core';
import { IconVirus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubCaseRow } from '../../../src-shared/contract/hub-cases.ts';
import { diseaseIds, type DiseaseId } from '../../../src-shared/domain/surveillance/notifiable-diseases.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { useHub } from '../../stores/hub-store.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { foldedFilter } from '../../ui/folded-filter.ts';
import { formatDate, formatWhen, stationName, today } from '../../ui/format.ts';
import { MonthPick } from '../../ui/MonthPick.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Badge, ReviewBadge } from '../../ui/StatusBadge.tsx';
import table from '../../ui/table.module.css';
import { casesAsQueue, hubRouteToHash } from './hub-route.ts';
import { Pager } from './Pager.tsx';
import { PurposePanel } from './PurposePanel.tsx';
import styles from './RecordsPage.module.css';

const SHOWN = 50;
const ASK_AGAIN_MS = 60_000;

interface CasesPageProps { month: string | undefined; disease: DiseaseId | undefined }

/** The cases of a month that stations of the area reported, of every disease or of one; each opens as from the queue. */
export function CasesPage(props: CasesPageProps) {
  const { t } = useTranslation();
  const hasPurpose = useHub((s) => s.session?.purpose !== undefined);
  return hasPurpose ? <Cases {...props} /> : <Screen title={t('surveillance.page')}><PurposePanel /></Screen>;
}

function Cases({ month: asked, disease }: CasesPageProps) {
  const { t } = useTranslation();
  const month = asked ?? today().slice(0, 7);
  const [at, setAt] = useState({ of: '', offset: 0 });
  const place = casesAsQueue({ month, disease });
  const offset = at.of === place ? at.offset : 0;
  const { answer, current, fault, again } = useHubAnswer(`cases ${place} ${offset}`, (client) => client.cases({ period: month, ...(disease === undefined ? {} : { diseaseId: disease }), limit: SHOWN, offset }), ASK_AGAIN_MS);
  const shown = current ? answer : undefined;
  const counts = shown?.counts ?? [];
  // Where one is stays in the address, for whoever comes back from a record.
  const show = (next: CasesPageProps) => { history.replaceState(null, '', `#/${casesAsQueue({ month: next.month ?? month, disease: next.disease })}`); window.dispatchEvent(new HashChangeEvent('hashchange')); };
  const nameOf = (one: DiseaseId) => { const count = counts.find(({ diseaseId }) => diseaseId === one); return count ? t('surveillance.hub.of', { disease: t(`surveillance.diseases.${one}`), count: count.cases }) : t(`surveillance.diseases.${one}`); };
  const sum = (of: 'cases' | 'deaths') => counts.filter(({ diseaseId }) => disease === undefined || diseaseId === disease).reduce((all, count) => all + count[of], 0);
  return (
    <Screen title={t('surveillance.page')} beside={shown && [t('surveillance.hub.summary', { count: sum('cases') }), sum('deaths') > 0 && t('surveillance.hub.deaths', { count: sum('deaths') })].filter(Boolean).join(' · ')}>
      <div className={styles.page}>
        <div className={styles.filters} role="search">
          <MonthPick month={month} words={{ pick: t('surveillance.hub.month'), previous: t('surveillance.hub.previous'), next: t('surveillance.hub.next'), badMonth: t('surveillance.hub.badMonth') }} onChange={(wanted) => { show({ month: wanted, disease }); }} />
          <Select
            aria-label={t('surveillance.hub.disease')} placeholder={t('surveillance.hub.every')} clearable searchable selectFirstOptionOnChange filter={foldedFilter} className={styles.wide} value={disease ?? null} onChange={(chosen) => { show({ month, disease: diseaseIds.find((one) => one === chosen) }); }}
            data={[...counts.map(({ diseaseId }) => diseaseId), ...diseaseIds.filter((id) => id === disease && !counts.some(({ diseaseId }) => diseaseId === id))].map((value) => ({ value, label: nameOf(value) }))}
          />
        </div>
        {fault && <FaultNotice fault={fault} onRetry={again} />}
        {!shown && !fault && <LoadingLines lines={6} />}
        {shown && (
          <Panel flush>
            {shown.total === 0 && <EmptyState icon={<IconVirus size={24} />} title={t(disease === undefined ? 'surveillance.hub.none' : 'surveillance.hub.noneOf')} body={t('surveillance.hub.noneBody')} />}
            {shown.total > 0 && (
              <table className={table.table} data-testid="hub-cases">
                <thead><tr>{(['person', 'disease', 'station', 'detected', 'reported', 'deadline', 'state'] as const).map((column) => <th key={column}>{t(`surveillance.hub.column.${column}`)}</th>)}</tr></thead>
                <tbody>{shown.rows.map((row) => <Case key={`${row.unit} ${row.recordId}`} row={row} queue={place} />)}</tbody>
              </table>
            )}
          </Panel>
        )}
        {shown && <Pager offset={offset} size={SHOWN} rows={shown.rows.length} total={shown.total} onTurn={(next) => { setAt({ of: place, offset: next }); }} />}
      </div>
    </Screen>
  );
}

function Case({ row, queue }: { row: HubCaseRow; queue: string }) {
  const { t } = useTranslation();
  const { unit, name, recordId, patientName, bornOn, diseaseId, classification, outcome, detectedAt, reportedAt, deadlineAt, late, number, review, isWithdrawn, rivals } = row;
  const href = hubRouteToHash({ page: 'record', unit, recordId, queue });
  return (
    <tr data-open onClick={() => { location.hash = href; }}>
      <td><a className={table.strong} href={href}>{patientName || '–'}</a>{bornOn && <span className={table.under}>{formatDate(bornOn)}</span>}</td>
      <td>{t(`surveillance.diseases.${diseaseId}`)}<span className={table.under}>{t(`surveillance.classes.${classification}`)}</span></td>
      <td>{stationName(unit, name, t)}</td>
      <td className="num">{formatWhen(detectedAt, t)}</td>
      <td className="num">{formatWhen(reportedAt, t)}{(number > 1 || rivals !== undefined) && <span className={table.under}>{[number > 1 && t('surveillance.reported.version', { number }), rivals !== undefined && t('surveillance.hub.rivals')].filter(Boolean).join(' · ')}</span>}</td>
      <td>{deadlineAt === undefined ? t('surveillance.hub.noDeadline') : <><Badge tone={late ? 'stop' : 'good'}>{t(late ? 'surveillance.hub.late' : 'surveillance.hub.inTime')}</Badge><span className={table.under}>{formatWhen(deadlineAt, t)}</span></>}</td>
      <td>{isWithdrawn ? <Badge tone="stop">{t('surveillance.reported.withdrawn')}</Badge> : t(`surveillance.outcomes.${outcome}`)}<span className={table.under}><ReviewBadge status={review} /></span></td>
    </tr>
  );
}
