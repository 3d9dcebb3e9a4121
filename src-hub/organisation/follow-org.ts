import type { Engine } from '../engine/engine.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import type { Log } from '../public/call.ts';
import { keepOrg } from './org-table.ts';
import { readUnits } from './read-units.ts';

const QUIET_MS = 200;

/** Keeps the book's copy of the organisation data as `reference` has it, from now until `stop`. */
export function followOrg(engine: Engine, book: HubBook, log: Log, onKept: () => void = () => undefined): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let reading: Promise<void> = Promise.resolve();
  const refresh = (): void => {
    reading = reading.then(async () => { keepOrg(book, (await readUnits(engine)).values()); onKept(); }).catch((error: unknown) => log('org fault', { kind: error instanceof Error ? error.name : typeof error }));
  };
  const unlisten = engine.onUpdate(({ database }) => {
    if (database !== 'reference') return;
    clearTimeout(timer);
    timer = setTimeout(refresh, QUIET_MS);
  });
  refresh();
  return {
    async stop() {
      unlisten();
      clearTimeout(timer);
      await reading;
    },
  };
}
