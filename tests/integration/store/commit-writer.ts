import { openStore } from '../../../store/index.ts';

/** Commits records with their outbox rows one after the other for ever, printing the id of each once the commit has returned. */
const [file = '', prefix = ''] = process.argv.slice(2);
const store = openStore({ file, key: Buffer.alloc(32, 6) });
store.defineTable({ name: 'people', indexes: [['name']] });
store.defineTable({ name: 'audit', indexes: [] });
store.sql.run('CREATE TABLE IF NOT EXISTS outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL)');
for (let n = 0; ; n += 1) {
  const id = `${prefix}:${n}`;
  const document = { _id: id, _rev: '1-a', _deleted: false, _meta: { lwt: 0 }, _attachments: {}, name: `Nguyễn Thị Secret ${n}`, text: 'Secret '.repeat(n % 50) };
  store.commit({
    documents: [{ table: 'people', document, previousRev: null }, { table: 'audit', document: { ...document, _id: `audit:${id}` }, previousRev: null }],
    sql: (sql) => { sql.run('INSERT INTO outbox (id) VALUES (?)', id); },
    context: 'save',
  });
  process.stdout.write(`${id}\n`);
}
