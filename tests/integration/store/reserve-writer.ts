import { existsSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../../store/index.ts';
import type { StorageCore } from '../../../store/index.ts';

/** Lets other files take all the room on the small disk it is given, and says what a store with a reserve still does there. */
const directory = process.argv[2] ?? '';
const file = join(directory, 'store.db');
const reserve = `${file}-reserve`;
const filler = join(directory, 'filler');
const open = (): StorageCore => openStore({ file, key: Buffer.alloc(32, 3), reserveBytes: 300_000 });
const save = (store: StorageCore, id: string): void => { store.commit({ documents: [{ table: 'people', document: { _id: id, _rev: '1-a', _deleted: false, _meta: { lwt: 0 }, _attachments: {}, text: 'x'.repeat(5_000) } }], context: 'save' }); };
const codeOf = (action: () => unknown): unknown => {
  try { return action() ?? 'ok'; } catch (error) { return error instanceof Error && 'code' in error ? error.code : String(error); }
};
const fill = (): void => {
  const { bavail, bsize } = statfsSync(directory);
  writeFileSync(filler, Buffer.concat([existsSync(filler) ? readFileSync(filler) : Buffer.alloc(0), Buffer.alloc(bavail * bsize)]));
};

const said: Record<string, unknown> = {};
let store = open();
store.defineTable({ name: 'people', indexes: [] });
said.kept = statSync(reserve).size;
fill();
for (let n = 0; codeOf(() => { save(store, `p${n}`); }) === 'ok'; n += 1) said.saved = n + 1;
said.refused = codeOf(() => { save(store, 'last'); });
said.released = [store.releaseReserve(), store.releaseReserve()];
said.saveAfter = codeOf(() => { save(store, 'last'); });
said.reserveThere = existsSync(reserve);
store.close();
rmSync(filler);
store = open();
said.keptAgain = statSync(reserve).size;
store.close();
fill();
said.openFull = codeOf(() => { store = open(); });
said.read = store.get('people', 'last')?._id;
said.saveFull = codeOf(() => { save(store, 'later'); });
said.reserveGone = !existsSync(reserve);
store.close();
process.stdout.write(JSON.stringify(said));
