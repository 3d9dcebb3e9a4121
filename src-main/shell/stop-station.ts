import { readStationMessage } from './read-station-message.ts';
import type { StationChild, Timers } from './parts.ts';

/**
 * Asks the station to finish its last write and waits until it said `done` and ended. Answers `clean`, or `killed` when
 * it stayed silent for `timeoutMs` (the file is safe then too: what was answered "saved" is on the disk).
 */
export function stopStation(child: StationChild, timeoutMs: number, timers: Timers): Promise<'clean' | 'killed'> {
  return new Promise((resolve) => {
    let finished = false;
    let saidDone = false;
    const finish = (): void => {
      if (finished) return;
      finished = true;
      timers.clearTimeout(timer);
      resolve(saidDone ? 'clean' : 'killed');
    };
    const timer = timers.setTimeout(() => {
      child.kill();
      finish();
    }, timeoutMs);
    child.on('message', (message) => {
      if (readStationMessage(message)?.kind === 'done') saidDone = true;
    });
    child.on('exit', finish);
    child.postMessage({ kind: 'shutdown' });
  });
}
