import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { importKinds } from '../../../src-shared/domain/import/import-fields.ts';
import type { Person } from '../accounts/accounts.ts';
import { isDiskFull } from '../db/disk-guard.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { isStoppedByFullDisk } from './is-stopped-by-full-disk.ts';
import { importLine, type ImportOptions, type LineOutcome } from './import-line.ts';
import type { ListLine } from './read-list.ts';
import { createTakenRows } from './taken-rows.ts';
import { createTrial } from './trial.ts';

/** Longer than this at a stretch, and other people's clicks would wait. */
const TURN_MS = 15;

/** What the command sends of a list; each line's input is checked by its operation. */
export const importLinesInput = z.strictObject({
  lines: z.array(z.object({ row: z.number().int(), key: z.string().max(200), kind: z.enum(importKinds), input: z.record(z.string(), z.unknown()), repairs: z.array(z.unknown()), sameAs: z.number().int().optional() })).max(1000)
    .transform((lines) => lines as unknown as ListLine[]),
  options: z.strictObject({ dryRun: z.boolean(), includeLikely: z.boolean() }),
});

/**
 * Rows one after another, each a commit of its own; those of one turn wait for the disk together, before anybody is told of them. Whoever else works at the station gets
 * their turn in between. Stops at the signal, between two rows, and at the first row a full disk refuses, which is then the last outcome (`isStoppedByFullDisk`): nothing
 * of it is written, and the list taken in again goes on with it.
 */
export async function importLines(db: StationDatabase, person: Person, lines: readonly ListLine[], options: ImportOptions, onDone?: (outcome: LineOutcome) => void, signal?: AbortSignal): Promise<LineOutcome[]> {
  const outcomes: LineOutcome[] = [];
  const taken = createTakenRows();
  const trial = options.dryRun ? createTrial(db) : undefined;
  const oneTurn = (): void => {
    const began = performance.now();
    while (outcomes.length < lines.length && performance.now() - began <= TURN_MS) {
      const line = lines[outcomes.length];
      if (!line) return;
      const outcome = taken.repeated(line) ?? importLine(db, person, line, options, trial);
      taken.note(line, outcome);
      outcomes.push(outcome);
      if (isStoppedByFullDisk(outcome)) return;
    }
  };
  while (outcomes.length < lines.length && !signal?.aborted && !isStoppedByFullDisk(outcomes.at(-1))) {
    const from = outcomes.length;
    try { db.store.together(oneTurn); } catch (error) {
      const first = lines[from];
      if (!first || !isDiskFull(error)) throw error;
      // What was written may not be on the disk yet: of this turn nobody is told anything, and the list taken in again finds what is there.
      outcomes.splice(from, outcomes.length, { row: first.row, outcome: 'refused', problems: [{ code: 'DiskFull' }] });
    }
    for (const outcome of outcomes.slice(from)) onDone?.(outcome);
    await nextTurn();
  }
  return outcomes;
}
