import type { HubSignInAnswer } from '../../../src-shared/contract/hub-api.ts';
import { ask } from '../../contract/hub/hub-world.ts';

export interface ConsoleReply { status: number; data: unknown; message: string | undefined }
/** A signed-in reader of a console. */
export interface ConsoleReader {
  query<T>(procedure: string, input?: unknown): Promise<T>;
  tell<T>(procedure: string, input?: unknown): Promise<T>;
  /** The answer with its status, whatever it is. */
  raw(method: 'GET' | 'POST', procedure: string, input?: unknown): Promise<ConsoleReply>;
}

export const readerPassword = 'mật khẩu dài';

function readerWith(url: string, cookie: string): ConsoleReader {
  const raw: ConsoleReader['raw'] = async (method, procedure, input) => {
    const query = method === 'GET' && input !== undefined ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
    const reply = await ask(url, method, `/console/trpc/${procedure}${query}`, { ...(method === 'POST' ? { body: input ?? {} } : {}), headers: { Cookie: cookie, Origin: url } });
    const body = reply.body as { result?: { data: unknown }; error?: { message: string } } | undefined;
    return { status: reply.status, data: body?.result?.data, message: body?.error?.message };
  };
  const must = async <T>(method: 'GET' | 'POST', procedure: string, input?: unknown): Promise<T> => {
    const reply = await raw(method, procedure, input);
    if (reply.status !== 200) throw new Error(`${procedure}: ${reply.status} ${reply.message ?? ''}`);
    return reply.data as T;
  };
  return { raw, query: (procedure, input) => must('GET', procedure, input), tell: (procedure, input) => must('POST', procedure, input) };
}

/** Signs in with a password (and the authenticator's digits) and, where a purpose is given, names the piece of work. */
export async function signInReader(url: string, account: string, { code, purpose = 'review' }: { code?: string; purpose?: string | null } = {}): Promise<ConsoleReader> {
  const reply = await ask(url, 'POST', '/console/trpc/session.signIn', { body: { account, password: readerPassword, ...(code === undefined ? {} : { code }) }, headers: { Origin: url } });
  const answer = (reply.body as { result?: { data: HubSignInAnswer } }).result?.data;
  if (!answer?.ok) throw new Error(`${account} is not let in: ${reply.text}`);
  const reader = readerWith(url, (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
  if (purpose !== null && answer.session.may?.includes('session.purpose')) await reader.tell('session.purpose', { purpose });
  return reader;
}
