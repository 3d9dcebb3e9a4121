import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordMarks } from '../../../src-shared/contract/hub-api.ts';
import { hashToHubRoute, hubRouteToHash, queueHash, queueOf } from '../../../src-renderer/features/review/hub-route.ts';
import { parseQueuePlace, queueFilter, queuePlaceOf } from '../../../src-renderer/features/review/queue-place.ts';

const aPlace = fc.record({
  unit: fc.stringMatching(/^[a-z0-9]{1,10}$/), state: fc.constantFrom('returned', 'accepted', 'all'), kind: fc.constantFrom('checkup', 'visit'), mark: fc.constantFrom(...recordMarks),
  older: fc.constantFrom('3', '7', '30'), month: fc.constantFrom('2026-01', '2025-12'), from: fc.constantFrom('50', '1500'),
}, { requiredKeys: [] });

describe('the place in the queue', () => {
  it('[REV32] is the address of the list, and comes back from a record opened there', () => {
    fc.assert(fc.property(aPlace, (facts) => {
      const place = parseQueuePlace(facts);
      const list = hubRouteToHash({ page: 'records', ...place });
      expect(hashToHubRoute(list)).toEqual({ page: 'records', ...facts });
      const record = hashToHubRoute(hubRouteToHash({ page: 'record', unit: '25005', recordId: 'encounters:1', queue: queueOf(place) }));
      expect(record.page === 'record' && queueHash(record.queue)).toBe(list);
      expect(queuePlaceOf(queueFilter(place))).toEqual({ ...facts, from: undefined });
    }));
  });

  it('[REV32] is what waits where an address says nothing, and takes in nothing else', () => {
    expect(queueFilter(parseQueuePlace({}))).toEqual({ review: 'submitted' });
    expect(queueFilter(parseQueuePlace({ state: 'all' })).review).toBeUndefined();
    expect(hashToHubRoute('#/records?unit=25005&text=Mai&state=lost&older=2&month=2026-13&from=-50')).toEqual({ page: 'records', unit: '25005' });
    expect(queueHash('unit=25005&text=Mai&page=accounts')).toBe('#/records?unit=25005');
    expect(queueHash(undefined)).toBe('#/records');
  });
});
