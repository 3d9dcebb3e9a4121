import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OpeningProgress } from '../../src-shared/contract/session.ts';
import type { Keyring } from './accounts/keyring.ts';
import { makeCopy } from './backup/make-copy.ts';
import { ownFolder } from './backup/newest-copy.ts';
import { noteDiskWasFull, usualReserveBytes } from './db/disk-guard.ts';
import { damageMarker } from './db/file-health.ts';
import { documentTables } from './db/document-tables.ts';
import { fileProblem } from './db/file-problem.ts';
import { encounterMonths } from './db/month-rows.ts';
import { encounterPressureRows } from './db/pressure-rows.ts';
import { peopleTables } from './db/people-tables.ts';
import { stationDatabaseOn, type StationDatabase } from './db/station-database.ts';
import { stationMigrations } from './migrations/index.ts';
import { migrate } from './migrations/migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { openStationStore, type OpenedStore } from './db/open-station-store.ts';
import { hasReserve } from './db/station-file.ts';
import { StationProblem } from './station-problem.ts';

export interface StationFileOptions {
  dir: string; /** Proved by a password. */ key: Buffer; keyring: Keyring; now: () => number;
  say?: (progress: OpeningProgress) => void;
  /** Bytes kept for a full disk. */ reserveBytes?: number;
  migrations?: readonly Migration[];
}

/** Up to here the quick check is a matter of some fifty milliseconds on a slow PC; larger files are checked in the background once they are open. */
export const checkedAtOpening = 24_000_000;

/**
 * Opens a station's own file: looks for damage, brings an older one to the present version after a copy was made of it and read back, and makes
 * the tables people are found by where they are not there or of another rule.
 * @throws StationProblem of `fileProblem` and `makeCopy`; the file is left as it is, or half-way in steps that the next opening goes on with.
 */
export async function openStationFile({ dir, key, keyring, now, say = () => undefined, reserveBytes = usualReserveBytes, migrations = stationMigrations }: StationFileOptions): Promise<StationDatabase> {
  const file = join(dir, keyring.database);
  try {
    const hadReserve = hasReserve(file);
    const opened = openStationStore({ file, key, cipher: keyring.cipher, mustExist: true, now, reserveBytes }, migrations);
    if (hadReserve && !hasReserve(file)) noteDiskWasFull(file);
    try {
      refuseDamaged(dir, opened);
      await bringUp(opened, { dir, key, keyring, now, say });
      await makePeopleFindable(opened, say);
    } catch (error) {
      opened.store.close();
      throw error;
    }
    return stationDatabaseOn(opened.store, keyring, now, reserveBytes);
  } catch (error) {
    throw fileProblem(error, file);
  }
}

function refuseDamaged(dir: string, { store }: OpenedStore): void {
  const marker = damageMarker(dir);
  if (statSync(store.file).size > checkedAtOpening && !existsSync(marker)) return;
  if (store.check(false).length > 0) throw Object.assign(new Error('the quick check found damage'), { code: 'SQLITE_CORRUPT' });
  rmSync(marker, { force: true });
}

async function bringUp({ store, book, pending }: OpenedStore, { dir, key, keyring, now, say }: Required<Pick<StationFileOptions, 'dir' | 'key' | 'keyring' | 'now' | 'say'>>): Promise<void> {
  if (pending.length === 0) return;
  // Half-way through one, the copy of before it is there.
  if (book.hasWork && book.resumeAt(pending[0]?.number ?? 0) === undefined) {
    try {
      await makeCopy({ store, key, keyring, folder: ownFolder(dir), kind: 'change', now: now(), onProgress: (step, share) => say({ step, share }) });
    } catch (error) {
      if (error instanceof StationProblem && error.code === 'DiskFull') throw new StationProblem('DiskFull', 'there is no room for a copy of the data, which is made before this newer program changes it; make room and sign in again, nothing was changed');
      throw error;
    }
  }
  for (const { share } of migrate(store, book, pending)) {
    say({ step: 'changing', share });
    await nextTurn();
  }
}

/** Found by name, by what was measured, and by the month they came. Derived from what is there, so that no copy is needed; left off or killed, the next opening goes on. */
async function makePeopleFindable({ store }: OpenedStore, say: (progress: OpeningProgress) => void): Promise<void> {
  const derived = [peopleTables, encounterPressureRows, encounterMonths];
  for (const rows of derived) for (const table of documentTables) if (table.name === rows.from) store.defineTable(table);
  // One way from nothing to all of it, by how many documents each is made of.
  const sizes = derived.map(({ from }) => store.count(from));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  for (const [at, rows] of derived.entries()) {
    const before = sizes.slice(0, at).reduce((sum, size) => sum + size, 0);
    for (const part of store.deriveInSteps(rows)) {
      // Where there are few it is done with the first step.
      if (part < 1) say({ step: 'people', share: (before + part * (sizes[at] ?? 0)) / all });
      await nextTurn();
    }
  }
}
