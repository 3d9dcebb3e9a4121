import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agree } from '../../../bench/support/agree.ts';
import { encounterBatches, forgetEncounters } from '../../../bench/support/encounters.ts';
import { benchKey } from '../../../bench/support/bench-key.ts';
import { openRawConnection } from '../../../bench/support/raw-connection.ts';
import { turnsOf } from '../../../bench/support/turns.ts';
import { encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { internalsOf } from '../../../store/core-internals.ts';
import { openStore } from '../../../store/index.ts';

const all = (count: number, seed?: number) => [...encounterBatches({ count, batch: 500, ...(seed === undefined ? {} : { seed }) })].flat();

describe('fairness of the benchmarks', () => {
  it('[BEN8] begins each run with another subject', () => {
    expect(turnsOf(['ours', 'raw', 'memory'], 0)).toEqual(['ours', 'raw', 'memory']);
    expect(turnsOf(['ours', 'raw', 'memory'], 1)).toEqual(['raw', 'memory', 'ours']);
    expect(turnsOf(['ours', 'raw', 'memory'], 5)).toEqual(['memory', 'ours', 'raw']);
    expect(turnsOf([], 3)).toEqual([]);
  });

  it('[BEN9] catches a subject that found less', () => {
    expect(() => agree('count', { ours: 5, raw: 5 })).not.toThrow();
    expect(() => agree('count', { ours: 5, raw: 4 })).toThrow(/count/);
  });

  it('[BEN10] makes real encounters of the promised size, the same for the same seed', () => {
    const made = all(300);
    for (const one of made) expect(encounter.safeParse(one).success).toBe(true);
    const bytes = made.reduce((sum, one) => sum + Buffer.byteLength(JSON.stringify(one)), 0) / made.length;
    expect(bytes).toBeGreaterThan(1_300);
    expect(bytes).toBeLessThan(1_420);
    forgetEncounters();
    expect(JSON.stringify(all(300))).toBe(JSON.stringify(made));
    expect(all(300, 2)[0]?._id).not.toBe(made[0]?._id);
  });

  it('[BEN10] never gives two documents one id', () => {
    expect(new Set(all(10_100).map(({ _id }) => _id)).size).toBe(10_100);
  });

  it('[BEN16] gives the program written by hand the pragmas of the store', () => {
    const dir = mkdtempSync(join(tmpdir(), 'bench-'));
    const store = openStore({ file: join(dir, 'ours.db'), key: benchKey() });
    const raw = openRawConnection(join(dir, 'raw.db'));
    const pragmas = ['cipher', 'page_size', 'cache_size', 'journal_mode', 'synchronous', 'fullfsync', 'checkpoint_fullfsync', 'journal_size_limit', 'temp_store', 'foreign_keys', 'mmap_size'];
    const settingsOf = (connection: typeof raw) => Object.fromEntries(pragmas.map((pragma) => [pragma, connection.pragma(pragma, { simple: true })]));
    try {
      expect(settingsOf(raw)).toEqual(settingsOf(internalsOf(store).connection));
    } finally {
      raw.close();
      store.close();
      rmSync(dir, { recursive: true, force: true });
    }
  });

  it('[BEN11] copies whole documents', () => {
    const [first, ...rest] = all(10_001);
    const copy = rest.at(-1);
    expect(copy?.['reason']).toBe(first?.['reason']);
    expect(copy?.['observations']).toEqual(first?.['observations']);
    expect(copy?.['observations']).not.toBe(first?.['observations']);
    expect(copy?._id).not.toBe(first?._id);
    expect(copy?.patientId).not.toBe(first?.patientId);
  });
});
