import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../../store/index.ts';
import type { StorageCore } from '../../../store/index.ts';

/** Fills the small disk it is given with a store until nothing goes in any more, and says step by step what happened. */
const directory = process.argv[2] ?? '';
const file = join(directory, 'store.db');
const filler = join(directory, 'filler');
const key = Buffer.alloc(32, 3);
const free = (): number => { const { bavail, bsize } = statfsSync(directory); return bavail * bsize; };
const open = (): StorageCore => openStore({ file, key });

function save(store: StorageCore, id: string, length: number): void {
  const document = { _id: id, _rev: '1-a', _deleted: false, _meta: { lwt: 0 }, _attachments: {}, name: id, text: 'x'.repeat(length) };
  store.commit({ documents: [{ table: 'people', document, previousRev: null }], sql: (sql) => { sql.run('INSERT INTO outbox (id) VALUES (?)', id); }, context: 'save' });
}
const codeOf = (action: () => unknown): string => {
  try { action(); return 'ok'; } catch (error) { return error instanceof Error && 'code' in error ? String(error.code) : String(error); }
};
const read = (store: StorageCore): object => ({
  people: store.count('people'), outbox: store.sql.get<{ n: number }>('SELECT count(*) AS n FROM outbox')?.n,
  last: [...store.iterate('people')].at(-1)?._id, problems: store.check(true),
});

const said: Record<string, unknown> = {};
writeFileSync(filler, Buffer.alloc(1_500_000));
let store = open();
store.defineTable({ name: 'people', indexes: [['name']] });
store.sql.run('CREATE TABLE outbox (seq INTEGER PRIMARY KEY, id TEXT NOT NULL)');
let saved = 0;
for (;;) {
  const code = codeOf(() => { save(store, `p${String(saved).padStart(5, '0')}`, 3_000); });
  if (code !== 'ok') { said.refusal = code; break; }
  saved += 1;
}
said.saved = saved;
said.roomLeft = free();
said.whileFull = read(store);
said.again = codeOf(() => { save(store, 'q', 20_000); });
said.close = codeOf(() => { store.close(); });
said.openFull = codeOf(() => { store = open(); });
said.readFull = read(store);
rmSync(filler);
said.afterRoom = codeOf(() => { save(store, 'z', 20_000); });
said.whenRoom = read(store);
said.closeWithRoom = codeOf(() => { store.close(); });
store = open();
said.atLast = read(store);
store.close();
process.stdout.write(JSON.stringify(said));
