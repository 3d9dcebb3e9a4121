import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createLevelDown } from '../../../store/index.ts';
import { runTape } from './tape-on-vitest.ts';
import type { TapeRun } from './tape-on-vitest.ts';

const suite = createRequire(import.meta.url)('abstract-leveldown/test') as (options: Record<string, unknown>) => void;
const directory = mkdtempSync(join(tmpdir(), 'store-suite-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

let made = 0;
const test = ((name, body) => {
  it(`[STO40] ${name}`, async () => { expect(await runTape(body)).toEqual([]); });
}) as TapeRun & { skip: TapeRun };
test.skip = () => undefined;

suite({
  test,
  factory: () => createLevelDown({ file: join(directory, `${(made += 1)}.db`), key: Buffer.alloc(32, 3) }),
  seek: false, clear: true, getMany: true, snapshots: true,
});
