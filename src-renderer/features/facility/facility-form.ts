import { askAboutFacility } from '../../../src-shared/domain/facility/ask-about-facility.ts';
import { bedTypes, MOST_BEDS, MOST_KM, MOST_PEOPLE, MOST_ROOMS, roomKinds, siteAnswers, siteNumbers, siteWords, staffCategories } from '../../../src-shared/domain/facility/facility-lists.ts';
import { facilityGroups, siteFields, type FacilityProfile, type RecordFacilityProfileInput } from '../../../src-shared/domain/facility/facility.schema.ts';
import { canonicalJson } from '../../../src-shared/domain/common/canonical-json.ts';
import type { Warning } from '../../../src-shared/domain/common/refusal.ts';
import { parseTypedNumber, type NumberRules } from '../../ui/parse-typed-number.ts';
import type { Problem, Problems } from '../../ui/problems.ts';
import { tidyTime } from '../../ui/tidy-typed.ts';

/** Everything as typed, by path: `staff.doctor.headcount`, `beds.stay.planned`, `rooms.pharmacy`, `site.water`. */
export type FacilityFields = Record<string, string>;
type Content = Pick<FacilityProfile, 'staff' | 'beds' | 'rooms' | 'site'>;

export const staffParts = ['headcount', 'atWork'] as const;
export const bedParts = ['planned', 'actual', 'occupied'] as const;
const isAnswer = (field: string): boolean => siteAnswers.some((one) => one === field);
const isWord = (field: string): field is keyof typeof siteWords => Object.hasOwn(siteWords, field);

const numbers: Readonly<Record<string, NumberRules>> = {
  ...Object.fromEntries(staffCategories.flatMap((one) => staffParts.map((part) => [`staff.${one}.${part}`, { min: 0, max: MOST_PEOPLE }]))),
  ...Object.fromEntries(bedTypes.flatMap((one) => bedParts.map((part) => [`beds.${one}.${part}`, { min: 0, max: MOST_BEDS }]))),
  ...Object.fromEntries(roomKinds.map((one) => [`rooms.${one}`, { min: 0, max: MOST_ROOMS }])),
  ...Object.fromEntries(Object.entries(siteNumbers).map(([field, rules]) => [`site.${field}`, rules])), 'site.hospitalKm': { min: 0, max: MOST_KM, decimals: 1 },
};
const times = ['site.opensAt', 'site.closesAt'];

const textOf = (value: unknown, language: string): string => (value === undefined ? '' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : typeof value === 'number' && language === 'vi' ? String(value).replace('.', ',') : String(value));

/** What the form shows of a profile; every field is there. */
export function profileToFields(profile: Content | null, language: string): FacilityFields {
  const { staff = {}, beds = {}, rooms = {}, site = {} }: Partial<Content> = profile ?? {};
  return {
    ...Object.fromEntries(staffCategories.flatMap((one) => staffParts.map((part) => [`staff.${one}.${part}`, textOf(staff[one]?.[part], language)]))),
    ...Object.fromEntries(bedTypes.flatMap((one) => bedParts.map((part) => [`beds.${one}.${part}`, textOf(beds[one]?.[part], language)]))),
    ...Object.fromEntries(roomKinds.map((one) => [`rooms.${one}`, textOf(rooms[one], language)])),
    ...Object.fromEntries(siteFields.map((one) => [`site.${one}`, textOf(site[one], language)])),
  };
}

/** Only what was typed over: a draft holds nothing another PC may have changed meanwhile. */
export const typedOver = (fields: FacilityFields, before: FacilityFields): FacilityFields => Object.fromEntries(Object.entries(fields).filter(([path, value]) => value !== before[path]));

const numberAt = (fields: FacilityFields, path: string): number | undefined => { const read = parseTypedNumber(fields[path] ?? '', numbers[path]); return 'value' in read ? read.value : undefined; };

/** Everything wrong, by path. */
export function facilityProblems(fields: FacilityFields): Problems {
  const problems: Problems = {};
  for (const [path, rules] of Object.entries(numbers)) {
    const read = parseTypedNumber(fields[path] ?? '', rules);
    if ('problem' in read) problems[path] = { code: read.problem, min: rules.min, max: rules.max, unit: '' } satisfies Problem;
  }
  for (const path of times) if (fields[path] && !/^([01]\d|2[0-3]):[0-5]\d$/.test(tidyTime(fields[path]))) problems[path] = { code: 'notATime' };
  for (const one of staffCategories) {
    const [headcount, atWork] = staffParts.map((part) => numberAt(fields, `staff.${one}.${part}`));
    if (atWork !== undefined && atWork > (headcount ?? 0)) problems[`staff.${one}.atWork`] ??= { code: 'refusals.AtWorkAboveHeadcount' };
  }
  return problems;
}

/** What the fields say; only for fields without problems. Who is not told to be away is at work. */
function fieldsToContent(fields: FacilityFields): Content {
  const given = <T>(keys: readonly string[], valueOf: (key: string) => T | undefined) => Object.fromEntries(keys.flatMap((key) => { const value = valueOf(key); return value === undefined ? [] : [[key, value]]; }));
  return {
    staff: given(staffCategories, (one) => {
      const headcount = numberAt(fields, `staff.${one}.headcount`);
      return headcount === undefined ? undefined : { headcount, atWork: numberAt(fields, `staff.${one}.atWork`) ?? headcount };
    }),
    beds: given(bedTypes, (one) => {
      const [planned, actual, occupied] = bedParts.map((part) => numberAt(fields, `beds.${one}.${part}`));
      return planned === undefined && actual === undefined && occupied === undefined ? undefined : { planned: planned ?? 0, actual: actual ?? 0, occupied: occupied ?? 0 };
    }),
    rooms: given(roomKinds, (one) => numberAt(fields, `rooms.${one}`)),
    site: given(siteFields, (one) => {
      const typed = fields[`site.${one}`] ?? '';
      if (typed === '') return undefined;
      return isAnswer(one) ? typed === 'yes' : isWord(one) ? typed : times.includes(`site.${one}`) ? tidyTime(typed) : numberAt(fields, `site.${one}`);
    }),
  } as Content;
}

/** What is different from the profile the form began with, as the operation takes it; empty where nothing is. */
export function fieldsToChange(fields: FacilityFields, before: FacilityFields): RecordFacilityProfileInput {
  const [now, then] = [fieldsToContent(fields), fieldsToContent(before)];
  return Object.fromEntries(facilityGroups.flatMap((group) => {
    const [a, b]: Readonly<Record<string, unknown>>[] = [now[group], then[group]];
    const differing = [...new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])].filter((key) => canonicalJson(a?.[key]) !== canonicalJson(b?.[key]));
    return differing.length === 0 ? [] : [[group, Object.fromEntries(differing.map((key) => [key, a?.[key] ?? null]))]];
  }));
}

/** What somebody should look at again, of the fields they typed over. */
export function facilityQuestions(fields: FacilityFields, before: FacilityFields, today: string): Warning[] {
  const changed = fieldsToChange(fields, before);
  return askAboutFacility(fieldsToContent(fields), today).filter(({ field }) => {
    const [group, key] = String(field).split('.') as [keyof RecordFacilityProfileInput, string];
    return changed[group] !== undefined && Object.hasOwn(changed[group], key);
  });
}

/** Sum of a column as typed. */
export const sumOf = (fields: FacilityFields, paths: readonly string[]): number => paths.reduce((sum, path) => sum + (numberAt(fields, path) ?? 0), 0);
