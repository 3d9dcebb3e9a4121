import type { AccountsApi } from './accounts.ts';
import type { ColumnMap } from '../domain/import/import-fields.ts';
import type { PracticeCard } from '../domain/practice/practice-cards.ts';
import type { CountsApi } from './counts.ts';
import type { ImportState } from './imports.ts';
import type { OperationAnswer, OperationInput, OperationName } from './operations.ts';
import type { ProxyAnswer, ProxyInput, ProxyStatus } from './proxy.ts';
import type { BackupAnswer, QueryAnswer, QueryInput, QueryName, Stick, SyncCommand, SyncCommandAnswer } from './queries.ts';
import type { UpdateAnswer, UpdateStatus } from './updates.ts';
import type { Draft, Preferences, SessionState, SignInAnswer } from './session.ts';

/**
 * The station's whole API, spoken by tRPC at `/trpc` (HTTP, and WebSocket for `live`). The router
 * (`src-main/station/server/router.ts`) has exactly these procedures; the page's typed client
 * (`src-renderer/api/`) wraps them.
 *
 * | procedure | kind | signed in? |
 * |---|---|---|
 * | `session.state`, `session.signIn`, `session.restoreNewest`, `session.signOut`, `session.lock`, `session.seal`, `session.preferences` | query / mutation | no |
 * | `run` | mutation | yes, role of the operation |
 * | `ask` | query | yes |
 * | `live` | subscription | yes |
 * | `readNotice`, `beginPracticeCard` | mutation | yes |
 * | `sync` | mutation | yes |
 * | `accounts.list`, `accounts.add`, `accounts.reset`, `accounts.disable`, `accounts.enable`, `accounts.forget`, `accounts.changePassword`, `accounts.renewRecoveryCode`, `accounts.recoveryCodeShown` | query / mutation | yes |
 * | `imports.state`, `imports.choose`, `imports.start`, `imports.stop` | query / mutation | yes, role of the operation |
 * | `backups.now`, `backups.set`, `backups.sticks`, `backups.toStick` | query / mutation | yes; `set` by the head |
 * | `proxy.get`, `proxy.set` | query / mutation | yes; `set` by the head |
 * | `updates.status`, `updates.prepare`, `updates.forget`, `updates.restart` | query / mutation | yes; all but `status` by the head |
 * | `counts.start`, `counts.count`, `counts.found`, `counts.uncount`, `counts.explain`, `counts.witness`, `counts.discard`, `counts.period` | mutation | yes; `period` by head and pharmacist |
 * | `drafts.list`, `drafts.save`, `drafts.discard` | query / mutation | yes |
 *
 * A refusal is a value. A fault is a tRPC error `INTERNAL_SERVER_ERROR` with a fault id and no patient data; a missing
 * session is `UNAUTHORIZED`, a role that may not is a refusal `{ code: 'RoleNotAllowed' }`, an input that does not fit the
 * schema is a refusal `{ code: 'InvalidInput', issues: [{ path, code }] }`.
 */
export interface StationApi {
  session: {
    state(): Promise<SessionState>;
    signIn(input: { account: string; password: string }): Promise<SignInAnswer>;
    /** Puts the newest copy in the place of a file that does not open, sets that aside, and signs in. What the hub has comes back by itself. */
    restoreNewest(input: { account: string; password: string }): Promise<SignInAnswer>;
    signOut(): Promise<SessionState>;
    lock(): Promise<SessionState>;
    seal(): Promise<SessionState>;
    preferences(input: Preferences): Promise<SessionState>;
  };
  /** `key`: idempotency key, minted by the form once; the same key a second time writes nothing and answers the same. */
  run<N extends OperationName>(input: { operation: N; key: string; input: OperationInput<N> }): Promise<OperationAnswer>;
  ask<N extends QueryName>(input: { query: N; input: QueryInput<N> }): Promise<QueryAnswer<N>>;
  live<N extends QueryName>(input: { query: N; input: QueryInput<N> }, on: (answer: QueryAnswer<N>) => void): { unsubscribe(): void };
  /** Begins a practice card anew; `ok` is false in a real station. */
  beginPracticeCard(input: { card: PracticeCard }): Promise<{ ok: boolean }>;
  /** The signed-in person has read a notice; noted on this PC. */
  readNotice(input: { id: string }): Promise<{ ok: true }>;
  sync(input: SyncCommand): Promise<SyncCommandAnswer>;
  accounts: AccountsApi;
  /** A list handed in at `POST /import/file`; `null` where there is none of this id (any more). */
  imports: {
    state(input: { id: string }): Promise<ImportState | null>;
    choose(input: { id: string; columns: ColumnMap; headerRow: number }): Promise<ImportState | null>;
    start(input: { id: string; includeLikely: boolean }): Promise<ImportState | null>;
    stop(input: { id: string }): Promise<ImportState | null>;
  };
  /** How copies stand is the query `backupStatus`. Refusals: `RoleNotAllowed`, `Backup…` with the code of `BackupStatus.lastProblem`. */
  backups: {
    /** A copy now, where copies go; answers when it was read back. */
    now(): Promise<BackupAnswer>;
    /** Whether copies are made by themselves and into which folder of the PC; the station's own without one. */
    set(input: { on: boolean; folder?: string }): Promise<BackupAnswer>;
    /** What is plugged in now and could hold a copy. */
    sticks(): Promise<Stick[]>;
    /** A copy onto one of `sticks`, beside those made by themselves. */
    toStick(input: { path: string }): Promise<BackupAnswer>;
  };
  /** The proxy of the building's network. */
  proxy: { get(): Promise<ProxyStatus>; set(input: ProxyInput): Promise<ProxyAnswer> };
  /** Versions of the program; a file from a stick goes to `POST /update/file` first. All but `status` by the head. */
  updates: {
    status(): Promise<UpdateStatus>;
    /** A copy of the data, then what is offered is put in place for the next start. */
    prepare(): Promise<UpdateAnswer>;
    /** Nothing new is tried at the next start. */
    forget(): Promise<UpdateAnswer>;
    /** Ends the program in order and starts it again, where `canRestart`. */
    restart(): Promise<UpdateAnswer>;
  };
  /** A count of the store room under way; finished by the operation `finishStocktake`. */
  counts: CountsApi;
  drafts: {
    list(): Promise<Draft[]>;
    save(input: { key: string; form: string; patientId?: string; content: Record<string, unknown> }): Promise<{ updatedAt: string }>;
    discard(input: { key: string }): Promise<{ ok: true }>;
  };
}
