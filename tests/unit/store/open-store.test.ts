import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyStoreFile, inspectStore, openStore, StoreOpenError } from '../../../store/index.ts';
import { aDirectory, aDocument, aKey, aStore } from './store-in-temp-dir.ts';

const codeOf = (open: () => unknown): string => {
  try { open(); } catch (error) { return error instanceof StoreOpenError ? error.code : String(error); }
  return 'opened';
};

for (const cipher of ['aegis', 'chacha20'] as const) {
  it(`[STO1] opens only with its key (${cipher})`, () => {
    const store = aStore({ cipher });
    store.defineTable({ name: 'people', indexes: [] });
    store.commit({ documents: [{ table: 'people', document: aDocument('people:1', { name: 'Nguyễn Văn Secret' }) }], context: 'test' });
    store.close();
    expect(codeOf(() => openStore({ file: store.file, key: aKey(8), cipher }))).toBe('WrongKey');
    const again = openStore({ file: store.file, key: aKey(), cipher });
    expect(again.get('people', 'people:1')?.name).toBe('Nguyễn Văn Secret');
    again.close();
    expect(readFileSync(store.file).includes('Secret')).toBe(false);
  });
}

it('[STO1] refuses a key of another length', () => {
  expect(codeOf(() => openStore({ file: join(aDirectory(), 'x.db'), key: Buffer.alloc(16) }))).toContain('RangeError');
});

it('[STO2] names a file that is no store, is damaged, missing, empty or in a missing directory', () => {
  const directory = aDirectory();
  const text = join(directory, 'text.db');
  writeFileSync(text, 'hello '.repeat(1000));
  expect(codeOf(() => openStore({ file: text, key: aKey() }))).toBe('Corrupt');
  expect(codeOf(() => openStore({ file: join(directory, 'none.db'), key: aKey(), mustExist: true }))).toBe('NotFound');
  expect(codeOf(() => openStore({ file: join(directory, 'none.db'), key: aKey(), create: false }))).toBe('NotFound');
  expect(codeOf(() => openStore({ file: join(directory, 'no', 'dir.db'), key: aKey() }))).toBe('NotFound');
  const folder = join(directory, 'folder');
  mkdirSync(folder);
  expect(codeOf(() => openStore({ file: folder, key: aKey() }))).toBe('NotFound');
  const empty = join(directory, 'empty.db');
  writeFileSync(empty, '');
  expect(codeOf(() => openStore({ file: empty, key: aKey(), mustExist: true }))).toBe('Corrupt');
});

it('[STO2] names damage after the first page when it is met', () => {
  const store = aStore();
  store.defineTable({ name: 'people', indexes: [] });
  for (let n = 0; n < 50; n += 1) store.commit({ documents: [{ table: 'people', document: aDocument(`people:${n}`, { text: 'x'.repeat(2000) }) }], context: 'test' });
  store.close();
  const bytes = readFileSync(store.file);
  for (let at = 4096 * 12 + 100; at < bytes.length; at += 4096) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(store.file, bytes);
  let problems: string[] = [];
  const outcome = codeOf(() => {
    const damaged = openStore({ file: store.file, key: aKey() });
    try { problems = damaged.check(false); } catch (error) { problems = [String(error)]; } finally { damaged.close(); }
  });
  expect(outcome === 'Corrupt' || problems.length > 0).toBe(true);
});

it('[STO3] a file of a newer version is refused and left alone', () => {
  const store = aStore();
  store.sql.run("UPDATE store_meta SET value = '999' WHERE key = 'format'");
  store.close();
  expect(codeOf(() => openStore({ file: store.file, key: aKey() }))).toBe('NewerVersion');
});

it('[STO4] one opener at a time, and the next one after close', () => {
  const store = aStore();
  expect(codeOf(() => openStore({ file: store.file, key: aKey() }))).toBe('InUse');
  store.close();
  store.close();
  const again = openStore({ file: store.file, key: aKey() });
  again.close();
});

it.skipIf(process.getuid?.() === 0)('[STO2] names a directory that may not be written', () => {
  const directory = aDirectory();
  chmodSync(directory, 0o500);
  expect(codeOf(() => openStore({ file: join(directory, 'x.db'), key: aKey() }))).toBe('ReadOnly');
});

it('[STO5] a copy is encrypted, complete and opens with the same key', () => {
  const store = aStore();
  store.defineTable({ name: 'people', indexes: [['name']] });
  store.commit({ documents: [{ table: 'people', document: aDocument('people:1', { name: 'Trần Thị Secret' }) }], context: 'test' });
  const copy = join(aDirectory(), 'copy.db');
  store.copyTo(copy);
  expect(readFileSync(copy).includes('Secret')).toBe(false);
  expect(codeOf(() => openStore({ file: copy, key: aKey(9) }))).toBe('WrongKey');
  const opened = openStore({ file: copy, key: aKey(), mustExist: true });
  expect(opened.get('people', 'people:1')?.name).toBe('Trần Thị Secret');
  expect(opened.check(true)).toEqual([]);
  opened.close();
  if (process.platform !== 'win32') expect([store.file, copy].map((file) => statSync(file).mode & 0o077)).toEqual([0, 0]);
  expect(() => store.copyTo(copy)).toThrow('EEXIST');
  expect(() => store.copyTo(join(aDirectory(), 'none', 'copy.db'))).toThrow('ENOENT');
});

it('[STO6] copies a file that is being written, and reads a copy without touching it', () => {
  const store = aStore();
  store.defineTable({ name: 'people', indexes: [] });
  const save = (n: number, deleted = false) => store.commit({ documents: [{ table: 'people', document: { ...aDocument(`people:${n}`, { name: 'Trần Thị Secret' }), _deleted: deleted } }], context: 'test' });
  for (let n = 0; n < 30; n += 1) save(n);
  save(3, true);
  const directory = aDirectory();
  const copy = join(directory, 'copy.db');
  copyStoreFile({ file: store.file, key: aKey() }, copy);
  save(99);
  const bytes = readFileSync(copy);
  expect(bytes.includes('Secret')).toBe(false);
  const seen = inspectStore({ file: copy, key: aKey() }, ({ problems, documents, sql }) => ({ problems, documents, kind: sql.get<{ value: string }>("SELECT value FROM store_meta WHERE key = 'kind'")?.value }));
  expect(seen).toEqual({ problems: [], documents: { people: 29 }, kind: 'documents' });
  expect([readdirSync(directory), readFileSync(copy).equals(bytes)]).toEqual([['copy.db'], true]);
  expect(codeOf(() => inspectStore({ file: copy, key: aKey(9) }, () => 0))).toBe('WrongKey');
  expect(codeOf(() => inspectStore({ file: join(directory, 'none'), key: aKey() }, () => 0))).toBe('NotFound');
  expect(() => copyStoreFile({ file: store.file, key: aKey() }, copy)).toThrow('EEXIST');
  expect(readFileSync(copy).equals(bytes)).toBe(true);
  expect(store.count('people')).toBe(30);
});
