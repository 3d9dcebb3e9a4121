import { addDays } from '../common/partial-date.ts';
import type { AntenatalVisit } from './antenatal-visit.schema.ts';
import type { Birth } from './birth.schema.ts';
import { birthOf, deriveMaternal, sameAs, wordOn, type CarePregnancy, type MaternalRecords } from './derive-pregnancy.ts';
import { dueDay, gestationOn, type DueDay } from './gestation.ts';
import { birthPlaces, skilledAttendants, type BirthPlace } from './maternal-lists.ts';
import type { PostnatalVisit } from './postnatal-visit.schema.ts';
import type { Pregnancy } from './pregnancy.schema.ts';
import { PROTECTED_FROM_DOSE } from './tetanus.ts';

/** What a month is measured by (maternal.json `indicators`, FROM KNOWLEDGE), in the order of that list. */
export const maternalIndicators = ['anc3in3', 'anc4', 'earlyRegistration', 'tetanusProtected', 'skilledBirth', 'lowBirthWeight', 'postnatalWeek1', 'hivTested'] as const;
export type MaternalIndicatorId = (typeof maternalIndicators)[number];

/** First visit by this completed week; the trimesters end with 12 and 27 weeks, as the planned visits do (FROM KNOWLEDGE). */
const EARLY_UNTIL_WEEKS = 12;
const SECOND_UNTIL_WEEKS = 27;
const LOW_WEIGHT_BELOW_G = 2500;
const FIRST_WEEK_DAYS = 7;

export interface CountedRecords extends MaternalRecords<CarePregnancy & Pick<Pregnancy, 'screenings' | 'tetanusDosesBefore'>, AntenatalVisit, Birth & { carriedFromUnit?: string }, PostnatalVisit> { /** Tetanus vaccine (TT) of the woman's own card. */ tetanus: readonly { on: string; doseNumber: number }[] }

/** One birth of the station. Shares: whether it counts in the numerator. */
export interface CountedBirth { birthId: string; place: BirthPlace; shares: Record<'anc3in3' | 'anc4' | 'tetanusProtected' | 'skilledBirth' | 'postnatalWeek1', boolean>; live: number; stillborn: number; died: number; weighed: number; low: number; motherDied: boolean }
/** What one woman adds to a month's counts. */
export interface MaternalPart { pregnant: boolean; registered: { pregnancyId: string; early: boolean; hivTested: boolean }[]; births: CountedBirth[]; died: boolean }

/** As it stood on a day, and what happened from `from` on; from what was written down until that day. What another station wrote is its own to count; its visits count for our births. */
export function maternalPart(records: CountedRecords, womanBornOn: string, { from, on }: { from: string; on: string }): MaternalPart {
  const own = records.pregnancies.filter(({ voided, isCarried, registeredOn }) => voided === undefined && isCarried !== true && registeredOn <= on);
  const births = records.births.filter(({ voided, carriedFromUnit, bornOn }) => voided === undefined && carriedFromUnit === undefined && bornOn >= from && bornOn <= on);
  const firsts = births.filter((one) => birthOf([one.pregnancyId], records.births, on)?._id === one._id);
  return {
    pregnant: deriveMaternal(records, womanBornOn, on).some(({ status }) => status === 'active'),
    registered: own.filter(({ registeredOn }) => registeredOn >= from).map((pregnancy) => ({
      pregnancyId: pregnancy._id, early: isEarly(firstVisit(pregnancy, records, on), dueDay(pregnancy)), hivTested: pregnancy.screenings.some((one) => one.test === 'hiv' && one.result !== 'declined' && one.on <= on),
    })),
    births: firsts.map((birth) => countBirth(birth, records, on)),
    died: own.some((pregnancy) => { const word = wordOn(pregnancy, on); return word.status === 'died' && word.since >= from; }),
  };
}

