import { z } from 'zod';
import { unitKey } from '../common/document.ts';
import { orgUnit, type OrgUnit } from './org-unit.schema.ts';
import { parentOn } from './parent-on.ts';

const { name, tier, adminCodes, parents, successors, from, to } = orgUnit.shape;
/** A unit as an administrator writes it: its key, and what is dated about it. */
export const orgUnitInput = z.strictObject({ unit: unitKey, name, tier, adminCodes, parents: parents.default([]), successors, from, to });
export type OrgUnitInput = z.infer<typeof orgUnitInput>;
export interface OrgFault { unit: string; reason: 'twice' | 'unknownParent' | 'unknownSuccessor' | 'circle' | 'endsBeforeItBegins' | 'unknownCode' }

/** A code means nothing without the code set of its year: seven province codes changed meaning in 2025, commune codes were re-used. */
export type KnownCodes = Partial<Record<'2025' | 'pre2025', ReadonlySet<string>>>;

const dated = (unit: OrgUnitInput): { from: string; to?: string | undefined }[] => [unit, ...unit.parents, ...(unit.adminCodes ?? [])];

/** Goes up from a unit on a day; true when it meets itself. */
function isInCircle(unit: string, kind: 'administrative' | 'professional', on: string, units: ReadonlyMap<string, Pick<OrgUnit, 'parents'>>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = unit; at !== undefined; at = parentOn(units.get(at) ?? { parents: [] }, kind, on)) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

/**
 * What is wrong with organisation data before it is published, empty when nothing is. `known`: units published already; those given replace theirs.
 * `codes`: province and commune codes of each code set; one that is not given is not looked into. Parents and successors must be known, nobody is above himself on any day on which something changes, nothing ends before it begins.
 */
export function orgFaults(given: readonly OrgUnitInput[], known: ReadonlyMap<string, Pick<OrgUnit, 'parents'>>, codes: KnownCodes = {}): OrgFault[] {
  const units = new Map<string, Pick<OrgUnit, 'parents'>>(known);
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
    if (unit.parents.some(({ kind, from: day }) => isInCircle(unit.unit, kind, day, units))) faults.push({ unit: unit.unit, reason: 'circle' });
  }
  return faults;
}
