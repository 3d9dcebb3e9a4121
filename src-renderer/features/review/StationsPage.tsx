import { Button } from '@mantine/core';
import { IconBuildingHospital, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StationRow } from '../../../src-shared/contract/hub-api.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { useHub } from '../../stores/hub-store.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatCount, formatWhen, stationName, today, unitName } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import { VirtualTableRows, type RowProps } from '../../ui/VirtualTableRows.tsx';
import table from '../../ui/table.module.css';
import styles from './RecordsPage.module.css';
import { CompletenessTable } from './CompletenessTable.tsx';
import { downloadCsv } from '../../ui/download-csv.ts';
import { hubRouteToHash } from './hub-route.ts';
import { Sparkline } from './Sparkline.tsx';
import { stationsToCsv } from './stations-csv.ts';

const ASK_AGAIN_MS = 5000;
const stopping: readonly string[] = ['denied', 'neverMet', 'silent'];

/** Every station below, the one in most trouble first: when it was last met, what it sent and still has, what the units above have proved of it. */
export function StationsPage() {
  const { t } = useTranslation();
  const stations = useHubAnswer('stations', (client) => client.stations(), ASK_AGAIN_MS);
  const rows = stations.answer ?? [];
  return (
    <Screen title={t('hub.stations')} actions={rows.length > 0 && <Button variant="default" leftSection={<IconDownload size={17} />} onClick={() => { downloadCsv(`stations-${today()}.csv`, stationsToCsv(rows)); }}>{t('review.stations.csv')}</Button>}>
      <div className={styles.page}>
      {stations.fault && <FaultNotice fault={stations.fault} onRetry={stations.again} />}
      {!stations.answer && !stations.fault && <LoadingLines lines={6} />}
      {stations.answer && (
        <Panel flush>
          {rows.length === 0
            ? <EmptyState icon={<IconBuildingHospital size={24} />} title={t('hub.stationsEmpty')} body={t('hub.stationsEmptyBody')} />
            : (
              <table className={table.table} data-testid="stations">
                <thead><tr><th>{t('review.stations.name')}</th><th>{t('hub.column.trouble')}</th><th>{t('hub.column.last')}</th><th className={table.number}>{t('review.stations.backlog')}</th><th className={table.number}>{t('hub.column.submitted')}</th><th className={table.number}>{t('review.stations.waiting')}</th><th>{t('review.stations.fourteen')}</th><th>{t('hub.column.above')}</th></tr></thead>
                <VirtualTableRows rows={rows} keyOf={({ unit }) => unit} rowPx={76}>{(row, its) => <Station key={row.unit} row={row} its={its} />}</VirtualTableRows>
              </table>
            )}
        </Panel>
      )}
      <CompletenessTable stations={rows} />
      </div>
    </Screen>
  );
}

function Station({ row, its }: { row: StationRow; its: RowProps }) {
  const { t, i18n } = useTranslation();
  const count = (n: number) => formatCount(n, i18n.language);
  const versions = [...new Set(row.devices.map(({ appVersion }) => appVersion).filter((version) => version !== undefined))];
  const mayOpen = useHub((s) => s.session?.may?.includes('conflicts') === true);
  const saidBacklog = row.devices.some(({ waiting }) => waiting !== undefined);
  return (
    <tr {...its} data-unit={row.unit}>
      <td className={table.wide}><a className={table.strong} href={hubRouteToHash({ page: 'records', unit: row.unit })}>{stationName(row.unit, row.name, t)}</a><span className={table.under}>{[row.name && t('hub.code', { unit: row.unit }), row.devices.length > 0 && t('hub.pcs', { count: row.devices.length }), ...versions.map((version) => t('review.stations.version', { version }))].filter(Boolean).join(' · ')}</span></td>
      <td>
        {row.troubles.map((trouble) => {
          const badge = <Badge tone={stopping.includes(trouble) ? 'stop' : 'warn'}>{t(`review.stations.troubles.${trouble}`)}{trouble === 'denied' ? ` (${count(row.denied)})` : trouble === 'conflicts' ? ` (${count(row.conflicts)})` : ''}</Badge>;
          return <span key={trouble} className={table.proof}>{trouble === 'conflicts' && mayOpen ? <a href={hubRouteToHash({ page: 'conflicts' })}>{badge}</a> : badge}</span>;
        })}
        {row.troubles.length === 0 && <span className={table.faint}>{t('review.stations.fine')}</span>}
      </td>
      <td>{row.lastContactAt ? formatWhen(row.lastContactAt, t) : t('dates.never')}{row.silentDays !== undefined && row.silentDays > 0 && <span className={table.under}>{t('review.stations.days', { count: row.silentDays })}</span>}</td>
      <td className={table.number}>{saidBacklog ? count(row.backlog) : <span className={table.faint}>{t('review.stations.backlogUnknown')}</span>}</td>
      <td className={table.number}>{count(row.submitted)}<span className={table.under}><span className={table.pair}>{t('hub.healthCount', { count: row.documents.health })}</span><span className={table.pair}>{t('hub.resourcesCount', { count: row.documents.resources })}</span></span></td>
      <td className={`${table.number ?? ''} ${table.strong ?? ''}`}>{count(row.waiting)}</td>
      <td><Sparkline values={row.days} label={t('review.stations.chartLabel', { days: row.days.join(', ') })} /></td>
      <td>
        {row.above.length === 0 && <span className={table.faint}>{t('hub.top')}</span>}
        {row.above.map((tier) => (
          <span key={tier.unit} className={table.proof}>
            {unitName(tier, t)} {!tier.publishedAt ? <Badge tone="calm">{t('sync.noWordYet')}</Badge> : tier.missing === 0 ? <Badge tone="good">{t('hub.proved', { proved: count(tier.proved) })}</Badge> : <Badge tone="warn">{t('hub.missing', { missing: count(tier.missing) })}</Badge>}
          </span>
        ))}
      </td>
    </tr>
  );
}
