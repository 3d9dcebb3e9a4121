import { describe, expect, it } from 'vitest';
import { lateAtTop, waitsFor, withClock } from '../../../src-main/station/queries/sync-status.ts';

const now = Date.parse('2026-11-22T03:00:00Z');
const ago = (hours: number) => new Date(now - hours * 3600_000).toISOString();

describe('how long records wait', () => {
  it('[SYN75] amber after 24 hours, red after 72', () => {
    expect([undefined, ago(1), ago(23.9), ago(24), ago(71.9), ago(72), ago(-48)].map((at) => waitsFor(at, now))).toEqual([undefined, undefined, undefined, 'day', 'day', 'threeDays', undefined]);
  });

  it('[SYN76] names what the highest unit has not proved a day after it was saved, and nothing the units below lack', () => {
    const tier = (unit: string, oldestMissingAt?: string) => ({ unit, tier: unit, proved: 5, missing: oldestMissingAt === undefined ? 0 : 2, others: 0, othersMissing: 0, oldestMissingAt });
    expect(lateAtTop([tier('769'), tier('79', ago(25))], now)).toMatchObject({ unit: '79', missing: 2, oldestMissingAt: ago(25) });
    expect(lateAtTop([tier('769', ago(60)), tier('79', ago(23))], now)).toBeUndefined();
    expect(lateAtTop([tier('769', ago(60)), tier('79')], now)).toBeUndefined();
    expect(lateAtTop([], now)).toBeUndefined();
  });
});

it('[SCR7] a hub that is not reached because of the clock is told apart from a missing line', () => {
  const line = (isBehind: boolean, state: 'noLine' | 'hubBroken', lastError?: string) => withClock({ line: state, lastError }, isBehind).line;
  expect([line(false, 'noLine', 'CERT_NOT_YET_VALID'), line(false, 'noLine', 'CERT_HAS_EXPIRED'), line(true, 'noLine', 'ECONNREFUSED')]).toEqual(['wrongClock', 'wrongClock', 'wrongClock']);
  expect([line(false, 'noLine', 'ECONNREFUSED'), line(false, 'noLine'), line(true, 'hubBroken')]).toEqual(['noLine', 'noLine', 'hubBroken']);
});
