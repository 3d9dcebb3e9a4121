import type { EntryFault, EntryInput } from '../../src-shared/domain/reference/plan-release.ts';
import { orgUnitInput, type OrgUnitInput } from '../../src-shared/domain/org/plan-org.ts';
import type { OrgUnit } from '../../src-shared/domain/org/org-unit.schema.ts';

/** A unit as the console's table shows it: its key as the code, what is dated about it as the content. */
export function unitToEntry({ _id, name, tier, parents, adminCodes, successors, from, to }: OrgUnit): EntryInput {
  return { code: _id.slice('org:'.length), content: { name, tier, parents, ...(adminCodes ? { adminCodes } : {}), ...(successors ? { successors } : {}) }, from, ...(to === undefined ? {} : { to }) };
}

/** Entries as units to be published, and those that are none. */
export function entriesToUnits(entries: readonly EntryInput[]): { units: OrgUnitInput[]; faults: EntryFault[] } {
  const units: OrgUnitInput[] = [];
  const faults: EntryFault[] = [];
  for (const { code, content, from, to } of entries) {
    const shape = orgUnitInput.safeParse({ ...content, unit: code, from, ...(to === undefined ? {} : { to }) });
    if (shape.success) { units.push(shape.data); continue; }
    const field = String(shape.error.issues[0]?.path[0] ?? '');
    faults.push({ code: code.slice(0, 60), reason: field === 'unit' ? 'badCode' : field === 'from' || field === 'to' ? 'badDate' : 'badContent', field });
  }
  return { units, faults };
}
