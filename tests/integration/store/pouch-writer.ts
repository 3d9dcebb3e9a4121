import { openPouch } from './encrypted-pouch.ts';

/** Writes documents one after the other for ever, printing the id of each once it is answered. */
const [name = '', prefix = ''] = process.argv.slice(2);
const database = openPouch(name);
for (let n = 0; ; n += 1) {
  const { id } = await database.put({ _id: `${prefix}:${n}`, name: `Lê Thị Secret ${n}` });
  process.stdout.write(`${id}\n`);
}
