import { randomBytes } from 'node:crypto';
import type { AccessPurpose } from '../../src-shared/contract/hub-api.ts';

/** A screen left alone is signed out after this long, a working day ends every session. */
const IDLE_MS = 15 * 60_000;
const LONGEST_MS = 9 * 60 * 60_000;
const MAX_SESSIONS = 2000;

export interface Purpose { purpose: AccessPurpose; note?: string }
export interface ConsoleSession { account: string; /** Milliseconds since 1970. */ openedAt: number; /** The piece of work, once it was named. */ purpose?: Purpose; /** Who was shown in a list during it; noted once. */ shown: Set<string> }
/** Who is signed in at the console, by the random value of their cookie; gone with the process. */
export interface ConsoleSessions {
  open(account: string): string;
  /** `touch`: somebody did something; a page that asks by itself keeps nobody signed in. */
  find(token: string | undefined, touch: boolean): ConsoleSession | undefined;
  name(token: string | undefined, purpose: Purpose): void;
  end(token: string | undefined): void;
}

export function createConsoleSessions(now: () => number): ConsoleSessions {
  const sessions = new Map<string, ConsoleSession & { usedAt: number }>();
  const live = (token: string | undefined) => {
    const session = token === undefined ? undefined : sessions.get(token);
    if (!session || token === undefined) return undefined;
    if (now() - session.usedAt > IDLE_MS || now() - session.openedAt > LONGEST_MS) { sessions.delete(token); return undefined; }
    return session;
  };
  return {
    open(account) {
      const token = randomBytes(32).toString('base64url');
      sessions.set(token, { account, shown: new Set(), openedAt: now(), usedAt: now() });
      if (sessions.size > MAX_SESSIONS) for (const oldest of sessions.keys()) { sessions.delete(oldest); break; }
      return token;
    },
    find(token, touch) {
      const session = live(token);
      if (session && touch) session.usedAt = now();
      return session;
    },
    name(token, purpose) {
      const session = live(token);
      if (!session) return;
      session.purpose = purpose;
      session.shown.clear();
    },
    end(token) { if (token !== undefined) sessions.delete(token); },
  };
}
