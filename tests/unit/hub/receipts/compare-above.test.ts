import { describe, expect, it } from 'vitest';
import { compareAbove } from '../../../../src-hub/receipts/compare-above.ts';
import { isReachedBy } from '../../../../src-hub/receipts/place-mark.ts';
import { Digest } from '../../../../sync/index.ts';

const digest = (...leaves: [string, string][]) => { const made = new Digest(); for (const [id, rev] of leaves) made.add(id, rev); return made; };

describe('what a receipt from above proves', () => {
  it('[RCP6] only buckets that are the same are proved; a differing one never counts as whole', () => {
    const ours = new Map([['pc1', digest(['a', '1-a'], ['b', '1-b'])], ['pc2', digest(['c', '1-c'])]]);
    expect(compareAbove(ours, new Map(ours))).toMatchObject({ proved: 3, missing: 0 });
    expect(compareAbove(ours, new Map())).toMatchObject({ proved: 0, missing: 3 });
    expect(compareAbove(ours, new Map([['pc1', digest(['a', '1-a'], ['b', '1-x'])], ['pc2', digest(['c', '1-c'])]]))).toMatchObject({ proved: 2, missing: 1 });
    expect(compareAbove(ours, new Map([['pc3', digest(['c', '1-c'])]])).missing).toBe(3);
  });

  it('[RCP7] an index is believed only where the database\'s own mark has come as far', () => {
    expect(isReachedBy('5-u', '5-u')).toBe(true);
    expect(isReachedBy('5-u', '9-u')).toBe(true);
    expect(isReachedBy('5-u', '4-u')).toBe(false);
    expect(isReachedBy('5-u', '9-v')).toBe(false);
    expect(isReachedBy('5-u', '')).toBe(false);
  });
});
