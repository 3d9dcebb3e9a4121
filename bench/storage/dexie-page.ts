import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { createLab } from './create-lab.ts';
import { createRxSubject } from './rx-subject.ts';

/** Bundled and run in Chromium. `strict`: a transaction is on disk when it completes, as ours is. */
Object.assign(globalThis, { lab: createLab(() => createRxSubject(() => getRxStorageDexie({ chromeTransactionDurability: 'strict' }))) });
