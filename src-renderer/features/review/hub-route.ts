/** Where in the console one is; lives after `#`. */
export type HubRoute = { page: 'stations' } | { page: 'records'; unit?: string } | { page: 'record'; unit: string; recordId: string } | { page: 'months' } | { page: 'access' } | { page: 'catalogues' } | { page: 'conflicts' } | { page: 'handovers' } | { page: 'accounts' };

/** The route of an address; the stations for one that says nothing. */
export function hashToHubRoute(hash: string): HubRoute {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const { unit, recordId } = Object.fromEntries(new URLSearchParams(search));
  if (path === 'record' && unit && recordId) return { page: 'record', unit, recordId };
  if (path === 'months' || path === 'access' || path === 'catalogues' || path === 'conflicts' || path === 'handovers' || path === 'accounts') return { page: path };
  return path === 'records' ? { page: 'records', unit } : { page: 'stations' };
}

/** The address of a route. */
export function hubRouteToHash(route: HubRoute): string {
  const { page, ...facts } = route;
  const search = new URLSearchParams(Object.entries(facts).filter((pair): pair is [string, string] => typeof pair[1] === 'string')).toString();
  return `#/${page}${search ? `?${search}` : ''}`;
}
