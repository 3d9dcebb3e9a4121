import { parentOn, pathOn, type OrgPlace } from './parent-on.ts';

/**
 * The unit a station belongs under on that day, where the hub it is connected to stands nowhere above it any more, by either kind of parent;
 * of one that has ended, under which its successor stands. `undefined` where all is well or the table of units does not say.
 */
export function otherHome(unit: string, hubUnit: string, on: string, unitByKey: Pick<ReadonlyMap<string, OrgPlace>, 'get'>): string | undefined {
  const above = new Set([...pathOn(unit, 'professional', on, unitByKey), ...pathOn(unit, 'administrative', on, unitByKey)]);
  if (above.size === 0 || above.has(hubUnit)) return undefined;
  const seen = new Set<string>();
  let at = unit;
  for (;;) {
    const place = unitByKey.get(at);
    const next = place && parentOn(place, 'professional', on);
    if (next === undefined || seen.has(next)) return undefined;
    seen.add(next);
    if (!place?.successors?.some((successor) => successor.unit === next)) return next;
    at = next;
  }
}
