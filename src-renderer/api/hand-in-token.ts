import { tokenOfFragment } from './token-of-fragment.ts';

/**
 * Trades the one-time token of the address for this browser's cookie and takes it out of the address bar and the
 * history at once. A used token is no reason to stop: the cookie may already be there.
 */
export async function handInToken(): Promise<void> {
  const token = tokenOfFragment(location.hash);
  if (token === undefined) return;
  history.replaceState(null, '', location.pathname + location.search);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  await fetch('/session/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }), credentials: 'same-origin' }).catch(() => undefined);
}
