import { z } from 'zod';
import { documentBase, instant } from '../common/document.ts';
import { dateOn, oneOf } from '../common/fields.ts';
import { bedTypes, MOST_BEDS, MOST_KM, MOST_PEOPLE, MOST_ROOMS, roomKinds, siteAnswers, siteNumbers, siteWords, staffCategories } from './facility-lists.ts';

const whole = (max: number, min = 0) => z.number().int().min(min).max(max);
const mapped = <const K extends string, V>(keys: readonly K[], valueOf: (key: K) => V) => Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<K, V>;

/** Headcount of one category, and how many of them are at work now (not on long leave, away to study, lent elsewhere). */
export const staffCount = z.strictObject({ headcount: whole(MOST_PEOPLE), atWork: whole(MOST_PEOPLE) });
export type StaffCount = z.infer<typeof staffCount>;
/** Beds of one type: by the plan, that stand there, with somebody in them on the day of the profile. */
export const bedCount = z.strictObject({ planned: whole(MOST_BEDS), actual: whole(MOST_BEDS), occupied: whole(MOST_BEDS) });
export type BedCount = z.infer<typeof bedCount>;
/** `07:00`, in the unit's zone. */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

type SiteWord = keyof typeof siteWords;
type SiteNumber = keyof typeof siteNumbers;
const site = {
  constructionGrade: oneOf(siteWords.constructionGrade), water: oneOf(siteWords.water), toilet: oneOf(siteWords.toilet), solidWaste: oneOf(siteWords.solidWaste),
  liquidWaste: oneOf(siteWords.liquidWaste), electricity: oneOf(siteWords.electricity), generator: oneOf(siteWords.generator), internet: oneOf(siteWords.internet),
  ...mapped(Object.keys(siteNumbers) as SiteNumber[], (key) => whole(siteNumbers[key].max, siteNumbers[key].min)),
  ...mapped(siteAnswers, () => z.boolean()),
  /** To the nearest hospital, by road. */ hospitalKm: z.number().min(0).max(MOST_KM).multipleOf(0.1),
  opensAt: timeOfDay, closesAt: timeOfDay,
};
const groups = { staff: mapped(staffCategories, () => staffCount), beds: mapped(bedTypes, () => bedCount), rooms: mapped(roomKinds, () => whole(MOST_ROOMS)), site };
export type FacilityGroup = keyof typeof groups;
export const facilityGroups = Object.keys(groups) as FacilityGroup[];
export const siteFields = Object.keys(site) as (keyof typeof site)[];

type Given<S extends Record<string, z.ZodType>> = { [K in keyof S]: z.ZodOptional<z.ZodNullable<S[K]>> };
type Kept<S extends Record<string, z.ZodType>> = { [K in keyof S]: z.ZodOptional<S[K]> };
const given = <S extends Record<string, z.ZodType>>(shape: S) => z.strictObject(Object.fromEntries(Object.entries(shape).map(([key, one]) => [key, one.nullable().optional()])) as Given<S>).optional();
const kept = <S extends Record<string, z.ZodType>>(shape: S) => z.strictObject(Object.fromEntries(Object.entries(shape).map(([key, one]) => [key, one.optional()])) as Kept<S>);

/** What is different now: a value set, `null` for one nobody knows any more, the rest as it was. Nothing given confirms the profile as it is. */
export const recordFacilityProfileInput = z.strictObject({ staff: given(groups.staff), beds: given(groups.beds), rooms: given(groups.rooms), site: given(groups.site) });
export type RecordFacilityProfileInput = z.infer<typeof recordFacilityProfileInput>;

const words = [...new Set((Object.keys(siteWords) as SiteWord[]).flatMap((key) => [...siteWords[key]]))];
const value = z.union([z.number(), z.boolean(), z.enum(words), timeOfDay, staffCount, bedCount]);
/** One field that became another: who, when, what. `by`: an account, as in `updatedBy`. */
export const facilityChange = z.strictObject({
  at: instant, by: z.string().max(100), field: z.enum(facilityGroups.flatMap((group) => Object.keys(groups[group]).map((key) => `${group}.${key}`))), from: value.optional(), to: value.optional(),
});
export type FacilityChange = z.infer<typeof facilityChange>;

/** `facility:<unit>`: one for each unit. */
export const facilityId = (unit: string): string => `facility:${unit}`;

/** All that stands in a profile beside what every document carries; numbers and words of lists, nobody's name. */
export const facilityContent = {
  staff: kept(groups.staff), beds: kept(groups.beds), rooms: kept(groups.rooms), site: kept(groups.site),
  /** The day somebody last said that all of it is so. */ confirmedOn: dateOn, confirmedBy: z.string().max(100), changes: z.array(facilityChange),
};
export const facilityProfile = documentBase.extend({ _id: z.string().regex(/^facility:[a-z0-9]{1,40}$/), ...facilityContent }).loose();
export type FacilityProfile = z.infer<typeof facilityProfile>;
