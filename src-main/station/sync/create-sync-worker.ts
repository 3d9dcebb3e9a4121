import type { LineState } from '../../../src-shared/contract/queries.ts';
import type { Replicator, ReplicatorState } from '../../../sync/index.ts';
import { StationProblem } from '../station-problem.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { hubSettingsKey, type HubSettings } from './hub-settings.ts';
import type { SyncWorker } from './sync-worker.ts';

export interface SyncWorkerOptions { db: StationDatabase; fetch?: typeof fetch; log?: (event: string, facts?: Record<string, unknown>) => void }

const lineOf: Readonly<Record<ReplicatorState['line'], LineState>> = {
  stopped: 'idle', exchanging: 'exchanging', idle: 'idle', noLine: 'noLine', hubRefuses: 'hubRefuses', hubBroken: 'hubBroken',
};

/** Wires the replicator to the opened file: hub and credential from the encrypted settings, the hub's clock to ours. */
export function createSyncWorker({ db, fetch: givenFetch, log }: SyncWorkerOptions): SyncWorker {
  const plainFetch = givenFetch ?? fetch;
  let replicator: Promise<Replicator> | undefined;
  let state: ReplicatorState | undefined;
  let stopped = false;
  const listeners = new Set<() => void>();
  const tell = () => { for (const listener of [...listeners]) listener(); };
  const hub = () => db.settings.get<HubSettings>(hubSettingsKey);

  /** Every answer of a hub carries its clock. */
  const listeningFetch: typeof fetch = async (input, init) => {
    const answer = await plainFetch(input, init);
    const hubMs = Date.parse(answer.headers.get('date') ?? '');
    if (Number.isFinite(hubMs)) db.clock.heardHub(hubMs);
    return answer;
  };

  const open = ({ url, user, password }: HubSettings) => (replicator ??= import('../../../sync/index.ts').then(({ createReplicator }) => {
    const made = createReplicator({ journal: db.journal, hubUrl: url, user, password, fetch: listeningFetch, log });
    state = made.state();
    made.onState((next) => { state = next; tell(); });
    return made;
  }));

  return {
    line: () => (hub() ? { line: state ? lineOf[state.line] : 'idle', lastContactAt: state?.lastContactAt, lastError: state?.lastError } : { line: 'notEnrolled' }),
    hubUrl: () => hub()?.url,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      const settings = hub();
      if (!settings || stopped) return;
      void open(settings).then((made) => { if (!stopped) made.start(); });
    },
    async exchange(options) {
      const settings = hub();
      if (!settings) throw new StationProblem('NotEnrolled', 'this station has no hub yet: station init --hub URL --hub-user U, or station hub set');
      return (await open(settings)).exchange(options);
    },
    async stop() {
      stopped = true;
      if (replicator) await (await replicator).stop();
    },
  };
}
