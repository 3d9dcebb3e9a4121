import { diseaseIds, type DiseaseId } from '../../../src-shared/domain/surveillance/notifiable-diseases.ts';
import { parseQueuePlace, type QueuePlace } from './queue-place.ts';

/** Where in the console one is; lives after `#`. `queue`: the list a record was opened from, as it stands in that list's address. */
export type HubRoute = { page: 'stations' } | ({ page: 'records' } & QueuePlace) | { page: 'record'; unit: string; recordId: string; queue?: string } | { page: 'months' } | { page: 'reports'; month?: string } | { page: 'report'; unit: string; period: string } | { page: 'cases'; month?: string; disease?: DiseaseId } | { page: 'resources' } | { page: 'access' } | { page: 'catalogues' } | { page: 'conflicts' } | { page: 'handovers' } | { page: 'accounts' };

const isMonth = (text: string | undefined): text is string => /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '');

/** The route of an address; the stations for one that says nothing. */
export function hashToHubRoute(hash: string): HubRoute {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const facts: Record<string, string | undefined> = Object.fromEntries(new URLSearchParams(search));
  const { unit, recordId, queue } = facts;
  if (path === 'record' && unit && recordId) return { page: 'record', unit, recordId, ...(queue ? { queue } : {}) };
  if (path === 'report' && unit && facts.period) return { page: 'report', unit, period: facts.period };
  if (path === 'reports') return { page: 'reports', ...(isMonth(facts.month) ? { month: facts.month } : {}) };
  if (path === 'cases') { const disease = diseaseIds.find((one) => one === facts.disease); return { page: 'cases', ...(isMonth(facts.month) ? { month: facts.month } : {}), ...(disease ? { disease } : {}) }; }
  if (path === 'months' || path === 'resources' || path === 'access' || path === 'catalogues' || path === 'conflicts' || path === 'handovers' || path === 'accounts') return { page: path };
  return path === 'records' ? { page: 'records', ...parseQueuePlace(facts) } : { page: 'stations' };
}

/** The address of a route. */
export function hubRouteToHash(route: HubRoute): string {
  const { page, ...facts } = route;
  const search = searchOf(facts);
  return `#/${page}${search ? `?${search}` : ''}`;
}

/** A place in the queue as a record opened from there carries it along. */
export const queueOf = (place: QueuePlace): string => searchOf(parseQueuePlace({ ...place }));

/** The list of cases as a record opened from there carries it along. */
export const casesAsQueue = (place: { month: string; disease?: DiseaseId | undefined }): string => hubRouteToHash({ page: 'cases', ...place } as HubRoute).slice('#/'.length);

/** The list a record was opened from; of one opened otherwise the whole queue. */
export const queueHash = (queue: string | undefined): string => hubRouteToHash(hashToHubRoute(queue?.startsWith('cases?') ? `#/${queue}` : `#/records?${queue ?? ''}`));

function searchOf(facts: object): string {
  return new URLSearchParams(Object.entries(facts).filter((pair): pair is [string, string] => typeof pair[1] === 'string')).toString();
}
