import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('[DUR10] what a request brought is let go of when it is answered, however long the exchange it belongs to goes on', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', join(import.meta.dirname, 'answers-kept.ts')], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toEqual({ asked: true, kept: 0, listeners: 0, after: 'refused' });
});
