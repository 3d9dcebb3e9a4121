import { readStationMessage } from './read-station-message.ts';
import { stopStation } from './stop-station.ts';
import type { StationChild, Timers } from './parts.ts';

export interface Supervision {
  /** Starts one station process; `port` is the one it had before, so that the page's address stays if it can. */
  fork(port: number | undefined): StationChild;
  onReady(station: { address: string; token: string }): void;
  /** The station died and is being started again. */
  onRestart(attempt: number): void;
  /** It cannot be kept running: `code` is why. Nothing more is tried until `start` is called again. */
  onGivenUp(code: string): void;
  /** It ended by itself: true where another version of it is to be started at once instead. */
  diedOnTrial?(failure: string | undefined): boolean;
  /** It ended as it was asked to. */
  endedInOrder?(): void;
  timers: Timers;
}

export interface Supervisor { start(): void; stop(): Promise<'clean' | 'killed' | 'notRunning'>; origin(): string | undefined }

/** More deaths than this within `windowMs` are not an accident. */
export const restartLimit = { deaths: 3, windowMs: 300_000, pauseMs: 1_000, shutdownMs: 15_000 } as const;

/** Keeps one station process running: starts it, starts it again when it dies, gives up with a reason when it keeps dying. */
export function superviseStation({ fork, onReady, onRestart, onGivenUp, diedOnTrial, endedInOrder, timers }: Supervision): Supervisor {
  let child: StationChild | undefined;
  let address: string | undefined;
  let stopping = false;
  let restarting = false;
  let failure: string | undefined;
  let deaths: number[] = [];

  const start = (): void => {
    const port = address === undefined ? undefined : Number(new URL(address).port);
    const started = fork(port);
    child = started;
    failure = undefined;
    started.on('message', (message) => {
      const said = readStationMessage(message);
      if (said?.kind === 'failed' || said?.kind === 'unfit') failure = said.code;
      if (said?.kind === 'restart' && child === started) void startAgain(started);
      if (said?.kind !== 'ready') return;
      address = said.address;
      onReady({ address: said.address, token: said.token });
    });
    started.on('exit', () => {
      if (child === started) child = undefined;
      if (!stopping && !restarting) died();
    });
  };

  const startAgain = async (ending: StationChild): Promise<void> => {
    if (stopping || restarting) return;
    restarting = true;
    if (await stopStation(ending, restartLimit.shutdownMs, timers) === 'clean') endedInOrder?.();
    restarting = false;
    if (!stopping) start();
  };

  const died = (): void => {
    if (diedOnTrial?.(failure)) return start();
    const now = timers.now();
    deaths = [...deaths.filter((at) => now - at < restartLimit.windowMs), now];
    if (failure !== undefined) return onGivenUp(failure);
    if (deaths.length > restartLimit.deaths) return onGivenUp('StationKeepsDying');
    onRestart(deaths.length);
    timers.setTimeout(() => {
      if (!stopping) start();
    }, restartLimit.pauseMs);
  };

  return {
    start: () => {
      deaths = [];
      start();
    },
    stop: async () => {
      stopping = true;
      if (child === undefined) return 'notRunning';
      const ended = await stopStation(child, restartLimit.shutdownMs, timers);
      if (ended === 'clean') endedInOrder?.();
      return ended;
    },
    origin: () => address,
  };
}
