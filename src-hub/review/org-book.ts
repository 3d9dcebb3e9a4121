import { pathOn } from '../../src-shared/domain/org/parent-on.ts';
import type { OrgUnit } from '../../src-shared/domain/org/org-unit.schema.ts';
import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import { reviewingUnit } from '../../src-shared/domain/review/reviewing-unit.ts';
import { readUnits } from '../organisation/read-units.ts';
import { childUser } from '../provisioning/credentials.ts';
import { childUnits, ownerOf } from '../provisioning/unit-owners.ts';
import type { PathEntry } from '../public/path-entry.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';

/** The organisation as `reference` tells it: names, and who reviews whom. */
export interface OrgBook {
  /** Reads `reference` again where it has changed since. */
  refresh(): Promise<void>;
  nameOf(unit: string): string | undefined;
  /** The way up with the names the organisation gives, where a hub does not name itself. */
  named(path: readonly PathEntry[]): PathEntry[];
  /** The unit directly below `root` through which a station belongs to it today; none where it lies directly below, or nobody knows. */
  areaOf(unit: string, root: string): string | undefined;
  /** The one unit that reviews a station's records today. */
  reviewerOf(unit: string): string;
}

/** `path`: units known above this hub. */
export function createOrgBook({ engine, book, config, now }: WorkPlace, path: () => { unit: string }[]): OrgBook & { stop(): void } {
  let units = new Map<string, OrgUnit>();
  let read: Promise<void> | undefined;
  const stop = engine.onUpdate(({ database }) => { if (database === 'reference') read = undefined; });
  const hubs = () => new Set([config.unit, ...path().map(({ unit }) => unit), ...childUnits(book)]);
  const entersAt = (unit: string) => { const owner = ownerOf(book, unit) ?? ''; return owner === '' ? config.unit : owner.slice(childUser('').length); };
  return {
    refresh: () => (read ??= readUnits(engine).then((found) => { units = found; }, (error: unknown) => {
      // A server that was away is asked anew by the next one who wants to know.
      read = undefined;
      throw error;
    })),
    nameOf: (unit) => units.get(unit)?.name,
    named: (entries) => entries.map((entry) => { const name = entry.name ?? units.get(entry.unit)?.name; return { ...entry, ...(name === undefined ? {} : { name }) }; }),
    areaOf: (unit, root) => {
      const path = pathOn(unit, 'professional', todayInUnitZone(now()), units);
      const at = path.indexOf(root);
      if (at >= 0) return path[at - 1];
      const through = entersAt(unit);
      return root === config.unit && through !== config.unit ? through : undefined;
    },
    reviewerOf: (unit) => reviewingUnit(unit, todayInUnitZone(now()), { unitByKey: units, hubs: hubs(), entersAt: entersAt(unit) }),
    stop,
  };
}
