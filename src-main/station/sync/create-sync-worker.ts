import { STATION_WORD_HEADER, formatStationWord } from '../../../src-shared/contract/station-word.ts';
import type { LineState } from '../../../src-shared/contract/queries.ts';
import { createHubSession, createReplicator, type HubSession, type Replicator, type ReplicatorState } from '../../../sync/index.ts';
import { programVersion } from '../program-version.ts';
import { isPracticeUnit } from '../../../src-shared/domain/practice/practice-unit.ts';
import { StationProblem } from '../station-problem.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { trustCertificate } from './trust-certificate.ts';
import { hubSettingsKey, type HubSettings } from './hub-settings.ts';
import { proxySettingsKey, useProxy, type ProxySettings } from './use-proxy.ts';
import type { SyncWorker } from './sync-worker.ts';

export interface SyncWorkerOptions { db: StationDatabase; fetch?: typeof fetch; log?: (event: string, facts?: Record<string, unknown>) => void }

const lineOf: Readonly<Record<ReplicatorState['line'], LineState>> = {
  stopped: 'idle', exchanging: 'exchanging', idle: 'idle', noLine: 'noLine', hubRefuses: 'hubRefuses', hubBroken: 'hubBroken',
};

const addressOf = ({ url }: HubSettings): string => url.replace(/\/+$/, '');

/** Wires the replicator to the opened file: hub and credential from the encrypted settings, the hub's clock to ours. */
export function createSyncWorker({ db, fetch: givenFetch, log }: SyncWorkerOptions): SyncWorker {
  const plainFetch = givenFetch ?? fetch;
  let replicator: Replicator | undefined;
  /** Of `askHub`, which speaks past the replicator. */
  let session: HubSession | undefined;
  let running = false;
  const listeners = new Set<() => void>();
  const tell = () => { for (const listener of [...listeners]) listener(); };
  const hub = () => db.settings.get<HubSettings>(hubSettingsKey);

  /** Every request says which program sends it and how much waits here; every answer of a hub carries its clock. */
  const listeningFetch: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set(STATION_WORD_HEADER, formatStationWord({ appVersion: programVersion, waiting: db.journal.waiting().count, unitName: db.identity.unitName }));
    const answer = await plainFetch(input, { ...init, headers });
    const hubMs = Date.parse(answer.headers.get('date') ?? '');
    if (Number.isFinite(hubMs)) db.clock.heardHub(hubMs);
    return answer;
  };
  const openSession = (settings: HubSettings): HubSession => session ??= createHubSession({
    base: addressOf(settings), user: settings.user, password: settings.password,
    async send({ url, ...request }) {
      const response = await listeningFetch(url, { ...request, redirect: 'manual' });
      return { response, text: await response.text() };
    },
  });
  const openReplicator = (): Replicator | undefined => {
    const settings = hub();
    if (!settings || replicator) return replicator;
    useProxy(db.settings.get<ProxySettings>(proxySettingsKey));
    if (settings.certificate !== undefined) trustCertificate(settings.certificate);
    replicator = createReplicator({ journal: db.journal, hubUrl: settings.url, user: settings.user, password: settings.password, fetch: listeningFetch, log });
    replicator.onState(tell);
    return replicator;
  };

  return {
    line() {
      if (!hub()) return { line: 'notEnrolled' };
      const state = openReplicator()?.state();
      return { line: state ? lineOf[state.line] : 'idle', lastContactAt: state?.lastContactAt, lastError: state?.lastError, lineFault: state?.lastErrorKind };
    },
    hubUrl: () => hub()?.url,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      running = true;
      openReplicator()?.start();
    },
    async exchange(options) {
      const made = openReplicator();
      if (!made) throw new StationProblem('NotEnrolled', 'this station has no hub yet: "tramxa station enrol" names one');
      return made.exchange(options);
    },
    async askHub(path, { headers = {}, signal } = {}) {
      const settings = hub();
      if (!settings) return undefined;
      openReplicator();
      const at = openSession(settings);
      const ask = async (mayRenew: boolean): Promise<Response> => {
        const who = await at.headers(signal);
        const answer = await listeningFetch(addressOf(settings) + path, { headers: { ...headers, ...who }, redirect: 'manual', signal });
        at.heard(answer);
        if (answer.status !== 401 || !mayRenew) return answer;
        await answer.body?.cancel();
        at.renew(who);
        return ask(false);
      };
      return ask(true);
    },
    async enrol(settings) {
      if (isPracticeUnit(db.identity.unit)) throw new StationProblem('PracticeNeverSyncs', 'a practice station exchanges with nobody: its people are invented');
      // First of all: who asks about the line while the former exchange ends opens one, and not that one again.
      db.settings.set(hubSettingsKey, settings);
      const before = replicator;
      replicator = undefined;
      session = undefined;
      await before?.stop();
      if (running) openReplicator()?.start();
      tell();
    },
    async stop() {
      running = false;
      await replicator?.stop();
      useProxy(undefined);
    },
  };
}
