import type { Person } from '../accounts/accounts.ts';

export interface SessionEnd { reason: 'signedOut' | 'locked' | 'idle' | 'sealed' }

/** Who is signed in behind which door pass. In memory only: a restart signs everybody out. */
export interface Sessions {
  /** The person, and the moment counts as activity unless `quietly`. */
  person(pass: string, quietly?: boolean): Person | undefined;
  begin(pass: string, person: Person): void;
  end(pass: string, reason: SessionEnd['reason']): void;
  endAll(reason: SessionEnd['reason']): void;
  /** Of one account, but for the pass that stays. */
  endAccount(account: string, exceptPass: string): void;
  readonly count: number;
  /** Ends the sessions nobody has used for the idle time; called by a timer. */
  endIdle(): void;
  onEnd(listener: (pass: string, end: SessionEnd) => void): void;
}

export function createSessions(idleMs: number, now: () => number): Sessions {
  const sessions = new Map<string, { person: Person; lastUsed: number }>();
  const listeners: ((pass: string, end: SessionEnd) => void)[] = [];
  const end = (pass: string, reason: SessionEnd['reason']) => {
    if (!sessions.delete(pass)) return;
    for (const listener of listeners) listener(pass, { reason });
  };
  const isIdle = (lastUsed: number) => now() - lastUsed > idleMs;
  return {
    person(pass, quietly = false) {
      const session = sessions.get(pass);
      if (!session) return undefined;
      if (isIdle(session.lastUsed)) { end(pass, 'idle'); return undefined; }
      if (!quietly) session.lastUsed = now();
      return session.person;
    },
    begin(pass, person) {
      end(pass, 'signedOut');
      sessions.set(pass, { person, lastUsed: now() });
    },
    end,
    endAll: (reason) => { for (const pass of [...sessions.keys()]) end(pass, reason); },
    endAccount: (account, exceptPass) => { for (const [pass, { person }] of [...sessions]) if (person.account === account && pass !== exceptPass) end(pass, 'signedOut'); },
    get count() { return sessions.size; },
    endIdle: () => { for (const [pass, { lastUsed }] of [...sessions]) if (isIdle(lastUsed)) end(pass, 'idle'); },
    onEnd: (listener) => { listeners.push(listener); },
  };
}
