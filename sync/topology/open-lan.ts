import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createBackOff } from '../replication/back-off.ts';
import { partsOf } from '../replication/journal.ts';
import type { Journal } from '../types.ts';
import { TransportError } from '../types.ts';
import { followNeighbour } from './follow-neighbour.ts';
import { fingerprintOf, toDer, toPem } from './mint-certificate.ts';
import { openNeighbourBook } from './neighbour-book.ts';
import type { Neighbour } from './neighbour-book.ts';
import { createNeighbourClient } from './neighbour-client.ts';
import type { NeighbourAddress } from './neighbour-client.ts';
import { createNeighbourDoor } from './neighbour-door.ts';
import type { PairAnswer } from './neighbour-door.ts';
import { followReceipts } from './share-receipts.ts';
import { followReceived } from './share-received.ts';
import { isSameProof, mintPairingCode, pairingProof } from './pairing-code.ts';

export interface LanOptions {
  journal: Journal;
  /** What people call this PC. */
  name: string;
  /** Where the door listens: every address of the PC unless given; 0 = any free port. */
  host?: string; port: number;
  now: () => number; random?: () => number; log?: (event: string, facts?: Record<string, unknown>) => void;
}
export interface NeighbourState { fingerprint: string; device: string; name: string; address: string; line: 'connected' | 'away' | 'refused'; lastContactAt?: string }
export interface PairingOffer { code: string; /** Milliseconds since 1970. */ until: number }

/** The PCs of one unit on a LAN: each reads all others', nobody leads. */
export interface Lan {
  readonly port: number;
  neighbours(): NeighbourState[];
  /** A code for one more PC; the one before is void. */
  offer(): Promise<PairingOffer>;
  /** Pairs with the PC that shows this code. @throws TransportError; `forbidden` where the code is not right. */
  join(address: NeighbourAddress, code: string): Promise<void>;
  /** Takes a PC out, here and at every other one. */
  remove(fingerprint: string): boolean;
  onChange(listener: () => void): () => void;
  stop(): Promise<void>;
}

const offerMs = 10 * 60_000;
const mostGuesses = 5;
const timeoutMs = 30_000;
/** Somebody stands before it and waits, and there may be another address to try. */
const joinTimeoutMs = 8_000;
const longPollMs = 20_000;

/**
 * Opens this PC's door on its LAN and reads every PC it is paired with, until `stop()`. What they write arrives by the same road as a hub's, to the same revisions.
 * @throws the system's error where the port is taken.
 */
