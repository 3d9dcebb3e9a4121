import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleLoadLines } from '../../../src-shared/domain/practice/sample-load-lines.ts';
import { aFile, aStation, tempDir, tramxa, until } from './world.ts';

const lines = [...sampleLoadLines({ people: 120, checkups: 240, movements: 160, seed: 11, today: '2026-11-20' })];

describe('kill -9', () => {
  it('[STA20] [STA39] of a serving station leaves the directory to the next one', async () => {
    const { dir } = await aStation();
    const file = aFile('load.ndjson', `${lines.join('\n')}\n`);
    const ack = join(tempDir(), 'ack');
    let station: ChildProcess | undefined;
    const served = tramxa(['station', 'serve', '--dir', dir, '--json'], { onSpawn: (child) => { station = child; } });
    await until(() => existsSync(join(dir, 'runtime.json')), 30_000);
    const load = tramxa(['station', 'load', '--dir', dir, '--account', 'lan', file, '--ack', ack]);
    await until(() => existsSync(ack) && readFileSync(ack, 'utf8').length > 0, 60_000);
    station?.kill('SIGKILL');
    await served;
    const interrupted = await load;
    expect([interrupted.code, interrupted.stderr]).toEqual([1, expect.stringContaining('the station that served this directory has ended')]);
    const kept = readFileSync(ack, 'utf8').split('\n').filter(Boolean).length;
    const again = JSON.parse((await tramxa(['station', 'load', '--dir', dir, '--account', 'lan', file, '--json'])).stdout) as { ok: number; already: number; refused: unknown[] };
    expect(again.already).toBeGreaterThanOrEqual(kept);
    expect([again.ok + again.already, again.refused]).toEqual([lines.length, []]);
    expect((await tramxa(['station', 'verify', '--dir', dir, '--account', 'lan'])).code).toBe(0);
  });

  it('[STA20] loses no acknowledged line, leaves a clean file, and loading again adds nothing twice', async () => {
    const { dir } = await aStation();
    const file = aFile('load.ndjson', `${lines.join('\n')}\n`);
    const ack = join(tempDir(), 'ack');
    const acknowledged = () => (existsSync(ack) ? readFileSync(ack, 'utf8').split('\n').filter(Boolean).map(Number) : []);
    const load = ['station', 'load', '--dir', dir, '--account', 'lan', file, '--ack', ack, '--json'];
    const verify = async () => JSON.parse((await tramxa(['station', 'verify', '--dir', dir, '--account', 'lan', '--json'])).stdout) as { ok: boolean; problems: unknown[]; documents: Record<string, number>; auditEvents: number };

    for (const share of [0.02, 0.3, 0.62, 0.85]) {
      const wanted = Math.floor(lines.length * share);
      await tramxa(load, { onSpawn: (child) => { void until(() => new Set(acknowledged()).size >= wanted, 60_000).finally(() => child.kill('SIGKILL')); } });
      const kept = new Set(acknowledged());
      const report = await verify();
      expect(report.problems).toEqual([]);
      expect(report.auditEvents).toBeGreaterThanOrEqual(kept.size);
      expect(report.auditEvents).toBeLessThanOrEqual(lines.length);
      // Every acknowledged line answers "done before", none is done a second time.
      const again = aFile('again.ndjson', `${[...kept].sort((a, b) => a - b).map((line) => lines[line - 1]).join('\n')}\n`);
      expect(JSON.parse((await tramxa(['station', 'load', '--dir', dir, '--account', 'lan', again, '--json'])).stdout)).toMatchObject({ ok: 0, already: kept.size, refused: [] });
    }
    const last = JSON.parse((await tramxa(load)).stdout) as { ok: number; already: number; refused: unknown[] };
    expect([last.ok + last.already, last.refused]).toEqual([lines.length, []]);
    expect(JSON.parse((await tramxa(load)).stdout)).toMatchObject({ ok: 0, already: lines.length, refused: [] });
    const report = await verify();
    expect(report).toMatchObject({ ok: true, auditEvents: lines.length, documents: { patients: 120, encounters: 240 } });
  });
});