const visitsOf = (pregnancy: CarePregnancy, { pregnancies, visits }: CountedRecords, on: string): AntenatalVisit[] => {
  const ids = [pregnancy, ...sameAs(pregnancy, pregnancies)].map(({ _id }) => _id);
  return visits.filter(({ pregnancyId, voided, occurredOn }) => voided === undefined && ids.includes(pregnancyId) && occurredOn <= on).sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1));
};
const firstVisit = (pregnancy: CarePregnancy, records: CountedRecords, on: string): string | undefined => visitsOf(pregnancy, records, on)[0]?.occurredOn;
const isEarly = (first: string | undefined, due: DueDay | undefined): boolean => first !== undefined && (gestationOn(due, first)?.weeks ?? EARLY_UNTIL_WEEKS + 1) <= EARLY_UNTIL_WEEKS;

function countBirth(birth: Birth, records: CountedRecords, on: string): CountedBirth {
  const pregnancy = records.pregnancies.find(({ _id }) => _id === birth.pregnancyId);
  const visits = pregnancy ? visitsOf(pregnancy, records, birth.bornOn) : [];
  const due = pregnancy && dueDay(pregnancy);
  const trimesters = new Set(visits.flatMap(({ occurredOn }) => { const weeks = gestationOn(due, occurredOn)?.weeks; return weeks === undefined ? [] : [weeks <= EARLY_UNTIL_WEEKS ? 1 : weeks <= SECOND_UNTIL_WEEKS ? 2 : 3]; }));
  const dose = Math.max(0, pregnancy?.tetanusDosesBefore ?? 0, ...visits.map(({ tetanusDose = 0 }) => tetanusDose), ...records.tetanus.filter((one) => one.on <= birth.bornOn).map(({ doseNumber }) => doseNumber));
  const isVisited = records.postnatal.some(({ pregnancyId, voided, occurredOn }) => voided === undefined && pregnancyId === birth.pregnancyId && occurredOn >= birth.bornOn && occurredOn <= addDays(birth.bornOn, FIRST_WEEK_DAYS) && occurredOn <= on);
  const born = birth.babies.filter(({ status }) => status !== 'stillborn');
  const weighed = born.flatMap(({ weightG }) => weightG ?? []);
  return {
    birthId: birth._id, place: birth.place,
    shares: { anc3in3: trimesters.size === 3, anc4: visits.length >= 4, tetanusProtected: dose >= PROTECTED_FROM_DOSE, skilledBirth: birth.attendant !== undefined && skilledAttendants.includes(birth.attendant), postnatalWeek1: isVisited },
    live: born.length, stillborn: birth.babies.length - born.length, died: born.filter(({ status }) => status === 'died').length,
    weighed: weighed.length, low: weighed.filter((weightG) => weightG < LOW_WEIGHT_BELOW_G).length, motherDied: birth.motherStatus === 'died',
  };
}

export interface MaternalCounts {
  pregnant: number; registered: number; births: number; babies: { live: number; stillborn: number; died: number }; mothersDied: number;
  places: { place: BirthPlace; births: number }[]; indicators: { id: MaternalIndicatorId; numerator: number; denominator: number }[];
}

export function sumMothers(parts: readonly MaternalPart[]): MaternalCounts {
  const [registered, births] = [parts.flatMap((part) => part.registered), parts.flatMap((part) => part.births)];
  const sum = (of: 'live' | 'stillborn' | 'died' | 'weighed' | 'low') => births.reduce((total, birth) => total + birth[of], 0);
  const share = (id: MaternalIndicatorId): { numerator: number; denominator: number } => {
    switch (id) {
      case 'earlyRegistration': return { numerator: registered.filter(({ early }) => early).length, denominator: registered.length };
      case 'hivTested': return { numerator: registered.filter(({ hivTested }) => hivTested).length, denominator: registered.length };
      case 'lowBirthWeight': return { numerator: sum('low'), denominator: sum('weighed') };
      default: return { numerator: births.filter(({ shares }) => shares[id]).length, denominator: births.length };
    }
  };
  return {
    pregnant: parts.filter(({ pregnant }) => pregnant).length, registered: registered.length, births: births.length,
    babies: { live: sum('live'), stillborn: sum('stillborn'), died: sum('died') }, mothersDied: parts.filter(({ died, births: of }) => died || of.some(({ motherDied }) => motherDied)).length,
    places: birthPlaces.flatMap((place) => { const of = births.filter((birth) => birth.place === place).length; return of > 0 ? [{ place, births: of }] : []; }),
    indicators: maternalIndicators.map((id) => ({ id, ...share(id) })),
  };
}
