import { isProfileOld } from './is-profile-old.ts';
import { DOCTORS_TARGET } from './summarize-facility.ts';

/** What a station lacks, the worst first: doctors below the target, a profile at all, a decision about a fridge that was too cold or too warm, medicines of its list, readings of its fridges, a profile of this quarter. */
export const resourceLacks = ['doctors', 'profile', 'coldAlarms', 'medicines', 'coldReadings', 'oldProfile'] as const;
export type ResourceLack = (typeof resourceLacks)[number];

interface ResourceFacts { profile?: { doctors: number; confirmedOn: string } | undefined; medicines?: { outOfStock: number } | undefined; cold?: { expected: number; taken: number; openAlarms: number } | undefined }

export function lacksOf({ profile, medicines, cold }: ResourceFacts, today: string): ResourceLack[] {
  const holds: Record<ResourceLack, boolean> = {
    doctors: profile !== undefined && profile.doctors < DOCTORS_TARGET, profile: profile === undefined,
    coldAlarms: (cold?.openAlarms ?? 0) > 0, coldReadings: cold !== undefined && cold.taken < cold.expected, medicines: (medicines?.outOfStock ?? 0) > 0, oldProfile: profile !== undefined && isProfileOld(profile.confirmedOn, today),
  };
  return resourceLacks.filter((lack) => holds[lack]);
}

type Ranked = ResourceFacts & { unit: string; lacks: readonly ResourceLack[] };
const rank = ({ lacks: [first] }: Ranked): number => (first === undefined ? resourceLacks.length : resourceLacks.indexOf(first));

/** Order of the list: the worst lack, then the fewest doctors, then the most medicines that are not there, then the unit's key. */
export function byLack(a: Ranked, b: Ranked): number {
  return rank(a) - rank(b) || (a.profile?.doctors ?? 0) - (b.profile?.doctors ?? 0) || (b.medicines?.outOfStock ?? 0) - (a.medicines?.outOfStock ?? 0) || (a.unit < b.unit ? -1 : 1);
}
