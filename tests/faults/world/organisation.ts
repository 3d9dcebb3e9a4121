import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishOrg } from '../../../src-hub/organisation/publish-org.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import type { OrgUnitInput } from '../../../src-shared/domain/org/plan-org.ts';
import { time } from '../interpose/index.ts';
import type { SimContext } from './sim-context.ts';
import { pickOf } from './sim-context.ts';
import type { SimHub } from './sim-hub.ts';

/** Who is under whom, as the administrators of the highest hub write it down. */
export interface Organisation {
  homeOf(unit: string): SimHub;
  /** The unit goes under another hub from that day on: a district, or the highest hub itself. */
  move(unit: string, fromDay: string): SimHub;
  /** A district goes under another province from that day on, with all its stations; `undefined` where there is no other. */
  moveDistrict(fromDay: string): { district: SimHub; parent: SimHub } | undefined;
  /** One unit goes on as a part of the other from that day on; its PCs, its key and its records stay its own. */
  merge(unit: string, into: string, fromDay: string): void;
  /** Everything as it stands goes to the highest hub, from where it flows down. */
  publish(): Promise<void>;
  /** Whether the unit's records go, or once went, through this hub: not only were to from a later day on, which was taken back. */
  ledThrough(unit: string, hub: SimHub): boolean;
  /** From when on everything written down holds. */
  readonly validFrom: string;
  /** Units that are no part of another. */
  readonly standing: string[];
  /** Units that are. */
  readonly parts: string[];
  /** How often units were moved or merged. */
  readonly changes: number;
}

const DAY_MS = 86_400_000;
const since = '2025-07-01';
export const dayIn = (days: number): string => todayInUnitZone(time.now() + days * DAY_MS);

export function createOrganisation({ random, root }: SimContext, { top, provinces, districts, units }: { top: SimHub; /** Between the highest hub and the districts; there may be none. */ provinces: SimHub[]; districts: SimHub[]; units: string[] }): Organisation {
  const homes = new Map(units.map((unit) => [unit, pickOf(random, districts)]));
  const written = new Map<string, OrgUnitInput>();
  const write = (unit: string, tier: string, parent: string | undefined) => written.set(unit, {
    unit, name: `Đơn vị ${unit}`, tier, from: since, parents: parent === undefined ? [] : [{ kind: 'professional', unit: parent, from: since }],
  });
  write(top.unit, top.tier, undefined);
  for (const hub of [...provinces, ...districts]) write(hub.unit, hub.tier, hub.above?.unit);
  for (const [unit, home] of homes) write(unit, 'station', home.unit);
  /** Of units that go on as a part of another: they go where it goes. */
  const partOf = new Map<string, string>();
  let changes = 0;

  /** What was valid until then ends the day before; what would have begun later does not begin. */
  const until = (unit: string, fromDay: string): OrgUnitInput => {
    const before = written.get(unit) as OrgUnitInput;
    return { ...before, parents: before.parents.filter(({ from }) => from < fromDay).map((parent) => (parent.to === undefined || parent.to >= fromDay ? { ...parent, to: addDays(fromDay, -1) } : parent)) };
  };
  return {
    homeOf: (unit) => homes.get(unit) as SimHub,
    get standing() { return units.filter((unit) => !partOf.has(unit)); },
    get parts() { return [...partOf.keys()]; },
    get changes() { return changes; },
    move(unit, fromDay) {
      const home = pickOf(random, [...districts, ...districts, top].filter((hub) => hub !== homes.get(unit)));
      partOf.delete(unit);
      for (const one of [unit, ...[...partOf].flatMap(([part, into]) => (into === unit ? [part] : []))]) homes.set(one, home);
      // What was a part of another may be a unit of its own again.
      const { successors: _successors, to: _to, ...its } = until(unit, fromDay);
      written.set(unit, { ...its, parents: [...its.parents, { kind: 'professional', unit: home.unit, from: fromDay }] });
      changes++;
      return home;
    },
    moveDistrict(fromDay) {
      if (provinces.length < 2) return undefined;
      const district = pickOf(random, districts);
      const now = written.get(district.unit)?.parents.at(-1)?.unit;
      const parent = pickOf(random, provinces.filter(({ unit }) => unit !== now));
      const its = until(district.unit, fromDay);
      written.set(district.unit, { ...its, parents: [...its.parents, { kind: 'professional', unit: parent.unit, from: fromDay }] });
      changes++;
      return { district, parent };
    },
    merge(unit, into, day) {
      // Nobody becomes a part of what is a part of him on any day.
      const over = (written.get(into) as OrgUnitInput).parents.flatMap(({ unit: parent, to }) => (parent === unit && to !== undefined ? [addDays(to, 1)] : []));
      const fromDay = [day, ...over].sort().at(-1) as string;
      homes.set(unit, homes.get(into) as SimHub);
      partOf.set(unit, into);
      const its = until(unit, fromDay);
      const isPoint = random() < 0.5;
      // A station point goes on below its successor; otherwise the unit is over, and only its successor tells where it went.
      written.set(unit, {
        ...its, successors: [{ unit: into, from: fromDay }], ...(isPoint ? { parents: [...its.parents, { kind: 'professional' as const, unit: into, from: fromDay }] } : { to: addDays(fromDay, -1) }),
      });
      changes++;
    },
    ledThrough(unit, hub) {
      const seen = new Set<string>();
      const leads = (from: string): boolean => {
        if (from === hub.unit) return true;
        if (seen.has(from)) return false;
        seen.add(from);
        const { parents = [], successors = [] } = written.get(from) ?? {};
        return [...parents, ...successors].some((next) => next.from <= dayIn(0) && leads(next.unit));
      };
      return leads(unit);
    },
    get validFrom() { return [...written.values()].flatMap(({ parents, successors = [] }) => [...parents, ...successors].map(({ from }) => from)).sort().at(-1) ?? since; },
    async publish() {
      const file = join(root, 'units.json');
      writeFileSync(file, JSON.stringify([...written.values()]));
      await time.until(publishOrg(top.place(), { file }));
    },
  };
}