export async function openLan({ journal, name, host = '0.0.0.0', port: wanted, now, random = Math.random, log = () => undefined }: LanOptions): Promise<Lan> {
  const parts = partsOf(journal);
  const { core } = parts;
  const { unit, device } = core.options;
  const book = openNeighbourBook(core);
  const stopping = new AbortController();
  const listeners = new Set<() => void>();
  const tell = () => { for (const listener of [...listeners]) listener(); };
  const following = new Map<string, { line: NeighbourState['line']; lastContactAt?: number; end: AbortController; wake: () => void; done: Promise<void> }>();
  let offered: { code: string; until: number; guesses: number } | undefined;

  const facts = (hostPrint: string, guestPrint: string) => ({ unit, host: hostPrint, guest: guestPrint });
  const learn = (neighbour: Omit<Neighbour, 'state' | 'at'>) => book.learn({ ...neighbour, state: 'paired', at: Math.max(now(), (book.all().find(({ fingerprint }) => fingerprint === neighbour.fingerprint)?.at ?? 0) + 1) });

  const door = createNeighbourDoor({
    core, book,
    onContact(fingerprint) {
      const state = following.get(fingerprint);
      if (state?.line === 'away') state.wake();
    },
    async pair(request, guest): Promise<PairAnswer | undefined> {
      const offer = offered;
      if (!offer || now() > offer.until || offer.guesses >= mostGuesses || request.unit !== unit) return undefined;
      offer.guesses++;
      const pair = facts(book.own.fingerprint, guest.fingerprint);
      if (!isSameProof(request.proof, await pairingProof(offer.code, 'guest', pair))) return undefined;
      const proof = await pairingProof(offer.code, 'host', pair);
      offered = undefined;
      learn({ ...guest, device: String(request.device), name: String(request.name).slice(0, 100), port: Number(request.port) });
      log('neighbour paired', { device: request.device });
      return { device, name, proof };
    },
  });
  door.listen(wanted, host);
  await once(door, 'listening');
  const { port } = door.address() as AddressInfo;
  const clientFor = (address: NeighbourAddress, certificate: string | undefined, more: { onCertificate?: (der: Buffer) => void; timeoutMs?: number } = {}) =>
    createNeighbourClient({ ...address, own: book.own, device, ownPort: port, certificate, timeoutMs, ...more });

  /** Who else is on this LAN, as the neighbour knows them: paired once, known everywhere. */
  const askNeighbours = async (client: ReturnType<typeof clientFor>, known: string, signal: AbortSignal): Promise<string> => {
    const { neighbours, mark } = await client.request<{ neighbours: Neighbour[]; mark: string }>(`/neighbours?mark=${encodeURIComponent(known)}&timeout=${longPollMs}`, { signal });
    for (const one of neighbours) {
      if (fingerprintOf(toDer(one.certificate)) !== one.fingerprint || book.learn(one)) continue;
      // Away from here, but seen there: it may have moved.
      const its = following.get(one.fingerprint);
      if (its?.line === 'away' && book.moved(one.fingerprint, one.host, one.port)) its.wake();
    }
    return mark;
  };
  const listenForNeighbours = async (client: ReturnType<typeof clientFor>, first: string, signal: AbortSignal): Promise<void> => {
    for (let mark = first; !signal.aborted;) mark = await askNeighbours(client, mark, signal);
  };

  const followWhilePaired = async (fingerprint: string, end: AbortSignal): Promise<void> => {
    const backOff = createBackOff(random);
    const state = () => following.get(fingerprint);
    const setLine = (line: NeighbourState['line']) => { const its = state(); if (its && its.line !== line) { its.line = line; tell(); } };
    while (!end.aborted) {
      const neighbour = book.paired(fingerprint);
      if (!neighbour) return;
      const client = clientFor(neighbour, neighbour.certificate);
      const round = new AbortController();
      const signal = AbortSignal.any([end, round.signal]);
      const heard = () => { const its = state(); if (its) its.lastContactAt = now(); setLine('connected'); backOff.reset(); };
      try {
        const mark = await askNeighbours(client, '', signal);
        heard();
        await Promise.race([followNeighbour({ parts, client, neighbour, signal, onHeard: heard }), listenForNeighbours(client, mark, signal), followReceipts(parts, client, longPollMs, signal), followReceived(parts, client, fingerprint, { timeoutMs: longPollMs, signal })]);
      } catch (error) {
        if (end.aborted) return;
        setLine(error instanceof TransportError && error.kind === 'forbidden' ? 'refused' : 'away');
        if (!(error instanceof TransportError)) log('neighbour fault', { kind: error instanceof Error ? error.name : typeof error });
      } finally {
        round.abort();
        client.close();
      }
      const since = state()?.lastContactAt;
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          end.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, backOff.next(since === undefined ? Number.POSITIVE_INFINITY : now() - since));
        const its = state();
        if (its) its.wake = wake;
        end.addEventListener('abort', wake, { once: true });
      });
    }
  };
  const followAll = () => {
    if (stopping.signal.aborted) return;
    for (const { fingerprint, state } of book.all()) {
      const running = following.get(fingerprint);
      if (state === 'removed') { running?.end.abort(); following.delete(fingerprint); continue; }
      if (running) continue;
      const end = new AbortController();
      following.set(fingerprint, { line: 'away', end, wake: () => undefined, done: Promise.resolve() });
      const entry = following.get(fingerprint);
      if (entry) entry.done = followWhilePaired(fingerprint, end.signal);
    }
    tell();
  };
  book.onChange(followAll);
  followAll();

  return {
    port,
    neighbours: () => book.all().filter(({ state }) => state === 'paired').map(({ fingerprint, device: its, name: itsName, host: itsHost, port: itsPort }) => {
      const { line = 'away', lastContactAt } = following.get(fingerprint) ?? {};
      return { fingerprint, device: its, name: itsName, address: `${itsHost}:${itsPort}`, line, ...(lastContactAt === undefined ? {} : { lastContactAt: new Date(lastContactAt).toISOString() }) };
    }),
    async offer() {
      offered = { code: mintPairingCode(), until: now() + offerMs, guesses: 0 };
      return { code: offered.code, until: offered.until };
    },
    async join(address, code) {
      let shown: Buffer | undefined;
      const first = clientFor(address, undefined, { onCertificate: (der) => { shown = der; }, timeoutMs: joinTimeoutMs });
      try {
        await first.request('/neighbours').catch((error: unknown) => { if (!(error instanceof TransportError && error.kind === 'forbidden')) throw error; });
        if (!shown) throw new TransportError('noLine', 'the other PC showed no certificate');
        const [certificate, hostPrint] = [toPem(shown), fingerprintOf(shown)];
        const pair = facts(hostPrint, book.own.fingerprint);
        const client = clientFor(address, certificate);
        try {
          const answer = await client.request<PairAnswer>('/pair', { body: { unit, device, name, port, proof: await pairingProof(code, 'guest', pair) } });
          if (!isSameProof(answer.proof, await pairingProof(code, 'host', pair))) throw new TransportError('forbidden', 'the other PC does not know the code');
          learn({ fingerprint: hostPrint, certificate, device: answer.device, name: String(answer.name).slice(0, 100), ...address });
        } finally {
          client.close();
        }
      } finally {
        first.close();
      }
    },
    remove(fingerprint) {
      const known = book.paired(fingerprint);
      if (!known) return false;
      return book.learn({ ...known, state: 'removed', at: Math.max(now(), known.at + 1) });
    },
    onChange(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    async stop() {
      stopping.abort();
      const running = [...following.values()];
      for (const { end } of running) end.abort();
      const closed = once(door, 'close');
      door.close();
      door.closeAllConnections();
      await Promise.allSettled(running.map(({ done }) => done));
      await closed;
    },
  };
}
