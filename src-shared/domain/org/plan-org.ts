import { z } from 'zod';
import { unitKey } from '../common/document.ts';
import { addDays } from '../common/partial-date.ts';
import { orgUnit, parentKinds } from './org-unit.schema.ts';
import { parentOn, type OrgPlace } from './parent-on.ts';

const { name, tier, adminCodes, parents, successors, from, to } = orgUnit.shape;
/** A unit as an administrator writes it: its key, and what is dated about it. */
export const orgUnitInput = z.strictObject({ unit: unitKey, name, tier, adminCodes, parents: parents.default([]), successors, from, to });
export type OrgUnitInput = z.infer<typeof orgUnitInput>;
/** `on`: the first day of a circle. */
export interface OrgFault { unit: string; on?: string; reason: 'twice' | 'unknownParent' | 'unknownSuccessor' | 'circle' | 'endsBeforeItBegins' | 'unknownCode' }

/** A code means nothing without the code set of its year: seven province codes changed meaning in 2025, commune codes were re-used. */
export type KnownCodes = Partial<Record<'2025' | 'pre2025', ReadonlySet<string>>>;

const dated = (unit: OrgUnitInput): { from: string; to?: string | undefined }[] => [unit, ...unit.parents, ...(unit.adminCodes ?? [])];

type Units = ReadonlyMap<string, OrgPlace>;

/** Every day on which something changes in a unit or in whatever is ever above it, first the earliest. */
function daysOfChange(unit: string, kind: 'administrative' | 'professional', units: Units): string[] {
  const days = new Set<string>();
  const above = new Set([unit]);
  // A set being walked takes in what is added meanwhile.
  for (const key of above) {
    const { parents: everAbove = [], successors: everAfter = [], to: lastDay } = units.get(key) ?? {};
    if (lastDay !== undefined) days.add(addDays(lastDay, 1));
    for (const parent of everAbove) {
      if (parent.kind !== kind) continue;
      days.add(parent.from);
      if (parent.to !== undefined) days.add(addDays(parent.to, 1));
      above.add(parent.unit);
    }
    for (const { unit: successor, from: day } of everAfter) { days.add(day); above.add(successor); }
  }
  return [...days].sort();
}

/** Goes up from a unit on a day; true when it meets itself. */
function isInCircle(unit: string, kind: 'administrative' | 'professional', on: string, units: Units): boolean {
  const seen = new Set<string>();
  let at: string | undefined = unit;
  while (at !== undefined) {
    seen.add(at);
    at = parentOn(units.get(at) ?? { parents: [] }, kind, on);
    if (at === unit) return true;
    // A circle further up is a fault of those in it.
    if (at !== undefined && seen.has(at)) return false;
  }
  return false;
}

/** The first day on which a unit would stand above itself. */
function firstCircle(unit: string, units: Units): string | undefined {
  return parentKinds.flatMap((kind) => daysOfChange(unit, kind, units).find((day) => isInCircle(unit, kind, day, units)) ?? []).sort()[0];
}

/**
 * What is wrong with organisation data before it is published, empty when nothing is. `known`: units published already; those given replace theirs.
 * `codes`: province and commune codes of each code set; one that is not given is not looked into. Parents and successors must be known, nobody is above himself on any day on which something changes, nothing ends before it begins.
 */
export function orgFaults(given: readonly OrgUnitInput[], known: Units, codes: KnownCodes = {}): OrgFault[] {
  const units = new Map<string, OrgPlace>(known);
  const faults: OrgFault[] = [];
  const keys = new Set<string>();
  for (const unit of given) {
    if (keys.has(unit.unit)) faults.push({ unit: unit.unit, reason: 'twice' });
    keys.add(unit.unit);
    units.set(unit.unit, unit);
  }
  for (const unit of given) {
    if (unit.parents.some((parent) => !units.has(parent.unit))) faults.push({ unit: unit.unit, reason: 'unknownParent' });
    if (unit.successors?.some((successor) => !units.has(successor.unit))) faults.push({ unit: unit.unit, reason: 'unknownSuccessor' });
    if (dated(unit).some((period) => period.to !== undefined && period.to < period.from)) faults.push({ unit: unit.unit, reason: 'endsBeforeItBegins' });
    if (unit.adminCodes?.some(({ code, codeSet }) => codes[codeSet]?.has(code) === false)) faults.push({ unit: unit.unit, reason: 'unknownCode' });
    const on = firstCircle(unit.unit, units);
    if (on !== undefined) faults.push({ unit: unit.unit, reason: 'circle', on });
  }
  return faults;
}
