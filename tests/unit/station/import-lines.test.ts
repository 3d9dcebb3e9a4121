import { expect, it } from 'vitest';
import { importWords } from '../../../src-main/cli/import-words.ts';
import type { StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { importLines } from '../../../src-main/station/import/import-lines.ts';
import { isStoppedByFullDisk } from '../../../src-main/station/import/is-stopped-by-full-disk.ts';
import type { ListLine } from '../../../src-main/station/import/read-list.ts';

it('[IMP15] rows whose waiting for the disk meets a full one are told to nobody, and stop the list in words', async () => {
  const lines = Array.from({ length: 3 }, (_, row) => ({ row: row + 2, key: `k${row}`, kind: 'stock', input: {}, repairs: [] })) as unknown as ListLine[];
  const db = {
    doneKeys: { find: () => ({}) },
    store: { together: (work: () => void) => { work(); throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }); } },
  } as unknown as StationDatabase;
  const told: number[] = [];
  const outcomes = await importLines(db, { account: 'lan', displayName: 'Lan', role: 'head' }, lines, { dryRun: false, includeLikely: false }, (outcome) => { if (!isStoppedByFullDisk(outcome)) told.push(outcome.row); });
  expect([told, outcomes]).toEqual([[], [{ row: 2, outcome: 'refused', problems: [{ code: 'DiskFull' }] }]]);
});

it('[IMP13] a name that is none is said in words', () => {
  expect(importWords('NotAName', '12')).toBe('not a person’s name: "12"');
});
