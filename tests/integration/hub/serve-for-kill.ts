import { startHub } from '../../../src-hub/main.ts';

const [dir = ''] = process.argv.slice(2);
const hub = await startHub({ dir });
console.log(hub.url);
