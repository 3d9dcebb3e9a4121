import { join } from 'node:path';
import { chooseProgram, markFailed, markHealthy, markUntried, thisPlatform, type ChosenProgram } from '../../updates/index.ts';
import { shellMessages } from '../../src-shared/contract/shell-messages.ts';
import { readStationMessage } from './read-station-message.ts';
import type { StationChild } from './parts.ts';

export interface KeptProgramOptions {
  /** The station's directory, with the versions brought by updates in `program/`. */
  dir: string;
  /** Version of the installed program, and its station process. */
  installed: string; entry: string;
  publicKeys: readonly string[]; now: () => number;
  fork(entry: string, port: number | undefined): StationChild;
}

export interface KeptProgram {
  /** Starts the version that is to be started. */
  fork(port: number | undefined): StationChild;
  /** The station ended by itself. True: it was on trial and is given up, so another version is to be started at once. */
  diedOnTrial(failure: string | undefined): boolean;
  /** The station ended as it was asked to. */
  endedInOrder(): void;
}

/** Would stop any version. */
const notItsFault: ReadonlySet<string> = new Set(['InUse', 'AlreadyServed', 'KeyringBroken', 'NoSuchDirectory', 'NotAStation', 'NotFound', 'Corrupt', 'DiskFull', 'ReadOnly']);

/** Starts the newest version that works: one on trial that fails is given up, and the one before it comes back. */
export function keepProgram({ dir, installed, entry, publicKeys, now, fork }: KeptProgramOptions): KeptProgram {
  let running: ChosenProgram = { version: installed, isTrial: false };

  /** A disk that takes no word of it must not keep the station from opening. */
  const note = (work: () => void): void => { try { work(); } catch (error) { console.error(`the state of the program could not be written: ${String(error)}`); } };
  const choose = (): ChosenProgram => {
    try {
      return chooseProgram({ dir, installed, platform: thisPlatform(), shell: shellMessages, publicKeys, now });
    } catch (error) {
      console.error(`the installed program is started: ${String(error)}`);
      return { version: installed, isTrial: false };
    }
  };
  const giveUp = (code: string): void => {
    const { version } = running;
    running = { ...running, isTrial: false };
    note(() => { markFailed(dir, version, code, now()); });
  };

  return {
    fork(port) {
      const chosen = choose();
      running = chosen;
      const child = fork(chosen.folder === undefined ? entry : join(chosen.folder, 'dist', 'station', 'child.js'), port);
      let unfit = false;
      child.on('message', (message) => {
        const said = readStationMessage(message);
        if (running !== chosen || !chosen.isTrial) return;
        if (said?.kind === 'healthy') {
          running = { ...chosen, isTrial: false };
          note(() => { markHealthy(dir, chosen.version); });
        } else if (said?.kind === 'unfit' && !unfit) {
          unfit = true;
          child.kill();
        }
      });
      return child;
    },
    diedOnTrial(failure) {
      if (!running.isTrial) return false;
      if (failure !== undefined && notItsFault.has(failure)) {
        note(() => { markUntried(dir, running.version); });
        return false;
      }
      giveUp(failure ?? 'StationEnded');
      return true;
    },
    endedInOrder() {
      if (running.isTrial) note(() => { markUntried(dir, running.version); });
    },
  };
}
