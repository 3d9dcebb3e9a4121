import type { StationRow } from '../../src-shared/contract/hub-api.ts';
import type { UpstreamState } from '../upstream/start-upstream.ts';
import type { LagOf } from './lag-watch.ts';

export interface HubFacts { stations: readonly StationRow[]; parent: UpstreamState | undefined; startedAt: number; residentBytes: number; faults: number; lagOf: LagOf }

interface Metric { name: string; help: string; rows: { labels: Record<string, string>; value: number }[] }

const label = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
const secondsSince = (at: string, now: number): number => Math.max(0, Math.round((now - Date.parse(at)) / 1000));

function metricsOf({ stations, parent, startedAt, residentBytes, faults, lagOf }: HubFacts, now: number): Metric[] {
  const perStation = (name: string, help: string, valueOf: (row: StationRow) => number | undefined): Metric =>
    ({ name, help, rows: stations.flatMap((row) => { const value = valueOf(row); return value === undefined ? [] : [{ labels: { unit: row.unit }, value }]; }) });
  const perTier = (name: string, help: string, valueOf: (above: StationRow['above'][number], row: StationRow) => number | undefined): Metric =>
    ({ name, help, rows: stations.flatMap((row) => row.above.flatMap((above) => { const value = valueOf(above, row); return value === undefined ? [] : [{ labels: { unit: row.unit, above: above.unit, tier: above.tier }, value }]; })) });
  const one = (name: string, help: string, value: number): Metric => ({ name, help, rows: [{ labels: {}, value }] });
  return [
    perStation('tramxa_station_silence_seconds', 'Seconds since the station was last met', ({ lastContactAt }) => (lastContactAt === undefined ? undefined : secondsSince(lastContactAt, now))),
    perStation('tramxa_station_backlog_records', 'Records the PCs of the station still had to send when they were last met', ({ backlog }) => backlog),
    perStation('tramxa_denied_records', 'Records refused at the door or by the parent', ({ denied }) => denied),
    perStation('tramxa_conflicts', 'Conflicts nobody has settled', ({ conflicts }) => conflicts),
    perStation('tramxa_review_waiting_records', 'Submitted records nobody has reviewed', ({ waiting }) => waiting),
    perStation('tramxa_documents', 'Documents held', ({ documents }) => documents.health + documents.resources),
    perTier('tramxa_above_missing_records', 'Records a tier above has not proved to hold', ({ missing }) => missing),
    perTier('tramxa_above_lag_seconds', 'Seconds for which a tier above has proved nothing more although something is unproved', (above, { unit }) => lagOf(unit, above)),
    perTier('tramxa_above_receipt_age_seconds', 'Age of the last receipt of a tier above', ({ publishedAt }) => (publishedAt === undefined ? undefined : secondsSince(publishedAt, now))),
    ...(parent === undefined ? [] : [one('tramxa_parent_connected', '1 while the parent answers', parent.line === 'connected' ? 1 : 0)]),
    one('tramxa_faults_total', 'Faults since the start', faults),
    one('tramxa_start_time_seconds', 'When the hub was started, seconds since 1970', Math.round(startedAt / 1000)),
    one('tramxa_resident_memory_bytes', 'Memory of the process', residentBytes),
  ];
}

/** The hub in numbers, as Prometheus reads them (text format 0.0.4). Units and counts; never a person. */
export function hubMetrics(facts: HubFacts, now: number): string {
  return metricsOf(facts, now).flatMap(({ name, help, rows }) => [
    `# HELP ${name} ${help}`, `# TYPE ${name} ${name.endsWith('_total') ? 'counter' : 'gauge'}`,
    ...rows.map(({ labels, value }) => { const said = Object.entries(labels).map(([key, of]) => `${key}="${label(of)}"`).join(','); return `${name}${said === '' ? '' : `{${said}}`} ${value}`; }),
  ]).join('\n').concat('\n');
}
