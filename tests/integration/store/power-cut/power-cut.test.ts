import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../../../store/index.ts';
import type { StorageCore } from '../../../../store/index.ts';
import { aDirectory } from '../temp-dir.ts';
import { cutsBetween } from './cuts.ts';
import type { Cut } from './cuts.ts';
import { createRandom, halfCheckpointed, withImage } from './disk-image.ts';
import { contentOf, key, live } from './history.ts';
import type { Moment } from './history.ts';

const COMMITS = Number(process.env.POWER_CUT_COMMITS ?? 14);
const SEED = Number(process.env.POWER_CUT_SEED ?? 1);

const saveOne = (store: StorageCore): void => {
  store.commit({ documents: [{ table: 'people', document: { _id: 'after', _rev: '1-a', _deleted: false, _meta: { lwt: 0 }, _attachments: {} }, previousRev: null }], context: 'after' });
};

/** Opens what the power left and says what is wrong with it; `undefined` where nothing is. */
function faultOf(directory: string, { image, allowed }: Cut): string | undefined {
  return withImage(directory, image, (file) => {
    try {
      const store = openStore({ file, key, mustExist: true });
      try {
        const content = contentOf(store);
        if (!allowed.includes(content)) return `holds ${content}`;
        const problems = store.check(true);
        if (problems.length > 0) return problems.join();
        saveOne(store);
      } finally { store.close(); }
      const again = openStore({ file, key, mustExist: true });
      try { return again.get('people', 'after') ? undefined : 'takes nothing new'; } finally { again.close(); }
    } catch (error) { return String(error); }
  });
}

it('[STO50] wherever the power is cut, the store opens with every acknowledged commit and nothing half, and works on', () => {
  const directory = aDirectory({ inMemory: true });
  const moments = live(join(directory, 'store.db'), COMMITS, SEED);
  const random = createRandom(SEED + 1);
  const cuts = moments.slice(1).flatMap((after, n) => cutsBetween(moments[n] as Moment, after, random));
  const counts = Object.groupBy(cuts, ({ name }) => name);
  expect(Object.keys(counts)).toHaveLength(8);
  expect(cuts.length).toBeGreaterThan(COMMITS * 8);
  const faults = cuts.flatMap((cut, n) => {
    const fault = faultOf(directory, cut);
    return fault === undefined ? [] : [`cut ${n}, ${cut.name}: ${fault}; allowed: ${cut.allowed.join(' or ')}`];
  });
  expect(faults).toEqual([]);
}, 120_000);

it('[STO50] every commit is synced before it returns', () => {
  const store = openStore({ file: join(aDirectory(), 'store.db'), key });
  expect([store.sql.get('PRAGMA journal_mode'), store.sql.get('PRAGMA synchronous')]).toEqual([{ journal_mode: 'wal' }, { synchronous: 2 }]);
  store.close();
});

it('[STO50] the check sees a store that loses or halves a commit', () => {
  const directory = aDirectory({ inMemory: true });
  const moments = live(join(directory, 'store.db'), 8, SEED);
  const random = createRandom(SEED);
  const at = moments.findIndex(({ image }, n) => n > 0 && !image.db.equals((moments[n - 1] as Moment).image.db));
  const [before, after] = [moments[at - 1] as Moment, moments[at] as Moment];
  const lost: Cut = { name: 'not synced', image: before.image, allowed: [after.content] };
  const halved: Cut = { name: 'folded before the log was synced', image: { db: halfCheckpointed(before.image.db, after.image.db, random), wal: Buffer.alloc(0) }, allowed: [before.content, after.content] };
  expect([lost, halved].map((cut) => typeof faultOf(directory, cut))).toEqual(['string', 'string']);
});
