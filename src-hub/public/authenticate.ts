import type { IncomingMessage } from 'node:http';
import { DoorRefusal, signInFirst } from './door-refusal.ts';
import type { Principal } from './principal.ts';
import type { SignIn, SignInAnswer } from './sign-in.ts';

/** CouchDB's name for its session cookie; its replicator looks for exactly this one. */
export const SESSION_COOKIE = 'AuthSession';

export function cookieOf(request: IncomingMessage, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** A page of another origin may not use the cookie of somebody signed in here. */
function isForeignPage(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return false;
  try { return new URL(origin).host !== host; } catch { return true; }
}

/** How a sign-in that failed is answered. */
export function toSignInRefusal({ waitMs, isBusy }: Extract<SignInAnswer, { ok: false }>): DoorRefusal {
  const later = { 'Retry-After': String(Math.max(1, Math.ceil(waitMs / 1000))) };
  if (isBusy) return new DoorRefusal(503, 'service_unavailable', 'Many sign in at this moment; ask again.', later);
  return waitMs > 0 ? new DoorRefusal(429, 'too_many_requests', 'Too many wrong passwords; wait.', later) : new DoorRefusal(401, 'unauthorized', 'Name or password is incorrect.');
}

function basicCredential(request: IncomingMessage): { user: string; password: string } | undefined {
  const match = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(request.headers.authorization ?? '');
  if (!match) return undefined;
  const text = Buffer.from(match[1] ?? '', 'base64').toString('utf8');
  const at = text.indexOf(':');
  return at < 1 ? undefined : { user: text.slice(0, at), password: text.slice(at + 1) };
}

/** Who sends this request; `undefined` where it brings nothing. Throws 401 for a wrong password, 429 after several, 503 where too many sign in at once. */
export async function authenticate(request: IncomingMessage, signIn: SignIn): Promise<Principal | undefined> {
  if (request.headers.authorization !== undefined) {
    const credential = basicCredential(request);
    if (!credential) throw signInFirst();
    const answer = await signIn.check(credential.user, credential.password, request.socket.remoteAddress);
    if (answer.ok) return answer.principal;
    throw toSignInRefusal(answer);
  }
  const token = cookieOf(request, SESSION_COOKIE);
  if (token === undefined || isForeignPage(request)) return undefined;
  return signIn.session(token);
}
