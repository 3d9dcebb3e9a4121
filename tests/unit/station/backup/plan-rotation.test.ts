import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { FoundCopy } from '../../../../src-main/station/backup/copy-folder.ts';
import { copyNameOf, parseCopyName, type CopyKind } from '../../../../src-main/station/backup/copy-name.ts';
import { planRotation } from '../../../../src-main/station/backup/plan-rotation.ts';

const hour = 3_600_000;
const start = Date.parse('2026-09-07T00:00:00Z');
const a = (kind: CopyKind, hours: number): FoundCopy => ({ unit: '25001', device: 'pc-a', kind, at: start + hours * hour, file: `${kind}-${hours}`, bytes: 1 });
const newestFirst = (copies: FoundCopy[]) => [...copies].sort((x, y) => y.at - x.at);
/** Ten hours of work a day: one copy of the day, nine of the hour. */
const worked = (days: number) => newestFirst(Array.from({ length: days }, (_, day) => Array.from({ length: 10 }, (__, n) => a(n === 0 ? 'day' : 'hour', day * 24 + n))).flat());

describe('which copies are kept', () => {
  it('[BAK5] a day of work after another leaves 24 hours, 7 days and 4 weeks', () => {
    let kept: FoundCopy[] = [];
    for (const next of worked(90).reverse()) {
      kept = newestFirst([...kept, next]);
      const gone = new Set(planRotation(kept));
      kept = kept.filter((copy) => !gone.has(copy));
    }
    expect(kept.filter(({ kind }) => kind === 'hour')).toHaveLength(24);
    const days = kept.filter(({ kind }) => kind === 'day');
    expect(days.slice(0, 7).map(({ at }) => (start + 89 * 24 * hour - at) / (24 * hour))).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(days.length).toBeGreaterThanOrEqual(9);
    expect(days.length).toBeLessThanOrEqual(11);
    expect((start + 89 * 24 * hour - (days.at(-1)?.at ?? 0)) / (24 * hour)).toBeGreaterThanOrEqual(20);
  });

  it('[BAK5] the newest daily copy stays, and the one every kept copy of an hour needs', () => {
    const copies = fc.array(fc.record({ kind: fc.constantFrom<CopyKind>('day', 'hour', 'change'), hours: fc.nat(3000) }), { maxLength: 120 })
      .map((list) => newestFirst(list.map(({ kind, hours }) => a(kind, hours))));
    fc.assert(fc.property(copies, (list) => {
      const gone = new Set(planRotation(list));
      const kept = list.filter((copy) => !gone.has(copy));
      const newest = list.find(({ kind }) => kind === 'day');
      if (newest) expect(kept).toContain(newest);
      for (const copy of kept.filter(({ kind }) => kind === 'hour')) expect(kept).toContain(list.find(({ kind, at }) => kind === 'day' && at <= copy.at));
      expect(kept.filter(({ kind }) => kind === 'change').length).toBeLessThanOrEqual(2);
    }));
  });

  it('[BAK5] a name says whose copy it is, of when and of what kind, in the time of the unit; other names are left alone', () => {
    const name = { unit: '25001', device: 'pc-a2345678', at: Date.parse('2026-11-21T18:05:09Z'), kind: 'hour' as const };
    expect(copyNameOf(name)).toBe('tramxa_25001_pc-a2345678_2026-11-22_010509_hour.tramxa');
    expect(parseCopyName(copyNameOf(name))).toEqual(name);
    for (const other of ['thesis.txt', 'copy.tramxa', `${copyNameOf(name)}.part`, 'tramxa_25001_pc-a_2026-99-99_010509_hour.tramxa']) expect(parseCopyName(other)).toBeUndefined();
  });
});
