import { ageOn } from '../common/age-on.ts';
import { datePrecision } from '../common/partial-date.ts';
import type { Patient } from '../patient/patient.schema.ts';
import { classifyGrowth, type GrowthClass, type GrowthIndex } from './growth-classes.ts';
import { lmsAt } from './lms-at.ts';
import { whoGrowthTables } from './who-growth-tables.ts';
import { zScore } from './z-score.ts';

/** WHO's month, in days. VERIFIED (anthro of WHO). */
const DAYS_OF_MONTH = 30.4375;
/** Measured lying below, standing from then. VERIFIED (who_growth_lms.json `length_height`). */
export const STANDS_FROM_MONTHS = 24;
/** The tables end with this completed month. */
export const FOLLOWED_MONTHS = 60;
/** Where the age is not known: lying below, standing from here. FROM KNOWLEDGE (WHO Anthro). */
const STANDS_FROM_CM = 87;
/** What a child measures more lying than standing, in cm. VERIFIED (who_growth_lms.json `length_height`). */
export const LYING_MORE_CM = 0.7;

export type GrowingChild = Pick<Patient, 'sex' | 'bornOn'>;
export interface Measurement { on: string; weightKg?: number | undefined; heightCm?: number | undefined }
/** `z` as WHO gives it, with two decimals. No class: not to be believed as it stands. */
export interface GrowthValue { z: number; class?: GrowthClass }
/** `ageMonths`: months of 30.4375 days; none where the birth is known to the year only. `isAgeAbout`: reckoned from the 15th of the month of birth. `isLying`: how it is taken to have been measured. */
export interface Growth { ageMonths?: number; isAgeAbout?: true; isLying: boolean; indices: Partial<Record<GrowthIndex, GrowthValue>> }

/** What weight and height of a day say of a child; `undefined` of whoever is no child of the standard on that day. [GRO2] [GRO4] [GRO5] */
export function growthOf({ sex, bornOn }: GrowingChild, { on, weightKg, heightCm }: Measurement): Growth | undefined {
  const age = ageOn(bornOn, on);
  if (!age || sex === 'undetermined' || age.months > FOLLOWED_MONTHS) return undefined;
  const tables = whoGrowthTables[sex];
  const isAgeKnown = datePrecision(bornOn) !== 'year';
  const ageMonths = isAgeKnown ? age.days / DAYS_OF_MONTH : undefined;
  const isLying = ageMonths === undefined ? (heightCm ?? 0) < STANDS_FROM_CM : ageMonths < STANDS_FROM_MONTHS;
  const indices: Growth['indices'] = {};
  const put = (index: GrowthIndex, table: keyof typeof tables, x: number | undefined, value: number | undefined) => {
    const lms = x === undefined || value === undefined ? undefined : lmsAt(tables[table], x);
    if (!lms || value === undefined) return;
    const z = Math.round(zScore(value, lms) * 100) / 100;
    const found = classifyGrowth(index, z);
    indices[index] = { z, ...(found ? { class: found } : {}) };
  };
  // The last row holds to the end of its month.
  const x = ageMonths === undefined ? undefined : Math.min(ageMonths, FOLLOWED_MONTHS);
  put('weightForAge', 'weightForAge', x, weightKg);
  put('heightForAge', isLying ? 'lengthForAge' : 'heightForAge', x, heightCm);
  put('weightForHeight', isLying ? 'weightForLength' : 'weightForHeight', heightCm, weightKg);
  put('bmiForAge', isLying ? 'bmiForAgeLying' : 'bmiForAgeStanding', x, weightKg === undefined || heightCm === undefined ? undefined : weightKg / (heightCm / 100) ** 2);
  return { ...(ageMonths === undefined ? {} : { ageMonths }), ...(isAgeKnown && age.approximate ? { isAgeAbout: true as const } : {}), isLying, indices };
}

