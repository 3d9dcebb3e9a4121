import { useSyncExternalStore } from 'react';
import { routeToHash, type Route } from './route-hash.ts';

export { hashToRoute, routeToHash, type Route } from './route-hash.ts';

/** Goes there; `replace` leaves no way back (a form that was saved). Told at once: the browser would say it a little later, and what is typed right behind F2 would go to the page before. */
export function go(route: Route, replace = false): void {
  const hash = routeToHash(route);
  if (replace) history.replaceState(null, '', hash); else location.hash = hash;
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

const listen = (changed: () => void) => {
  window.addEventListener('hashchange', changed);
  return () => { window.removeEventListener('hashchange', changed); };
};

/** The address after `#`, as it changes. */
export function useHash(): string {
  return useSyncExternalStore(listen, () => location.hash);
}
