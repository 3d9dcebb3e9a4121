import { installSeededRandom } from './seeded-random.ts';
import { installStoreHooks } from './store-hooks.ts';
import { installThreadless } from './threadless.ts';
import { installVirtualTime } from './virtual-time.ts';

/**
 * The process's clocks, timers, randomness, threads and disk, under the simulator's hand. Imported before anything of the
 * product, so that what it keeps of them is already the simulator's.
 */
installThreadless();
export const time = installVirtualTime();
export const randomness = installSeededRandom();
export const storeHooks = installStoreHooks();
