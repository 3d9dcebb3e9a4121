import { TransportError } from '../types.ts';
import { parseAnswer, statusError } from './read-answer.ts';
import type { WireRequest } from './send-request.ts';

interface SessionAnswer { response: Response; text: string }
/** Who one is at a hub, for requests that do not go by `createHubClient`. */
export interface HubSession {
  /** What a request says of who sends it. Signs in first where that is due. */
  headers(signal?: AbortSignal): Promise<Record<string, string>>;
  /** A hub renews a session in any of its answers. */
  heard(response: Response): void;
  /** The hub does not know the session any more: the next request signs in. */
  renew(used: Record<string, string>): void;
}

/** Answers by which a server says that it has no sign-in of CouchDB's kind: it is no hub. */
const noSignIn = new Set([404, 405, 501]);
const cookieName = 'AuthSession';

/** Shows the password once for a session, CouchDB's way, and never with a request: whoever has no sessions, whatever else it answers, is no hub. */
export function createHubSession({ base, user, password, send }: { base: string; user: string; password: string; send: (request: WireRequest) => Promise<SessionAnswer> }): HubSession {
  let known: Record<string, string> | undefined;
  let signingIn: { by: AbortSignal | undefined; done: Promise<Record<string, string>> } | undefined;

  const cookieOf = (response: Response): string | undefined => response.headers.getSetCookie()
    .map((line) => line.split(';', 1)[0]?.trim() ?? '').find((pair) => pair.startsWith(`${cookieName}=`) && pair.length > cookieName.length + 1);

  const signIn = async (signal?: AbortSignal): Promise<Record<string, string>> => {
    const body = new TextEncoder().encode(JSON.stringify({ name: user, password }));
    const { response, text } = await send({ url: `${base}/_session`, method: 'POST', headers: { accept: 'application/json', 'content-type': 'application/json' }, body, signal });
    if (noSignIn.has(response.status)) throw new TransportError('notCouch', `no sign-in there: status ${response.status}`, response.status);
    if (!response.ok) throw statusError(response, text);
    parseAnswer(response, text);
    const cookie = cookieOf(response);
    if (cookie === undefined) throw new TransportError('notCouch', 'a sign-in was answered without a session', response.status);
    return known = { cookie };
  };

  const headers = async (signal?: AbortSignal): Promise<Record<string, string>> => {
    if (known) return known;
    // One sign-in for all that wait; whoever gave up meanwhile must not take it from the others.
    const under = signingIn ??= { by: signal, done: signIn(signal).finally(() => { signingIn = undefined; }) };
    try {
      return await under.done;
    } catch (error) {
      if (signal?.aborted || !under.by?.aborted) throw error;
      return headers(signal);
    }
  };

  return {
    headers,
    heard(response) {
      const cookie = cookieOf(response);
      if (cookie !== undefined && known) known = { cookie };
    },
    renew(used) {
      if (known === used) known = undefined;
    },
  };
}
