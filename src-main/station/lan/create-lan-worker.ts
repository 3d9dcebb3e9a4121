import { networkInterfaces } from 'node:os';
import type { LanAnswer, LanCommand, LanStatus } from '../../../src-shared/contract/lan.ts';
import { openLan, TransportError, type Lan } from '../../../sync/index.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { readAddresses, type PcAddress } from './read-addresses.ts';

interface LanSettings { on: boolean; name: string; port: number }
const settingsKey = 'lan';
/** In the middle of the ports nobody registered; another one where it is taken by something else. */
const usualPort = 47_880;

export interface LanWorkerOptions { db: StationDatabase; log?: (event: string, facts?: Record<string, unknown>) => void; /** Every address of the PC unless given. */ host?: string }

/** The exchange with the other PCs of the station, as far as the head has switched it on. */
export interface LanWorker {
  status(): LanStatus;
  run(command: LanCommand): Promise<LanAnswer>;
  onChange(listener: () => void): () => void;
  /** Goes on with it where it was switched on. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createLanWorker({ db, log, host }: LanWorkerOptions): LanWorker {
  let lan: Lan | undefined;
  let problem: string | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();
  const tell = () => { for (const listener of [...listeners]) listener(); };
  const settings = (): LanSettings => db.settings.get<LanSettings>(settingsKey) ?? { on: false, name: db.identity.device, port: usualPort };
  /** Opening and closing one after another. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work, work);
    turn = result.catch(() => undefined);
    return result;
  };

  const open = async (): Promise<void> => {
    const { on, name, port } = settings();
    if (!on || lan) return;
    try {
      lan = await openLan({ journal: db.journal, name, port, now: db.clock.now, ...(host === undefined ? {} : { host }), ...(log ? { log } : {}) });
      problem = undefined;
      lan.onChange(tell);
    } catch (error) {
      problem = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' ? 'PortInUse' : 'LanNotOpened';
      log?.('lanNotOpened', { problem });
    }
    tell();
  };
  const close = async (): Promise<void> => {
    const closing = lan;
    lan = undefined;
    await closing?.stop();
    tell();
  };
  const status = (): LanStatus => {
    const { on, name, port } = settings();
    const at = lan?.port ?? port;
    return { on, name, port: at, addresses: on ? ownAddresses().map((address) => `${address}:${at}`) : [], neighbours: lan?.neighbours() ?? [], ...(on && problem ? { problem } : {}) };
  };
  const refuse = (code: string): LanAnswer => ({ ok: false, refusals: [{ code }] });

  const join = async (on: Lan, addresses: readonly PcAddress[], code: string): Promise<LanAnswer> => {
    for (const address of addresses) {
      try {
        await on.join(address, code);
        return { ok: true, status: status() };
      } catch (error) {
        if (!(error instanceof TransportError)) throw error;
        if (error.kind === 'forbidden') return refuse('PairingRefused');
      }
    }
    return refuse('NeighbourAway');
  };

  return {
    status,
    run: (command) => inTurn(async (): Promise<LanAnswer> => {
      const { name, port } = settings();
      if (command.command === 'switchOn') {
        db.settings.set(settingsKey, { on: true, name: command.name ?? name, port: command.port ?? port } satisfies LanSettings);
        await close();
        await open();
        return problem ? refuse(problem) : { ok: true, status: status() };
      }
      if (command.command === 'switchOff') {
        db.settings.set(settingsKey, { on: false, name, port } satisfies LanSettings);
        await close();
        return { ok: true, status: status() };
      }
      const addresses = command.command === 'join' ? readAddresses(command.address, usualPort) : [];
      if (!addresses) return refuse('BadAddress');
      if (!lan) return refuse(problem ?? 'LanOff');
      switch (command.command) {
        case 'offer': {
          const { code, until } = await lan.offer();
          return { ok: true, status: status(), offer: { code, until: new Date(until).toISOString() } };
        }
        case 'join': return join(lan, addresses, command.code);
        case 'remove': return lan.remove(command.fingerprint) ? { ok: true, status: status() } : refuse('NeighbourNotFound');
      }
    }),
    onChange(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    start: () => inTurn(open),
    stop: () => inTurn(close),
  };
}

/** IPv4 addresses other PCs may reach this one at. */
const ownAddresses = (): string[] => Object.values(networkInterfaces()).flatMap((all) => (all ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address));
