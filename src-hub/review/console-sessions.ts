import { randomBytes } from 'node:crypto';

const IDLE_MS = 30 * 60_000;
const LONGEST_MS = 12 * 60 * 60_000;
const MAX_SESSIONS = 2000;

/** Who is signed in at the console, by the random value of their cookie; gone with the process. */
export interface ConsoleSessions { open(account: string): string; account(token: string | undefined): string | undefined; end(token: string | undefined): void }

export function createConsoleSessions(now: () => number): ConsoleSessions {
  const sessions = new Map<string, { account: string; openedAt: number; usedAt: number }>();
  return {
    open(account) {
      const token = randomBytes(32).toString('base64url');
      sessions.set(token, { account, openedAt: now(), usedAt: now() });
      if (sessions.size > MAX_SESSIONS) for (const oldest of sessions.keys()) { sessions.delete(oldest); break; }
      return token;
    },
    account(token) {
      const session = token === undefined ? undefined : sessions.get(token);
      if (!session || token === undefined) return undefined;
      if (now() - session.usedAt > IDLE_MS || now() - session.openedAt > LONGEST_MS) { sessions.delete(token); return undefined; }
      session.usedAt = now();
      return session.account;
    },
    end(token) { if (token !== undefined) sessions.delete(token); },
  };
}
