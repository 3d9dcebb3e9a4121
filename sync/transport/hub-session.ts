import { parseAnswer, statusError } from './read-answer.ts';
import type { WireRequest } from './send-request.ts';

interface SessionAnswer { response: Response; text: string }
export interface HubSession {
  /** What a request says of who sends it. Signs in first where that is due. */
  headers(signal?: AbortSignal): Promise<Record<string, string>>;
  /** A hub renews a session in any of its answers. */
  heard(response: Response): void;
  /** The hub did not know the session any more; false where it was the password itself that it did not take. */
  renew(used: Record<string, string>): boolean;
}

/** Answers by which a server says that it has no sign-in of CouchDB's kind. */
const noSessions = new Set([400, 403, 404, 405, 415, 501]);
const cookieName = 'AuthSession';

/** Shows the password once for a session, CouchDB's way, and with every request only to a hub that has no sessions. */
export function createHubSession({ base, user, password, send }: { base: string; user: string; password: string; send: (request: WireRequest) => Promise<SessionAnswer> }): HubSession {
  const basic = { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
  let known: Record<string, string> | undefined;
  let signingIn: { by: AbortSignal | undefined; done: Promise<Record<string, string>> } | undefined;

  const cookieOf = (response: Response): string | undefined => response.headers.getSetCookie()
    .map((line) => line.split(';', 1)[0]?.trim() ?? '').find((pair) => pair.startsWith(`${cookieName}=`) && pair.length > cookieName.length + 1);

  const signIn = async (signal?: AbortSignal): Promise<Record<string, string>> => {
    const body = new TextEncoder().encode(JSON.stringify({ name: user, password }));
    const { response, text } = await send({ url: `${base}/_session`, method: 'POST', headers: { accept: 'application/json', 'content-type': 'application/json' }, body, signal });
    const fault = response.ok ? undefined : statusError(response, text);
    if (fault && (fault.kind === 'notCouch' || !noSessions.has(response.status))) throw fault;
    if (!fault) parseAnswer(response, text);
    const cookie = response.ok ? cookieOf(response) : undefined;
    return known = cookie === undefined ? basic : { cookie };
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
      if (cookie !== undefined && known && known !== basic) known = { cookie };
    },
    renew(used) {
      if (used === basic) return false;
      if (known === used) known = undefined;
      return true;
    },
  };
}
