// express-pouchdb as a hub, in a process of its own: `start(dir)` answers its address. Plain CommonJS, as its packages are.
const { mkdirSync } = require('node:fs');
const { join } = require('node:path');
const express = require('express');
const expressPouchDB = require('express-pouchdb');
const leveldown = require('leveldown');
const PouchDB = require('pouchdb');

/** LevelDB that is on disk when it answers, as ours is; PouchDB's own is not. */
function durable(name) {
  const down = leveldown(name);
  const batch = down._batch.bind(down);
  const put = down._put.bind(down);
  down._batch = (operations, options, callback) => batch(operations, { ...options, sync: true }, callback);
  down._put = (key, value, options, callback) => put(key, value, { ...options, sync: true }, callback);
  return down;
}
Object.assign(durable, leveldown);

const calls = {
  async start(dir) {
    const databases = join(dir, 'databases');
    mkdirSync(databases, { recursive: true });
    const Pouch = PouchDB.defaults({ prefix: `${databases}/`, db: durable });
    const app = express();
    // The least it can be: no sign-in, no checks, which ours does.
    app.use(expressPouchDB(Pouch, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(dir, 'log.txt') }));
    const server = await new Promise((resolve) => { const listening = app.listen(0, '127.0.0.1', () => resolve(listening)); });
    return `http://127.0.0.1:${server.address().port}`;
  },
  residentMiB() {
    globalThis.gc?.();
    return process.memoryUsage.rss() / 2 ** 20;
  },
  cpuMs() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  stop() {},
};

process.on('message', async ({ number, call, args }) => {
  try {
    process.send({ number, answer: await calls[call](...args) });
  } catch (error) {
    process.send({ number, fault: String(error && error.stack) });
  }
});
process.on('disconnect', () => process.exit(0));
process.send({ number: 0, answer: 'ready' });
