import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEmbeddedEngine } from '../../../../src-hub/engine/embedded/open-embedded-engine.ts';
import { encryptedLevelDown } from '../../../../src-hub/engine/encrypted-files.ts';
import { UnknownDatabase } from '../../../../src-hub/engine/engine.ts';
import type { Engine } from '../../../../src-hub/engine/engine.ts';

describe('the embedded engine', () => {
  let dir: string, engine: Engine;
  const open = () => openEmbeddedEngine({ dir, openLevelDown: encryptedLevelDown(Buffer.alloc(32, 7)), maxOpen: 2 });
  beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'tramxa-engine-')); engine = open(); });
  afterEach(async () => { await engine.close(); rmSync(dir, { recursive: true, force: true }); });
  const put = (name: string, id: string) => engine.use(name, (database) => database.write([{ _id: id, _rev: '1-a', text: 'BÍ MẬT' }], { minted: true }));

  it('[HUB30] keeps few databases open and closes none that is in use', async () => {
    const names = Array.from({ length: 8 }, (_, n) => `health-${n}`);
    for (const name of names) expect(await engine.create(name)).toBe(true);
    expect(await engine.create('health-0')).toBe(false);
    let go = (): void => undefined;
    const held = engine.use('health-0', async (database) => { await new Promise<void>((resolve) => { go = resolve; }); return database.read('a'); });
    await put('health-0', 'a');
    for (let round = 0; round < 3; round += 1) await Promise.all(names.map((name) => put(name, `x${round}`)));
    go();
    expect(await held).toMatchObject({ text: 'BÍ MẬT' });
    for (const name of names) expect(await engine.use(name, async (database) => (await database.info()).documents)).toBe(name === 'health-0' ? 4 : 3);
  });

  it('[HSP6] a database nobody asks for gives back its memory once, and answers as before', async () => {
    await engine.close();
    let rested = 0;
    const openLevelDown = (file: string) => {
      const store = encryptedLevelDown(Buffer.alloc(32, 7))(file);
      const rest = store.rest.bind(store);
      return Object.assign(store, { rest: () => { rested += 1; rest(); } });
    };
    engine = openEmbeddedEngine({ dir, openLevelDown, restAfterMs: 30 });
    await engine.create('health-1');
    await put('health-1', 'a');
    const listed = () => engine.use('health-1', async (database) => (await database.allDocuments({ withBodies: true })).rows.length);
    expect(await listed()).toBe(1);
    await vi.waitUntil(() => rested > 0, { timeout: 20_000 });
    // In use it never rests.
    const before = rested;
    await engine.use('health-1', () => new Promise((resolve) => { setTimeout(resolve, 150); }));
    expect(rested).toBe(before);
    await put('health-1', 'b');
    expect(await listed()).toBe(2);
    await vi.waitUntil(() => rested > before, { timeout: 20_000 });
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    expect(rested).toBe(before + 1);
  });

  it('[HUB31] every file is encrypted, and found again after a restart', async () => {
    await engine.create('health-1');
    await put('health-1', 'a');
    await engine.close();
    for (const file of readdirSync(dir)) expect(readFileSync(join(dir, file)).includes('MẬT')).toBe(false);
    engine = open();
    expect(engine.databases()).toEqual(['health-1']);
    expect(await engine.use('health-1', (database) => database.read('a'))).toMatchObject({ text: 'BÍ MẬT' });
  });

  it('[HUB32] tells of creation, of writes that changed something, and of deletion', async () => {
    const told: string[] = [];
    engine.onUpdate(({ database, type }) => told.push(`${type} ${database}`));
    await engine.create('health-1');
    await put('health-1', 'a');
    await put('health-1', 'a');
    await engine.destroy('health-1');
    expect(told).toEqual(['created health-1', 'updated health-1', 'deleted health-1']);
    await expect(put('health-1', 'a')).rejects.toBeInstanceOf(UnknownDatabase);
    expect(readdirSync(dir)).toEqual([]);
  });
});
