import { useSyncExternalStore } from 'react';
import { routeToHash, type Route } from './route-hash.ts';

export { hashToRoute, routeToHash, type Route } from './route-hash.ts';

/** Goes there; `replace` leaves no way back (a form that was saved). */
export function go(route: Route, replace = false): void {
  const hash = routeToHash(route);
  if (replace) { history.replaceState(null, '', hash); window.dispatchEvent(new HashChangeEvent('hashchange')); } else location.hash = hash;
}

const listen = (changed: () => void) => {
  window.addEventListener('hashchange', changed);
  return () => { window.removeEventListener('hashchange', changed); };
};

/** The address after `#`, as it changes. */
export function useHash(): string {
  return useSyncExternalStore(listen, () => location.hash);
}
