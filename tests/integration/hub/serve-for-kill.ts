import { startHub } from '../../../src-hub/main.ts';

/** Serves a hub in a process of its own, which a test may kill; prints its address. */
const [dir = '', port] = process.argv.slice(2);
const hub = await startHub({ dir, ...(port === undefined ? {} : { port: Number(port) }) });
console.log(hub.url);
