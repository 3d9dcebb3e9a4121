import { collections } from '../collections.ts';
import { buildDocument } from '../common/build-document.ts';
import { canonicalJson } from '../common/canonical-json.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome } from '../common/refusal.ts';
import { askAboutFacility } from './ask-about-facility.ts';
import { facilityContent, facilityGroups, facilityId, type FacilityChange, type FacilityProfile, type RecordFacilityProfileInput } from './facility.schema.ts';

/** Older ones are left out: a station changes a few fields a quarter. Chosen here. */
export const MOST_CHANGES = 300;

type Values = Readonly<Record<string, unknown>>;
const emptyGroups = { staff: {}, beds: {}, rooms: {}, site: {} };

/**
 * The profile with what is given: fields not named stay, each one that differs is told of in `changes`, and the whole counts as confirmed today.
 * Refusals: `FacilityProfileMissing` (nothing to confirm yet), `AtWorkAboveHeadcount {field}`, `RecordNewerThanProgram`. Warnings: those of `askAboutFacility`.
 */
export function planFacility(input: RecordFacilityProfileInput, previous: FacilityProfile | undefined, context: WorkContext): Outcome<{ profile: FacilityProfile }> {
  if (previous && previous.schemaVersion > collections.facilityProfiles.schemaVersion) return refused({ code: 'RecordNewerThanProgram' });
  const named = facilityGroups.some((group) => Object.values(input[group] ?? {}).some((value) => value !== undefined));
  if (!previous && !named) return refused({ code: 'FacilityProfileMissing' });
  const before = previous ?? emptyGroups;
  const content = Object.fromEntries(facilityGroups.map((group) => [group, changed(before[group], input[group] ?? {})])) as Pick<FacilityProfile, 'staff' | 'beds' | 'rooms' | 'site'>;
  for (const [category, count] of Object.entries(content.staff)) if (count && count.atWork > count.headcount) return refused({ code: 'AtWorkAboveHeadcount', field: `staff.${category}` });
  const changes = previous ? [...previous.changes, ...facilityGroups.flatMap((group) => differences(group, before[group], content[group], context))].slice(-MOST_CHANGES) : [];
  const profile = buildDocument('facilityProfiles', { ...content, changes, confirmedOn: context.today, confirmedBy: context.account }, context, {
    id: facilityId(context.unit), ...(previous ? { previous } : {}), knownFields: Object.keys(facilityContent),
  });
  return accepted({ profile }, askAboutFacility(profile, context.today));
}

function changed(before: Values, given: Values): Values {
  return Object.fromEntries(Object.entries({ ...before, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) }).filter(([, value]) => value !== null));
}

function differences(group: string, before: Values, after: Values, { now, account }: WorkContext): FacilityChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    .filter((key) => canonicalJson(before[key]) !== canonicalJson(after[key]))
    .map((key) => ({ at: now, by: account, field: `${group}.${key}`, from: before[key], to: after[key] }) as FacilityChange);
}
