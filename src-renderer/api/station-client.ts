import { createWSClient } from '@trpc/client';
import type { AccountAnswer, AccountRow, RecoveryCodeAnswer } from '../../src-shared/contract/accounts.ts';
import type { ImportState } from '../../src-shared/contract/imports.ts';
import type { EnrolmentSummary, FirstStartAnswer } from '../../src-shared/contract/first-start.ts';
import type { ProxyAnswer, ProxyStatus } from '../../src-shared/contract/proxy.ts';
import type { UpdateAnswer, UpdateStatus } from '../../src-shared/contract/updates.ts';
import type { Draft, SessionState, SignInAnswer } from '../../src-shared/contract/session.ts';
import type { StationApi } from '../../src-shared/contract/station-api.ts';
import type { BackupAnswer, QueryAnswer, QueryName, Stick } from '../../src-shared/contract/queries.ts';
import type { OperationAnswer } from '../../src-shared/contract/operations.ts';
import type { CountAnswer } from '../../src-shared/contract/counts.ts';
import type { SyncCommandAnswer } from '../../src-shared/contract/queries.ts';
import { errorToFault, type Fault } from './fault.ts';
import { openUntypedClient } from './open-untyped-client.ts';

export interface SocketEvents { opened(): void; lost(): void }
export interface LiveEvents<N extends QueryName> { answer(answer: QueryAnswer<N>): void; failed(fault: Fault): void }

/** The station's API as the screens use it; `live` also tells of faults. */
export interface StationClient extends Omit<StationApi, 'live'> {
  live<N extends QueryName>(input: Parameters<StationApi['ask']>[0] & { query: N }, events: LiveEvents<N>): { unsubscribe(): void };
  close(): void;
}

/** Waits before the socket is tried again: quick at first, since the station restarts in a second or two. */
const retryDelayMs = (attempt: number): number => Math.min(250 * 2 ** attempt, 3000);

/** Opens the typed road to the station this page came from. The socket opens when the first live query needs it. */
export function openStationClient(events: SocketEvents, base: string = location.origin): StationClient {
  const socket = createWSClient({
    url: `${base.replace(/^http/, 'ws')}/trpc`,
    lazy: { enabled: true, closeMs: 2000 },
    retryDelayMs,
    onOpen: events.opened,
    onClose: (cause) => { if (cause?.code !== undefined && cause.code !== 1000) events.lost(); },
  });
  const client = openUntypedClient(`${base}/trpc`, socket);
  return {
    session: {
      state: async () => await client.query('session.state') as SessionState,
      signIn: async (input) => await client.mutation('session.signIn', input) as SignInAnswer,
      restoreNewest: async (input) => await client.mutation('session.restoreNewest', input) as SignInAnswer,
      signOut: async () => await client.mutation('session.signOut') as SessionState,
      lock: async () => await client.mutation('session.lock') as SessionState,
      seal: async () => await client.mutation('session.seal') as SessionState,
      preferences: async (input) => await client.mutation('session.preferences', input) as SessionState,
    },
    run: async (input) => await client.mutation('run', input) as OperationAnswer,
    ask: async <N extends QueryName>(input: { query: N }) => await client.query('ask', input) as QueryAnswer<N>,
    live: (input, { answer, failed }) => client.subscription('live', input, {
      onData: (data) => { answer(data as Parameters<typeof answer>[0]); },
      onError: (error) => { failed(errorToFault(error)); },
    }),
    beginPracticeCard: async (input) => await client.mutation('beginPracticeCard', input) as { ok: boolean },
    readNotice: async (input) => await client.mutation('readNotice', input) as { ok: true },
    sync: async (input) => await client.mutation('sync', input) as SyncCommandAnswer,
    accounts: {
      list: async () => await client.query('accounts.list') as AccountRow[],
      add: async (input) => await client.mutation('accounts.add', input) as AccountAnswer,
      reset: async (input) => await client.mutation('accounts.reset', input) as AccountAnswer,
      disable: async (input) => await client.mutation('accounts.disable', input) as AccountAnswer,
      enable: async (input) => await client.mutation('accounts.enable', input) as AccountAnswer,
      forget: async (input) => await client.mutation('accounts.forget', input) as AccountAnswer,
      changePassword: async (input) => await client.mutation('accounts.changePassword', input) as AccountAnswer,
      resetByCode: async (input) => await client.mutation('accounts.resetByCode', input) as AccountAnswer,
      joinTier: async (input) => await client.mutation('accounts.joinTier', input) as FirstStartAnswer<EnrolmentSummary>,
      renewRecoveryCode: async () => await client.mutation('accounts.renewRecoveryCode') as RecoveryCodeAnswer,
      recoveryCodeShown: async () => await client.mutation('accounts.recoveryCodeShown') as AccountAnswer,
    },
    imports: {
      state: async (input) => await client.query('imports.state', input) as ImportState | null,
      choose: async (input) => await client.mutation('imports.choose', input) as ImportState | null,
      start: async (input) => await client.mutation('imports.start', input) as ImportState | null,
      stop: async (input) => await client.mutation('imports.stop', input) as ImportState | null,
    },
    backups: {
      now: async () => await client.mutation('backups.now') as BackupAnswer,
      set: async (input) => await client.mutation('backups.set', input) as BackupAnswer,
      sticks: async () => await client.query('backups.sticks') as Stick[],
      toStick: async (input) => await client.mutation('backups.toStick', input) as BackupAnswer,
    },
    proxy: {
      get: async () => await client.query('proxy.get') as ProxyStatus,
      set: async (input) => await client.mutation('proxy.set', input) as ProxyAnswer,
    },
    updates: {
      status: async () => await client.query('updates.status') as UpdateStatus,
      prepare: async () => await client.mutation('updates.prepare') as UpdateAnswer,
      forget: async () => await client.mutation('updates.forget') as UpdateAnswer,
      restart: async () => await client.mutation('updates.restart') as UpdateAnswer,
    },
    counts: {
      start: async (input) => await client.mutation('counts.start', input) as CountAnswer,
      count: async (input) => await client.mutation('counts.count', input) as CountAnswer,
      found: async (input) => await client.mutation('counts.found', input) as CountAnswer,
      uncount: async (input) => await client.mutation('counts.uncount', input) as CountAnswer,
      explain: async (input) => await client.mutation('counts.explain', input) as CountAnswer,
      witness: async (input) => await client.mutation('counts.witness', input) as CountAnswer,
      discard: async (input) => await client.mutation('counts.discard', input) as CountAnswer,
      period: async (input) => await client.mutation('counts.period', input) as CountAnswer,
    },
    drafts: {
      list: async () => await client.query('drafts.list') as Draft[],
      save: async (input) => await client.mutation('drafts.save', input) as { updatedAt: string },
      discard: async (input) => await client.mutation('drafts.discard', input) as { ok: true },
    },
    close: () => { void socket.close(); },
  };
}
