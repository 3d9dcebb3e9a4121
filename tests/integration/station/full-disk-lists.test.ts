import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, tempDir } from './world.ts';

const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=65536 none /tmp']).status === 0;
const people = 300;
interface Said { ok: number; already: number; refused: unknown[] }
interface Stopped { code: number; said: { error: Said & { code: string; message: string; row?: number; line?: number } } }
interface Steps { stopped: Stopped; still: Stopped; gone: { code: number; said: Said } }

it.skipIf(!canMount)('[IMP15] a full disk stops a list and a file of operations in words; nothing is lost or half there, and both go on when there is room', () => {
  const command = 'mount -t tmpfs -o size=64000000 none "$0" && exec "$1" "$2" "$0" "$3" "$4"';
  const { status, stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', command, tempDir(), process.execPath, join(import.meta.dirname, 'full-disk-lists.ts'), tempDir(), join(root, 'src-main/cli/tramxa.js')], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const report = JSON.parse(stdout) as { import: Steps; load: Steps; reserve: boolean; verify: unknown };
  expect(report.reserve).toBe(true);
  for (const { stopped, still, gone } of [report.import, report.load]) {
    const { error } = stopped.said;
    expect([stopped.code, error]).toEqual([1, expect.objectContaining({ code: 'DiskFull', already: 0, refused: [], message: expect.stringMatching(/^the disk is full; stopped at (row|line) \d+: \d+ (added|lines done), 0 done before, 0 .* goes on from there$/) as unknown })]);
    expect([error.ok > 0, error.ok < people]).toEqual([true, true]);
    // The row after the last one that is in; the heading is row 1 of the list.
    expect(error.row === undefined ? error.line : error.row - 1).toBe(error.ok + 1);
    // Whatever was given back meanwhile is the reserve: nothing more is taken in from it.
    expect([still.code, still.said.error]).toEqual([1, expect.objectContaining({ code: 'DiskFull', ok: 0, already: error.ok })]);
    expect([gone.code, gone.said]).toEqual([0, expect.objectContaining({ ok: people - error.ok, already: error.ok, refused: [] })]);
  }
  expect(report.verify).toMatchObject({ ok: true, problems: [], auditEvents: 2 * people, documents: { patients: 2 * people } });
}, 240_000);
