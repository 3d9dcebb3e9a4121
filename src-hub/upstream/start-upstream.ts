import { EngineAway, UnknownDatabase } from '../engine/engine.ts';
import type { Engine } from '../engine/engine.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import { instantOf } from '../provisioning/work-place.ts';
import type { ParentAccess } from '../provisioning/set-parent.ts';
import type { Log, PathEntry } from '../public/call.ts';
import { createPullCheckpoint, createPushCheckpoint } from './checkpoints.ts';
import type { PullCheckpoint, PushCheckpoint } from './checkpoints.ts';
import { createDatabasesAbove } from './databases-above.ts';
import type { DatabasesAbove } from './databases-above.ts';
import { createFetchLacking } from './fetch-lacking.ts';
import { createTurns } from './create-turns.ts';
import { createJobQueue } from './job-queue.ts';
import { BREATH_MS, RETRY_MS } from './look-times.ts';
import { createOwnLine } from './own-line.ts';
import { createParentClient, ParentProblem, refusesCredential } from './parent-client.ts';
import type { AskParent } from './parent-client.ts';
import { pullDatabase } from './pull-database.ts';
import { goesUp, pushDatabase } from './push-database.ts';
import type { PushCursor } from './push-database.ts';
import { checkCredential, readWelcome } from './read-welcome.ts';
import type { RefusedAbove } from './refused-above.ts';
import { createChunk, sendRevisions } from './send-revisions.ts';
import { watchParent } from './watch-parent.ts';

export interface UpstreamOptions {
  parent: ParentAccess; engine: Engine; book: HubBook; uuid: string; refusedAbove: RefusedAbove; log: Log; now: () => number;
  /** Reviews or receipts of the parent came into this database. */
  onPulled: (database: string, ids: string[]) => void;
  /** At every look: the parent's word on how many bundles it keeps for this hub. */
  exchangeBundles?: (ask: AskParent, signal: AbortSignal, waiting: number | undefined) => Promise<void>;
  /** The platform's unless given. */
  fetch?: typeof fetch;
}

export interface UpstreamState { line: 'away' | 'connected' | 'refused'; lastContactAt?: string; lastError?: string }
export interface Upstream {
  state(): UpstreamState;
  /** Units above, as the parent told last. */
  path(): PathEntry[];
  /** Everything stored here has been offered to the parent. */
  isCaughtUp(database: string): boolean;
  /** Offers the parent these leaves again; what it refuses is noted. Answers how many it lacked. */
  resend(database: string, leaves: Record<string, string[]>): Promise<number>;
  /** Brings down what stations wrote that the parent holds and this hub does not; where the last look ended it goes on. Answers how many. */
  fetchLacking(database: string): Promise<number>;
  stop(): Promise<void>;
}

/** A parent that does not take our credential is asked less often. */
const RETRY_REFUSED_LINE_MS = 15_000;
const JOBS_AT_ONCE = 4;
const RETRY_REFUSED_MS = 10 * 60_000;
/** A whole database the parent refused is asked for again this often: it may have become this hub's since. */
const RETRY_REFUSED_DATABASE_MS = 60_000;
const PATH_SETTING = 'parentPath';

const isStationDatabase = (name: string) => name.startsWith('health-') || name.startsWith('resources-');

type Way = 'up' | 'down';
/** What lives as long as one connection. */
interface Connection {
  signal: AbortSignal; lose: (problem: unknown) => void; cursors: Map<string, PushCursor>; above: DatabasesAbove; marks: Record<'up', PushCheckpoint> & Record<'down', PullCheckpoint>;
  /** Databases the parent refused, with its status: what may be brought need not be read. */
  refusing: Record<Way, Map<string, number>>;
  lacking: (database: string, identity: string) => Promise<number>;
  /** Either side's database may have been put back: the marks that went back with it tell where to go on. */
  compareAnew: (database: string) => void;
}

