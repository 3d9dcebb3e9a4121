import { describe, expect, it } from 'vitest';
import { fromSequence, toSequence } from '../../../../src-hub/engine/couchdb/couch-sequence.ts';
import { isReachedBy } from '../../../../src-hub/receipts/place-mark.ts';

describe('sequences of a CouchDB', () => {
  it('[CDB5] come back as CouchDB gave them, dashes included', () => {
    for (const couchs of ['0', '23-g1AAAA-bc_d~e', '7-']) expect(fromSequence(toSequence(couchs, '1795329990'), '1795329990')).toBe(couchs);
    expect(fromSequence('', 'x')).toBe('0');
    expect(fromSequence('0', 'x')).toBe('0');
  });

  it('[CDB5] of another founding, or of nobody, begin anew', () => {
    expect(fromSequence(toSequence('23-g1', '1'), '2')).toBeUndefined();
    expect(fromSequence('nonsense', '1')).toBeUndefined();
  });

  it('[CDB8] a place is reached by a mark of the same founding that is not behind it', () => {
    const at = (couchs: string, founding = '1') => toSequence(couchs, founding);
    expect(isReachedBy(at('5-abc'), at('5-abc'))).toBe(true);
    expect(isReachedBy(at('5-abc'), at('6-xyz'))).toBe(true);
    expect(isReachedBy(at('6-xyz'), at('5-abc'))).toBe(false);
    expect(isReachedBy(at('5-abc'), at('5-abc', '2'))).toBe(false);
    expect(isReachedBy(at('5-abc'), '')).toBe(false);
  });
});
