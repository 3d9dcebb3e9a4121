import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import type { Settings } from './settings.ts';

/** A PC may be this much behind the highest time it has seen (a clock set right by the network) before it is said. */
const toleranceMs = 2 * 60_000;
const highestTimeKey = 'clock.highestTime';
/** Ahead of the hub by less than this, a clock is taken as right. */
const agreementMs = 5 * 60_000;

/** Time as the station trusts it: a PC whose clock battery died wakes in 2009, and must not write 2009 on a record. */
export interface StationClock {
  /** Milliseconds; never before the highest time ever seen. */
  now(): number;
  /** Instant of the work, ISO 8601 UTC. */
  instant(): string;
  /** Today in the unit's zone. */
  today(): string;
  /** The PC's clock is behind the highest time ever seen, or behind the hub's. */
  isBehind(): boolean;
  /** The PC's own time and the highest ever seen, in milliseconds. */
  readonly pc: number;
  readonly highest: number;
  /** Takes the PC's time as right, whatever was seen before. */
  accept(): void;
  /** Called inside each save: remembers the time seen. */
  remember(): void;
  /** What a hub's `Date` header said: agreeing clears a wrong highest time, disagreeing is remembered. */
  heardHub(hubMs: number): void;
}

export function createStationClock(settings: Settings, pcNow: () => number): StationClock {
  let highest = settings.get<number>(highestTimeKey) ?? 0;
  let behindHub = false;
  const isBehind = () => behindHub || pcNow() < highest - toleranceMs;
  const now = () => Math.max(pcNow(), highest);
  return {
    now,
    isBehind,
    instant: () => new Date(now()).toISOString(),
    today: () => todayInUnitZone(now()),
    get pc() { return pcNow(); },
    get highest() { return highest; },
    accept() {
      behindHub = false;
      highest = pcNow();
      settings.set(highestTimeKey, highest);
    },
    remember() {
      if (pcNow() <= highest) return;
      highest = pcNow();
      settings.set(highestTimeKey, highest);
    },
    heardHub(hubMs) {
      const aheadMs = pcNow() - hubMs;
      behindHub = aheadMs < -agreementMs;
      if (Math.abs(aheadMs) <= agreementMs && highest > pcNow() + toleranceMs) {
        highest = pcNow();
        settings.set(highestTimeKey, highest);
      }
    },
  };
}
