import { TransportError } from '../types.ts';
import type { ReplicatorOptions, ReplicatorState } from '../types.ts';
import { createBackOff } from './back-off.ts';
import { exchangeOnce, healFromReceipt, inOrderOfUse, pullOne } from './exchange.ts';
import { noCounts } from './exchange-tools.ts';
import type { ExchangeTools } from './exchange-tools.ts';
import { meetHub, readPath } from './meet-hub.ts';
import type { Meeting } from './meet-hub.ts';
import { lineOf } from './line-of.ts';
import { longPoll } from './pull.ts';
import { pushAhead } from './push-ahead.ts';
import { pushAll } from './push-all.ts';
import { waitForLine } from './wait-for-line.ts';

export interface LiveLoopOptions {
  tools: ExchangeTools; timeoutMs: number; now: () => number; random: () => number; network: () => string; log: NonNullable<ReplicatorOptions['log']>;
  setState: (change: Partial<ReplicatorState>) => void; heard: () => void; state: () => ReplicatorState;
}
export interface LiveLoop { start(): void; stop(): Promise<void>; isRunning(): boolean }

/** A meeting is renewed this often, so that a longer path or another hub behind the address is seen. */
const renewPathMs = 60_000;
/** Between two comparisons of what the first hub lacks. */
const healEveryMs = 60_000;
const healAtLeastEveryMs = 10 * 60_000;
/** What a push may stumble over without keeping the pull from coming. */
const hubFaults: readonly TransportError['kind'][] = ['hubBroken', 'forbidden', 'tooLarge'];

