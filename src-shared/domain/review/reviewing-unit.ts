import type { OrgUnit } from '../org/org-unit.schema.ts';
import { pathOn } from '../org/parent-on.ts';

/**
 * The one unit that reviews a station's records: the nearest unit on its professional path that runs a hub; where the
 * organisation data says nothing, the hub through which the station enters (`entersAt`).
 */
export function reviewingUnit(
  station: string, on: string, { unitByKey, hubs, entersAt }: { unitByKey: ReadonlyMap<string, Pick<OrgUnit, 'parents'>>; hubs: ReadonlySet<string>; entersAt: string },
): string {
  return pathOn(station, 'professional', on, unitByKey).find((unit) => hubs.has(unit)) ?? entersAt;
}
