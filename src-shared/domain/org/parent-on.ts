import type { OrgUnit, parentKinds } from './org-unit.schema.ts';

/** What says where a unit stands. */
export type OrgPlace = Pick<OrgUnit, 'parents'> & Partial<Pick<OrgUnit, 'successors' | 'to'>>;

/**
 * The parent of that kind on that day; of two that overlap, the later one. A unit that has ended goes where the first of its successors
 * goes, and without one stays where it was on its last day: its records are read there.
 */
export function parentOn(unit: OrgPlace, kind: (typeof parentKinds)[number], on: string): string | undefined {
  const hasEnded = unit.to !== undefined && unit.to < on;
  const successor = hasEnded ? unit.successors?.find(({ from }) => from <= on)?.unit : undefined;
  if (successor !== undefined) return successor;
  const day = hasEnded ? unit.to ?? on : on;
  return unit.parents
    .filter((parent) => parent.kind === kind && parent.from <= day && (parent.to === undefined || day <= parent.to))
    .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))[0]?.unit;
}

type Units = Pick<ReadonlyMap<string, OrgPlace>, 'get'>;

/** The units above it on that day, nearest first; a circle in the data ends it. */
export function pathOn(unit: string, kind: (typeof parentKinds)[number], on: string, unitByKey: Units): string[] {
  const path: string[] = [];
  const seen = new Set([unit]);
  let current = unitByKey.get(unit);
  while (current) {
    const parent = parentOn(current, kind, on);
    if (parent === undefined || seen.has(parent)) break;
    seen.add(parent);
    path.push(parent);
    current = unitByKey.get(parent);
  }
  return path;
}