/** Keeps exchanging until stopped: pushes on local change, long-polls the hub, backs off while there is no line. */
export function createLiveLoop({ tools, timeoutMs, now, random, network, log, setState, heard, state }: LiveLoopOptions): LiveLoop {
  const { timers, parts: { core, prover } } = tools;
  const longPollMs = Math.max(1, Math.min(25_000, Math.floor(timeoutMs * 0.6)));
  let stopping: AbortController | undefined;
  let running: Promise<void> | undefined;
  let healed = { mark: '', at: Number.NEGATIVE_INFINITY, waitMs: healEveryMs };

  const heal = async (meeting: Meeting, signal: AbortSignal) => {
    const [first] = prover.path();
    const mark = first && prover.receiptMark(first.unit);
    // The same receipt again: what was sent may have been lost on its way, or is not taken; asked ever more seldom.
    const waitMs = mark === healed.mark ? healed.waitMs : healEveryMs;
    if (!first || mark === undefined || timers.elapsed() - healed.at < waitMs || (prover.unmatched(first.unit).length === 0 && prover.surplus(first.unit).length === 0)) return;
    healed = { mark, at: timers.elapsed(), waitMs: Math.min(waitMs * 2, healAtLeastEveryMs) };
    const moved = await healFromReceipt(tools, meeting, signal);
    if (moved > 0) log('sent what the hub lacked, or read what it has instead', { documents: moved });
  };

  /** Polls one database for as long as the line holds. */
  const follow = async (database: string, meeting: Meeting, signal: AbortSignal) => {
    let pathReadAt = timers.elapsed();
    while (!signal.aborted) {
      const outcome = await longPoll({ parts: tools.parts, client: tools.client, database, signal, longPollMs });
      heard();
      // Another hub, or this one in another state, answers: it is met anew.
      if (outcome.wentBack) await exchangeOnce(tools, noCounts(), signal, database);
      if (database !== meeting.pushes[0]) continue;
      const unknownTier = outcome.receipts > 0 && prover.units().some((unit) => !prover.path().some((tier) => tier.unit === unit));
      if (unknownTier || timers.elapsed() - pathReadAt >= renewPathMs) {
        await readPath({ parts: tools.parts, client: tools.client, signal });
        pathReadAt = timers.elapsed();
      }
      await heal(meeting, signal);
    }
  };

  /** Pushes whenever something new waits; tells when nothing does. */
  const pushOnSave = async (push: () => Promise<void>, signal: AbortSignal, onQuiet: () => void) => {
    let fresh = true;
    let wake = () => undefined as void;
    const off = core.onWaiting(() => {
      fresh = true;
      wake();
    });
    signal.addEventListener('abort', () => wake(), { once: true });
    try {
      while (!signal.aborted) {
        if (!fresh) {
          onQuiet();
          await new Promise<void>((resolve) => { wake = resolve; });
        }
        if (signal.aborted) return;
        fresh = false;
        await push();
        heard();
      }
    } finally {
      off();
    }
  };

  /**
   * Saves leave once the hub is met, also while a first fill takes its hours. Before that only on condition: a hub put back from
   * an older copy is known by its feed being behind ours, and what is sent would move that on.
   */
  const session = async (signal: AbortSignal, onLine: () => void) => {
    setState({ line: 'exchanging', retryAt: undefined });
    const ended = new AbortController();
    const both = AbortSignal.any([signal, ended.signal]);
    const push = (meeting: Meeting) => pushAll({ ...tools, onProgress: heard }, meeting, noCounts(), both);
    const under: Promise<unknown>[] = [];
    const ahead = pushAhead({ ...tools, onProgress: heard }, both);
    try {
      const meeting = await meetHub({ parts: tools.parts, client: tools.client, signal: both, isConfirmed: ahead.isConfirmed });
      heard();
      onLine();
      let [isPulled, isQuiet] = [false, false];
      const settle = () => { if (isPulled && isQuiet && !both.aborted) setState({ line: 'idle' }); };
      const pulls = inOrderOfUse(tools.parts.core, meeting.pulls, (database) => pullOne(tools, database, noCounts(), both));
      const pulled = Promise.all(pulls.values()).then(() => {
        heard();
        isPulled = true;
        settle();
      });
      const pushing = async () => {
        try {
          await pushOnSave(() => push(meeting), both, () => {
            isQuiet = true;
            settle();
          });
        } catch (error) {
          if (error instanceof TransportError && hubFaults.includes(error.kind)) await pulled;
          throw error;
        }
      };
      under.push(pushing(), ...[...pulls].map(async ([database, pull]) => {
        await pull;
        await follow(database, meeting, both);
      }));
      await Promise.race([...under, pulled.then(() => new Promise<never>(() => undefined))]);
    } finally {
      ended.abort();
      await Promise.allSettled([...under, ahead.done]);
    }
  };

  const run = async (signal: AbortSignal) => {
    const backOff = createBackOff(random);
    while (!signal.aborted) {
      let error: unknown;
      try {
        await session(signal, () => backOff.reset());
      } catch (caught) {
        error = caught;
      }
      if (signal.aborted) return;
      const fault = error instanceof TransportError ? error : undefined;
      const lastContact = Date.parse(state().lastContactAt ?? '');
      const ms = Math.max(backOff.next(Number.isFinite(lastContact) ? now() - lastContact : Number.POSITIVE_INFINITY), fault?.retryAfterMs ?? 0);
      const line = fault ? lineOf(fault) : 'hubBroken';
      setState({ line, lastError: fault?.message ?? (error instanceof Error ? error.name : 'the exchange ended'), lastErrorKind: fault?.kind ?? 'hubBroken', retryAt: new Date(now() + ms).toISOString() });
      log('exchange broke off', { kind: fault?.kind ?? 'fault', message: fault?.message ?? (error instanceof Error ? error.message : undefined), retryInMs: ms });
      await waitForLine({ core, timers, ms, signal, mayHurry: line !== 'hubRefuses' && fault?.retryAfterMs === undefined, network });
    }
  };

  return {
    isRunning: () => running !== undefined,
    start() {
      if (running) return;
      stopping = new AbortController();
      running = run(stopping.signal).catch((error: unknown) => log('replication ended', { message: error instanceof Error ? error.message : 'fault' }));
    },
    async stop() {
      stopping?.abort();
      await running;
      running = undefined;
      setState({ line: 'stopped', retryAt: undefined });
    },
  };
}
