import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openBookFile } from '../../../../src-hub/engine/encrypted-files.ts';
import { openCopier } from '../../../../src-hub/operations/copy-apart.ts';

let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'tramxa-copy-')); });
afterEach(() => { rmSync(dir, { recursive: true, force: true }); });

it('[HUB70] a file is copied while others are heard, and a copy that fails says why', async () => {
  const key = randomBytes(32);
  const book = openBookFile(join(dir, 'a.db'), key, Date.now);
  book.sql.run('CREATE TABLE filler (bytes BLOB)');
  for (let n = 0; n < 8; n += 1) book.sql.run('INSERT INTO filler VALUES (randomblob(1000000))');
  const copier = openCopier(key);
  try {
    // The first copy starts the thread.
    await copier.copy(join(dir, 'a.db'), join(dir, 'first.db'));
    let rounds = 0;
    let isDone = false;
    const count = (): void => { rounds += 1; if (!isDone) setImmediate(count); };
    setImmediate(count);
    await copier.copy(join(dir, 'a.db'), join(dir, 'second.db'));
    isDone = true;
    expect(rounds).toBeGreaterThan(10);
    expect(statSync(join(dir, 'second.db')).size).toBeGreaterThan(8_000_000);
    await expect(copier.copy(join(dir, 'a.db'), join(dir, 'first.db'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(copier.copy(join(dir, 'none.db'), join(dir, 'third.db'))).rejects.toThrow();
  } finally {
    await copier.end();
    book.close();
  }
  await expect(copier.copy(join(dir, 'a.db'), join(dir, 'late.db'))).rejects.toThrow('ended');
  const copy = openBookFile(join(dir, 'second.db'), key, Date.now);
  expect(copy.sql.get('SELECT COUNT(*) AS n FROM filler')).toEqual({ n: 8 });
  copy.close();
});
