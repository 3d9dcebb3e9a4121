import { parentPort, workerData } from 'node:worker_threads';
import { parseTable } from './parse-table.ts';

/** Reads one file away from the process that serves: neither a large nor a broken one holds it up. */
parentPort?.postMessage(await parseTable(workerData as Uint8Array));
