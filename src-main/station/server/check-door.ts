import type { IncomingMessage } from 'node:http';

/** What the loopback door asks of every request before anything else looks at it. */
export interface Door {
  /** `127.0.0.1:<port>`. */
  host: string;
  cookieName: string;
}
export type DoorAnswer = { ok: true } | { ok: false; why: 'WrongHost' | 'WrongOrigin' | 'CrossSite' };

/**
 * Host must be ours (a rebound name points at us with its own), Origin must be ours wherever a browser sends it, and it must be
 * sent by whatever changes something or opens a socket.
 */
export function checkDoor(request: Pick<IncomingMessage, 'headers' | 'method'>, { host }: Door, needsOrigin: boolean): DoorAnswer {
  const { headers } = request;
  if (headers.host !== host) return { ok: false, why: 'WrongHost' };
  const origin = headers.origin;
  if (origin === undefined ? needsOrigin : origin !== `http://${host}`) return { ok: false, why: 'WrongOrigin' };
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && !(site === 'none' && !needsOrigin)) return { ok: false, why: 'CrossSite' };
  return { ok: true };
}

/** Cookies ignore ports: the name tells station from hub and one station from another on the same host. */
export const cookieNameOf = (instance: string): string => `tramxa-station-${instance}`;

export function readCookie(request: Pick<IncomingMessage, 'headers'>, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}

/** Kept by the browser; not a sign-in, only the right to knock. */
export const passCookie = (name: string, pass: string): string => `${name}=${pass}; Path=/; HttpOnly; SameSite=Strict; Max-Age=34560000`;
