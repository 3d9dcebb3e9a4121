import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { Person } from '../accounts/accounts.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { isStoppedByFullDisk } from './is-stopped-by-full-disk.ts';
import { importLine, type ImportOptions, type LineOutcome, type TriedMedicine } from './import-line.ts';
import type { ListLine } from './read-list.ts';
import { createTakenRows } from './taken-rows.ts';

/** Longer than this at a stretch, and other people's clicks would wait. */
const TURN_MS = 15;

/** What the command sends of a list; each line's input is checked by its operation. */
export const importLinesInput = z.strictObject({
  lines: z.array(z.object({ row: z.number().int(), key: z.string().max(200), kind: z.enum(['patients', 'stock']), input: z.record(z.string(), z.unknown()), repairs: z.array(z.unknown()), sameAs: z.number().int().optional() })).max(1000)
    .transform((lines) => lines as unknown as ListLine[]),
  options: z.strictObject({ dryRun: z.boolean(), includeLikely: z.boolean() }),
});

/**
 * Rows one after another, each a commit of its own; whoever else works at the station gets their turn in between. Stops at the signal, between two rows, and at the
 * first row a full disk refuses, which is then the last outcome (`isStoppedByFullDisk`): nothing of it is written, and the list taken in again goes on with it.
 */
export async function importLines(db: StationDatabase, person: Person, lines: readonly ListLine[], options: ImportOptions, onDone?: (outcome: LineOutcome) => void, signal?: AbortSignal): Promise<LineOutcome[]> {
  const outcomes: LineOutcome[] = [];
  const taken = createTakenRows();
  const tried: TriedMedicine[] = [];
  let turn = performance.now();
  for (const line of lines) {
    if (signal?.aborted) break;
    const outcome = taken.repeated(line) ?? importLine(db, person, line, options, tried);
    taken.note(line, outcome);
    outcomes.push(outcome);
    onDone?.(outcome);
    if (isStoppedByFullDisk(outcome)) break;
    if (performance.now() - turn > TURN_MS) { await nextTurn(); turn = performance.now(); }
  }
  return outcomes;
}
