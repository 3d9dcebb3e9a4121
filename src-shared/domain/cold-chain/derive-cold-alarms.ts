import { bandOf, type ColdPlaceKind } from './cold-place.ts';
import type { ColdDecision } from './cold-decision.schema.ts';
import { hoursBetween, inOrderOfTime, momentOf } from './reading-times.ts';
import type { TemperatureReading } from './temperature-reading.schema.ts';

export const coldAlarmKinds = ['frozen', 'cold', 'warmLong', 'warm'] as const;
export type ColdAlarmKind = (typeof coldAlarmKinds)[number];
type Side = 'low' | 'high';

/** At or below it vaccines may have frozen. FROM KNOWLEDGE (stock_rules.json `alarm`). */
const FREEZING_C = 0;
/** So long above the band. FROM KNOWLEDGE, "device-dependent" (stock_rules.json `alarm`). */
const WARM_LONG_HOURS = 10;

/** Readings on the same side of the band that follow each other, oldest first. `worstC`: the farthest out. `decisions`: newest first. */
export interface ColdAlarm { kind: ColdAlarmKind; readings: TemperatureReading[]; worstC: number; decisions: ColdDecision[]; isOpen: boolean }

/** On which side of the band a reading of the place is. A freeze tag that went off says more than the thermometer. */
export function sideOf(kind: ColdPlaceKind, { temperatureC, freezeTag }: Pick<TemperatureReading, 'temperatureC' | 'freezeTag'>): Side | undefined {
  const { low, high } = bandOf(kind);
  if (low !== undefined && (temperatureC < low || freezeTag === 'activated')) return 'low';
  return temperatureC > high ? 'high' : undefined;
}

/** Every alarm of one place, the oldest first. Readings struck out count nothing. */
export function deriveColdAlarms(kind: ColdPlaceKind, readings: readonly TemperatureReading[], decisions: readonly ColdDecision[]): ColdAlarm[] {
  const runs: { side: Side; readings: TemperatureReading[] }[] = [];
  let before: Side | undefined;
  for (const reading of inOrderOfTime(readings.filter(({ voided }) => !voided))) {
    const side = sideOf(kind, reading);
    if (side !== undefined && side === before) runs.at(-1)?.readings.push(reading);
    else if (side !== undefined) runs.push({ side, readings: [reading] });
    before = side;
  }
  const newest = [...decisions].sort((a, b) => (a.version < b.version ? 1 : -1));
  return runs.map((run): ColdAlarm => {
    const ids = new Set(run.readings.map(({ _id }) => _id));
    const its = newest.filter(({ readingIds }) => readingIds.some((id) => ids.has(id)));
    const covered = new Set(its.flatMap(({ readingIds }) => readingIds));
    const worstC = run.readings.map(({ temperatureC }) => temperatureC).reduce((a, b) => (run.side === 'low' ? Math.min(a, b) : Math.max(a, b)));
    return { kind: kindOf(kind, run.side, run.readings), readings: run.readings, worstC, decisions: its, isOpen: run.readings.some(({ _id }) => !covered.has(_id)) };
  });
}

function kindOf(place: ColdPlaceKind, side: Side, readings: readonly TemperatureReading[]): ColdAlarmKind {
  if (side === 'low') return readings.some(({ temperatureC, freezeTag }) => temperatureC <= FREEZING_C || freezeTag === 'activated') ? 'frozen' : 'cold';
  const [first, last] = [readings[0], readings.at(-1)];
  return place !== 'freezer' && first && last && hoursBetween(momentOf(first), momentOf(last)) >= WARM_LONG_HOURS ? 'warmLong' : 'warm';
}
