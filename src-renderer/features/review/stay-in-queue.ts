import { hubRouteToHash } from './hub-route.ts';
import type { QueuePlace } from './queue-place.ts';

/** Goes to another place of the list without leaving one to go back to. */
export function stayInQueue(place: QueuePlace): void {
  history.replaceState(null, '', hubRouteToHash({ page: 'records', ...place }));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
