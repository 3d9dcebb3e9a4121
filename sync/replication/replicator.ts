import { createHubClient } from '../transport/hub-client.ts';
import { networkMark } from '../transport/network-mark.ts';
import { platformTimers } from '../transport/platform-timers.ts';
import { createTurns } from '../transport/take-turns.ts';
import { TransportError } from '../types.ts';
import type { Replicator, ReplicatorOptions, ReplicatorState } from '../types.ts';
import { createBatches } from './adaptive-batch.ts';
import { exchangeOnce, healFromReceipt, waitForProof } from './exchange.ts';
import { noCounts } from './exchange-tools.ts';
import type { ExchangeTools } from './exchange-tools.ts';
import { partsOf } from './journal.ts';
import type { JournalParts } from './journal.ts';
import { lineOf } from './line-of.ts';
import { createLiveLoop } from './live-loop.ts';

/** The time of the last contact is written this often, not at each answer. */
const keepContactMs = 60_000;

/** A tier has not proved everything written here, or the first holds more than is here. */
const differsFromReceipt = ({ prover }: JournalParts): boolean => !prover.isComplete() || prover.surplus(prover.path()[0]?.unit ?? '').length > 0;

/** Carries a journal's documents to one hub and back. Nothing here is started before `exchange` or `start` is called. */
export function createReplicator(options: ReplicatorOptions): Replicator {
  const { journal, timeoutMs = 30_000, now = Date.now, random = Math.random, timers = platformTimers, network = networkMark, log = () => undefined } = options;
  const parts = partsOf(journal);
  const client = createHubClient({ hubUrl: options.hubUrl, user: options.user, password: options.password, fetch: options.fetch, timeoutMs, timers, gzipLevel: options.gzipLevel });
  const listeners = new Set<(state: ReplicatorState) => void>();
  let state: ReplicatorState = { line: 'stopped', ...(parts.core.meta('lastContactAt') ? { lastContactAt: parts.core.meta('lastContactAt') } : {}) };

  const setState = (change: Partial<ReplicatorState>) => {
    state = { ...state, ...change };
    for (const key of ['lastError', 'lastErrorKind', 'retryAt'] as const) if (state[key] === undefined) delete state[key];
    for (const listener of [...listeners]) listener(state);
  };
  let keptAt = Number.NEGATIVE_INFINITY;
  const heard = () => {
    const lastContactAt = new Date(now()).toISOString();
    if (Math.abs(now() - keptAt) >= keepContactMs) {
      keptAt = now();
      parts.core.setMeta('lastContactAt', lastContactAt);
    }
    setState({ lastContactAt, lastError: undefined, lastErrorKind: undefined, retryAt: undefined });
  };
  const tools: ExchangeTools = { parts, client, timers, batches: createBatches(), pages: createBatches({ first: 500, largest: 500 }), namesRead: new Map(), exclusive: createTurns() };
  const live = createLiveLoop({ tools, timeoutMs, now, random, network, log, setState, heard, state: () => state });

  return {
    async exchange({ waitForProofMs = 0, signal, onProgress } = {}) {
      const startedAt = timers.elapsed();
      const before = { ...client.traffic };
      const counts = noCounts();
      const mine = { ...tools, onProgress };
      if (!live.isRunning()) setState({ line: 'exchanging' });
      try {
        const meeting = await exchangeOnce(mine, counts, signal);
        heard();
        if (waitForProofMs > 0) await waitForProof(mine, meeting, counts, waitForProofMs, signal);
        if (waitForProofMs > 0 && differsFromReceipt(parts) && await healFromReceipt(mine, meeting, signal) > 0) await exchangeOnce(mine, counts, signal);
        if (!live.isRunning()) setState({ line: 'idle' });
      } catch (error) {
        const fault = error instanceof TransportError ? error : undefined;
        if (!live.isRunning()) setState(fault ? { line: lineOf(fault), lastError: fault.message, lastErrorKind: fault.kind } : { line: 'stopped' });
        log('exchange failed', { kind: fault?.kind ?? 'fault', message: fault?.message });
        throw error;
      }
      return {
        ...counts, requests: client.traffic.requests - before.requests, bytesSent: client.traffic.bytesSent - before.bytesSent,
        bytesReceived: client.traffic.bytesReceived - before.bytesReceived, ms: Math.round(timers.elapsed() - startedAt), receipts: journal.proofs(),
      };
    },
    start: () => live.start(),
    stop: () => live.stop(),
    state: () => state,
    onState(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}
