import type { OrgUnit, parentKinds } from './org-unit.schema.ts';

/** The parent of that kind on that day; of two that overlap, the later one. */
export function parentOn(unit: Pick<OrgUnit, 'parents'>, kind: (typeof parentKinds)[number], on: string): string | undefined {
  return unit.parents
    .filter((parent) => parent.kind === kind && parent.from <= on && (parent.to === undefined || on <= parent.to))
    .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))[0]?.unit;
}

/** The units above it on that day, nearest first; a circle in the data ends it. */
export function pathOn(unit: string, kind: (typeof parentKinds)[number], on: string, unitByKey: ReadonlyMap<string, Pick<OrgUnit, 'parents'>>): string[] {
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