/** Keeps one parent supplied with every station's documents, and brings down what flows down. Runs until `stop`. */
export function startUpstream({ parent, engine, book, uuid, refusedAbove, log, now, onPulled, exchangeBundles, fetch: send }: UpstreamOptions): Upstream {
  const stopping = new AbortController();
  const line = createOwnLine();
  const ask: AskParent = send ? createParentClient(parent, send) : createParentClient(parent, line.fetch, line.load);
  const chunk = createChunk();
  let state: UpstreamState = { line: 'away' };
  let above = JSON.parse(book.setting(PATH_SETTING) ?? '[]') as PathEntry[];
  let connection: Connection | undefined;
  const inTurn = createTurns();
  let exchanging: Promise<void> | undefined;

  function setLine(next: UpstreamState): void {
    if (next.line !== state.line || next.lastError !== state.lastError) log('parent', { line: next.line, ...(next.lastError === undefined ? {} : { error: next.lastError }) });
    state = { ...(state.lastContactAt === undefined ? {} : { lastContactAt: state.lastContactAt }), ...next };
  }

  /** Said once, not at every try. */
  function tellRefusal(database: string, refusing: Map<string, number>, { status, message }: ParentProblem): void {
    if (refusing.get(database) === status) return;
    refusing.set(database, status);
    log('parent refuses database', { database, status, error: message });
  }

  /** A problem of one database must not stop the others; a lost line stops all. */
  const job = (way: Way, work: (name: string, of: Connection) => Promise<void>) => async (name: string): Promise<void> => {
    const of = connection;
    if (!of || !engine.has(name)) return;
    const refusing = of.refusing[way];
    try {
      await work(name, of);
      refusing.delete(name);
      state.lastContactAt = instantOf(now());
    } catch (error) {
      if (of.signal.aborted) return;
      // Somebody deleted it here; made anew it is asked for again.
      if (error instanceof UnknownDatabase) return;
      if (error instanceof ParentProblem && error.kind === 'refuses' && !refusesCredential(error)) tellRefusal(name, refusing, error);
      else of.lose(error);
    }
  };

  const pushes = createJobQueue(JOBS_AT_ONCE, job('up', async (name, of) => {
    const identity = await of.above.ensure(name, of.signal);
    await pushDatabase(engine, { name, identity }, of.cursors, of.marks.up, { ask, refusedAbove, chunk, signal: of.signal });
  }));
  const pulls = createJobQueue(JOBS_AT_ONCE, job('down', async (name, of) => {
    if (isStationDatabase(name)) await of.above.ensure(name, of.signal);
    const ids = await inTurn(name, () => pullDatabase(engine, name, of.marks.down, ask, of.signal));
    if (ids.length) onPulled(name, ids);
  }));

  async function learnPath(signal: AbortSignal): Promise<void> {
    const { path, bundles } = await readWelcome(ask, signal);
    // Beside everything else; a line that was lost is found by those who look for it.
    exchanging ??= exchangeBundles?.(ask, signal, bundles).catch(() => undefined).finally(() => { exchanging = undefined; });
    if (JSON.stringify(path) === JSON.stringify(above)) return;
    above = path;
    book.setSetting(PATH_SETTING, JSON.stringify(path));
  }

  async function retryRefused(database: string, signal: AbortSignal): Promise<void> {
    const open = refusedAbove.of(database);
    const leaves: Record<string, string[]> = {};
    await engine.use(database, async (db) => {
      for (const { id, rev } of open) {
        const found = await db.openRevisions(id, 'all');
        if (found.some((one) => 'ok' in one && one.ok._rev === rev)) (leaves[id] ??= []).push(rev);
        else refusedAbove.forget(database, id, rev);
      }
      await sendRevisions(db, leaves, { ask, refusedAbove, chunk, signal });
    });
  }

  async function connectedUntilLost(): Promise<void> {
    const lost = new AbortController();
    const signal = AbortSignal.any([stopping.signal, lost.signal]);
    await learnPath(signal);
    await checkCredential(ask, signal);
    setLine({ line: 'connected' });
    const cursors = new Map<string, PushCursor>();
    const looked = new Map<string, { identity: string; since: string }>();
    const marks = { up: createPushCheckpoint(engine, ask, uuid), down: createPullCheckpoint(engine, ask, uuid) };
    const compareAnew = (name: string) => { marks.up.forget(name); marks.down.forget(name); looked.delete(name); cursors.delete(name); if (isStationDatabase(name)) pushes.ask(name); };
    const databasesAbove = createDatabasesAbove(ask, compareAnew);
    connection = { signal, lose: (problem) => lost.abort(problem), cursors, above: databasesAbove, refusing: { up: new Map(), down: new Map() }, marks, lacking: createFetchLacking(engine, ask, signal, inTurn, looked), compareAnew };
    const refusedTimer = setInterval(() => { for (const name of refusedAbove.databases()) retryRefused(name, signal).catch(() => undefined); }, RETRY_REFUSED_MS);
    const { refusing } = connection;
    const refusedDatabaseTimer = setInterval(() => { for (const name of refusing.up.keys()) pushes.ask(name); for (const name of refusing.down.keys()) pulls.ask(name); }, RETRY_REFUSED_DATABASE_MS);
    try {
      await watchParent({
        ask, signal,
        onUpdated: (name, type) => {
          if (!engine.has(name)) return;
          if (type === 'created') compareAnew(name);
          pulls.ask(name);
        },
        onAny: () => {
          for (const name of engine.databases().filter(isStationDatabase)) { pushes.ask(name); pulls.ask(name); }
          if (engine.has('reference')) pulls.ask('reference');
          for (const name of refusedAbove.databases()) retryRefused(name, signal).catch((error: unknown) => { if (!(error instanceof ParentProblem && error.kind === 'refuses')) lost.abort(error); });
        },
        onTurn: () => learnPath(signal),
      });
      lost.signal.throwIfAborted();
    } catch (error) {
      // A job that lost the line ended the watch too; its problem is the one to tell.
      throw lost.signal.aborted ? lost.signal.reason : error;
    } finally {
      clearInterval(refusedTimer);
      clearInterval(refusedDatabaseTimer);
      connection = undefined;
      pushes.clear();
      pulls.clear();
      lost.abort();
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const from = performance.now();
      try {
        await connectedUntilLost();
      } catch (error) {
        line.cut();
        if (stopping.signal.aborted) return;
        const problem = error instanceof ParentProblem ? error : undefined;
        if (!problem) log('upstream fault', { kind: error instanceof Error ? error.name : typeof error });
        setLine({ line: problem?.kind === 'refuses' ? 'refused' : 'away', lastError: problem?.message ?? (error instanceof EngineAway ? 'the database server of this hub does not answer' : 'something broke') });
      }
      const pauseMs = state.line === 'refused' ? RETRY_REFUSED_LINE_MS : Math.max(BREATH_MS, RETRY_MS - (performance.now() - from));
      await wait(pauseMs * (0.75 + Math.random() / 2), stopping.signal);
    }
  }

  const unlisten = engine.onUpdate(({ database, type }) => {
    if (!connection || type === 'deleted') return;
    if (type === 'created') connection.compareAnew(database);
    else if (isStationDatabase(database)) pushes.ask(database);
    // Of a station that came from another hub, and for a database that was made anew or put back, there is something to bring down already, and nothing new need ever be said of it.
    if (type === 'created' && (isStationDatabase(database) || database === 'reference')) pulls.ask(database);
  });
  const running = run();
  return {
    state: () => state,
    path: () => above,
    isCaughtUp: (database) => connection !== undefined && connection.cursors.has(database) && !pushes.isBusy(database),
    async resend(database, leaves) {
      const of = connection;
      if (!of) throw new ParentProblem('away', 'is away');
      const up = Object.fromEntries(Object.entries(leaves).filter(([id]) => goesUp(id)));
      const { sent, refused } = await engine.use(database, (db) => sendRevisions(db, up, { ask, refusedAbove, chunk, signal: of.signal }));
      return sent + refused;
    },
    async fetchLacking(database) {
      const of = connection;
      if (!of) throw new ParentProblem('away', 'is away');
      return of.lacking(database, await of.above.ensure(database, of.signal));
    },
    async stop() {
      unlisten();
      stopping.abort();
      await running;
      // What was under way has heard it too: nothing more is written once this has ended.
      await Promise.all([pushes.settled(), pulls.settled(), exchanging]);
    },
  };
}

const wait = (ms: number, signal: AbortSignal): Promise<void> => new Promise((resolve) => {
  const done = () => { clearTimeout(timer); signal.removeEventListener('abort', done); resolve(); };
  const timer = setTimeout(done, ms);
  if (signal.aborted) done(); else signal.addEventListener('abort', done, { once: true });
});
