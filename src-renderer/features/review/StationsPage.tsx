import { IconBuildingHospital } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StationRow } from '../../../src-shared/contract/hub-api.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatCount, formatWhen, unitName } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import table from '../../ui/table.module.css';
import { hubRouteToHash } from './hub-route.ts';

const ASK_AGAIN_MS = 5000;
/** A station not met for this long stands out; same limits as the frame of the station: a day, three days. */
const QUIET_MS = 24 * 3600_000;

/** Every station below: when it was last met, what it sent, and what the units above have proved of it. */
export function StationsPage() {
  const { t } = useTranslation();
  const stations = useHubAnswer('stations', (client) => client.stations(), ASK_AGAIN_MS);
  return (
    <Screen title={t('hub.stations')}>
      {stations.fault && <FaultNotice fault={stations.fault} onRetry={stations.again} />}
      {!stations.answer && !stations.fault && <LoadingLines lines={6} />}
      {stations.answer && (
        <Panel flush>
          {stations.answer.length === 0
            ? <EmptyState icon={<IconBuildingHospital size={24} />} title={t('hub.stationsEmpty')} body={t('hub.stationsEmptyBody')} />
            : (
              <table className={table.table} data-testid="stations">
                <thead><tr><th>{t('hub.column.unit')}</th><th>{t('hub.column.last')}</th><th className={table.number}>{t('hub.column.documents')}</th><th className={table.number}>{t('hub.column.submitted')}</th><th>{t('hub.column.above')}</th><th>{t('hub.column.trouble')}</th></tr></thead>
                <tbody>{stations.answer.map((row) => <Station key={row.unit} row={row} />)}</tbody>
              </table>
            )}
        </Panel>
      )}
    </Screen>
  );
}

function Station({ row }: { row: StationRow }) {
  const { t, i18n } = useTranslation();
  const count = (n: number) => formatCount(n, i18n.language);
  const quiet = row.lastContactAt === undefined || Date.now() - Date.parse(row.lastContactAt) > QUIET_MS;
  return (
    <tr data-unit={row.unit}>
      <td><a className={table.strong} href={hubRouteToHash({ page: 'records', unit: row.unit })}>{row.unit}</a><span className={table.under}>{row.devices.map(({ device }) => device).join(', ')}</span></td>
      <td>{row.lastContactAt ? formatWhen(row.lastContactAt, t) : t('dates.never')}{quiet && <span className={table.under}><Badge tone="warn">{t('hub.quiet')}</Badge></span>}</td>
      <td className={table.number}>{count(row.documents.health + row.documents.resources)}<span className={table.under}>{t('hub.healthCount', { count: row.documents.health })} · {t('hub.resourcesCount', { count: row.documents.resources })}</span></td>
      <td className={`${table.number ?? ''} ${table.strong ?? ''}`}>{count(row.submitted)}</td>
      <td>
        {row.above.length === 0 && <span className={table.faint}>{t('hub.top')}</span>}
        {row.above.map((tier) => (
          <span key={tier.unit} className={table.proof}>
            {unitName(tier, t)} {!tier.publishedAt ? <Badge tone="calm">{t('sync.noWordYet')}</Badge> : tier.missing === 0 ? <Badge tone="good">{t('hub.proved', { proved: count(tier.proved) })}</Badge> : <Badge tone="warn">{t('hub.missing', { missing: count(tier.missing) })}</Badge>}
          </span>
        ))}
      </td>
      <td>
        {row.denied > 0 && <Badge tone="stop">{t('hub.deniedCount', { count: row.denied })}</Badge>} {row.conflicts > 0 && <Badge tone="warn">{t('hub.conflictsCount', { count: row.conflicts })}</Badge>}
        {row.denied + row.conflicts === 0 && <span className={table.faint}>{t('hub.noTrouble')}</span>}
      </td>
    </tr>
  );
}
