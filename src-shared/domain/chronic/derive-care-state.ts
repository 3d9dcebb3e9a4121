import { addDays, addMonths, daysBetween } from '../common/partial-date.ts';
import { chronicConditions, type ChronicCondition, type EpisodeStatus } from './chronic-lists.ts';
import { classifyBloodPressure, meanPressure, type PressureClass } from './classify-blood-pressure.ts';
import type { Episode } from './episode.schema.ts';
import type { BloodPressure, FollowUp } from './follow-up.schema.ts';
import { isControlled, pressureGoal, type PressureGoal } from './pressure-goal.ts';

/** Where nobody said when to come again: after the newest follow-up, after enrolment, or after a visit that measured the blood pressure (ncd.json `visit_interval`: monthly; FROM KNOWLEDGE). */
export const FOLLOW_UP_AFTER_DAYS = 30;
/** Days after the next visit until it is called overdue; chosen here. */
export const OVERDUE_AFTER_DAYS = 7;
/** Without a visit of any kind: "bỏ trị" (ncd.json `status_values`, FROM KNOWLEDGE). */
export const LOST_AFTER_MONTHS = 3;
/** How long a measurement tells whether somebody is controlled (ncd.json `indicators`, FROM KNOWLEDGE). */
const PRESSURE_HOLDS_MONTHS = 3;
const FASTING_GLUCOSE_HOLDS_MONTHS = 3;
const HBA1C_HOLDS_MONTHS = 6;
/** Controlled below these (ncd.json `diabetes.target` and `dm_control`, FROM KNOWLEDGE). */
export const FASTING_GLUCOSE_BELOW_MMOL_L = 7.2;
export const HBA1C_BELOW_PERCENT = 7;

export type CareEpisode = Pick<Episode, '_id' | 'condition' | 'enrolledOn' | 'goal' | 'statusChanges' | 'voided' | 'createdAt'> & { /** Written by another station, which handed the person over. */ isCarried?: boolean };
export type CareFollowUp = Pick<FollowUp, '_id' | 'occurredOn' | 'bloodPressure' | 'fastingGlucoseMmolL' | 'randomGlucoseMmolL' | 'hba1cPercent' | 'nextVisitOn' | 'voided' | 'createdAt'>;
/** A checkup or a visit, in force; its blood pressure counts as that of a follow-up. */
export interface CareEncounter { id: string; on: string; at: string; pressure?: BloodPressure }

export const careStates = ['onTime', 'due', 'overdue', 'lost'] as const;
/** `due` from the day of the next visit, `overdue` 7 days after it, `lost` when moreover nobody saw the person for 3 months. */
export type CareState = (typeof careStates)[number];
export type Controlled = 'yes' | 'no' | 'unknown';
export interface PressurePoint extends BloodPressure { on: string; id: string; from: 'followUp' | 'encounter'; pressureClass: PressureClass }
export const glucoseKinds = ['fasting', 'random', 'hba1c'] as const;
/** mmol/L; of `hba1c` %. */
export interface GlucosePoint { on: string; id: string; kind: (typeof glucoseKinds)[number]; value: number }
export interface ConditionState {
  episodeId: string; condition: ChronicCondition; enrolledOn: string; status: EpisodeStatus; /** Since when it has this status. */ since: string; isCarried: boolean;
  /** Of hypertension by the blood pressure, of diabetes by the glucose; the other conditions have no measure. */ controlled?: Controlled;
}
export interface CareStanding {
  /** One line for each condition, in the order of the list; of several episodes the one that says most. */ conditions: ConditionState[];
  goal: PressureGoal; lastPressure?: PressurePoint; lastGlucose?: GlucosePoint;
  /** Visits, checkups, follow-ups. */ lastSeenOn?: string;
  /** While some condition is under management. */ nextVisitOn?: string; state?: CareState; /** After the next visit; none before it. */ daysLate?: number;
}

export interface CareRecords { episodes: readonly CareEpisode[]; followUps: readonly CareFollowUp[]; encounters: readonly CareEncounter[] }

/** How a person's chronic conditions stand on a day, from what was written down until then. Voided records count nothing. */
export function deriveCareState(records: CareRecords, bornOn: string, on: string): CareStanding {
  const episodes = records.episodes.filter(({ voided, enrolledOn }) => voided === undefined && enrolledOn <= on);
  const followUps = records.followUps.filter(({ voided, occurredOn }) => voided === undefined && occurredOn <= on);
  const encounters = records.encounters.filter((one) => one.on <= on);
  const standing = onePerCondition(episodes, on);
  const active = standing.filter(({ status }) => status === 'active');
  const goal = pressureGoal(active.map(({ episode }) => episode), bornOn, on);
  const lastPressure = pressuresOf({ followUps, encounters }).at(-1);
  const glucose = glucoseOf(followUps);
  const lastGlucose = glucose.at(-1);
  const seen = [...followUps.map(({ occurredOn }) => occurredOn), ...encounters.map((one) => one.on)].sort().at(-1);
  return {
    conditions: standing.map(({ episode, status, since }) => ({
      episodeId: episode._id, condition: episode.condition, enrolledOn: episode.enrolledOn, status, since, isCarried: episode.isCarried === true, ...controlledOf(episode.condition, { lastPressure, glucose, goal, on }),
    })),
    goal, ...(lastPressure ? { lastPressure } : {}), ...(lastGlucose ? { lastGlucose } : {}), ...(seen === undefined ? {} : { lastSeenOn: seen }),
    ...(active.length > 0 ? dueOf(active.map(({ episode }) => episode.enrolledOn).sort(), { followUps, measuredOn: encounters.flatMap((one) => (one.pressure ? [one.on] : [])).sort().at(-1), seen }, on) : {}),
  };
}

/** The status a condition had on a day: the last word until then. */
export function statusOn({ statusChanges, enrolledOn }: Pick<CareEpisode, 'statusChanges' | 'enrolledOn'>, on: string): { status: EpisodeStatus; since: string } {
  const last = statusChanges.filter((change) => change.on <= on).sort((a, b) => compare(a.on, b.on) || compare(a.at, b.at)).at(-1);
  return last ? { status: last.status, since: last.on } : { status: 'active', since: enrolledOn };
}

/** Our own before one that came along, one under management before one that is not, then the newest. */
function onePerCondition(episodes: readonly CareEpisode[], on: string): { episode: CareEpisode; status: EpisodeStatus; since: string }[] {
  const ranked = episodes.map((episode) => ({ episode, ...statusOn(episode, on) })).sort((a, b) =>
    Number(a.episode.isCarried ?? false) - Number(b.episode.isCarried ?? false) || Number(b.status === 'active') - Number(a.status === 'active') || compare(b.episode.enrolledOn, a.episode.enrolledOn) || compare(a.episode._id, b.episode._id));
  return chronicConditions.flatMap((condition) => ranked.find(({ episode }) => episode.condition === condition) ?? []);
}

/** `measuredOn`: the last visit or checkup with a blood pressure; whoever had one was controlled too. */
function dueOf(enrolments: readonly string[], { followUps, measuredOn, seen }: { followUps: readonly CareFollowUp[]; measuredOn: string | undefined; seen: string | undefined }, on: string): Pick<CareStanding, 'nextVisitOn' | 'state' | 'daysLate'> {
  const newest = [...followUps].sort(byDay).at(-1);
  const since = newest?.occurredOn ?? enrolments[0]!;
  const said = newest?.nextVisitOn ?? addDays(since, FOLLOW_UP_AFTER_DAYS);
  const byVisit = measuredOn !== undefined && measuredOn > since ? addDays(measuredOn, FOLLOW_UP_AFTER_DAYS) : said;
  const nextVisitOn = byVisit > said ? byVisit : said;
  const daysLate = daysBetween(nextVisitOn, on);
  if (daysLate < 0) return { nextVisitOn, state: 'onTime' };
  // Whoever was enrolled was there.
  const isLost = [...enrolments, ...(seen === undefined ? [] : [seen])].every((day) => day < addMonths(on, -LOST_AFTER_MONTHS));
  return { nextVisitOn, state: daysLate < OVERDUE_AFTER_DAYS ? 'due' : isLost ? 'lost' : 'overdue', daysLate };
}

function controlledOf(condition: ChronicCondition, { lastPressure, glucose, goal, on }: { lastPressure: PressurePoint | undefined; glucose: readonly GlucosePoint[]; goal: PressureGoal; on: string }): { controlled?: Controlled } {
  if (condition === 'hypertension') {
    if (!lastPressure || lastPressure.on < addMonths(on, -PRESSURE_HOLDS_MONTHS)) return { controlled: 'unknown' };
    return { controlled: isControlled(lastPressure, goal) ? 'yes' : 'no' };
  }
  if (condition !== 'diabetes') return {};
  const held = glucose.filter((one) => (one.kind === 'fasting' && one.on >= addMonths(on, -FASTING_GLUCOSE_HOLDS_MONTHS)) || (one.kind === 'hba1c' && one.on >= addMonths(on, -HBA1C_HOLDS_MONTHS))).at(-1);
  if (!held) return { controlled: 'unknown' };
  return { controlled: held.value < (held.kind === 'hba1c' ? HBA1C_BELOW_PERCENT : FASTING_GLUCOSE_BELOW_MMOL_L) ? 'yes' : 'no' };
}

/** Every blood pressure in time; of one day that of the encounter first, then that of the follow-up, so that the last word is the follow-up's. */
export function pressuresOf({ followUps, encounters }: Pick<CareRecords, 'followUps' | 'encounters'>): PressurePoint[] {
  const points = [
    ...encounters.flatMap(({ id, on, at, pressure }) => (pressure ? [{ ...pressure, on, at, id, from: 'encounter' as const }] : [])),
    ...followUps.filter(({ voided }) => voided === undefined).flatMap(({ _id: id, occurredOn, createdAt, bloodPressure }) => {
      const mean = meanPressure(bloodPressure ?? []);
      return mean ? [{ ...mean, on: occurredOn, at: createdAt, id, from: 'followUp' as const }] : [];
    }),
  ];
  return points.sort((a, b) => compare(a.on, b.on) || compare(a.from, b.from) || compare(a.at, b.at) || compare(a.id, b.id)).map(({ at: _at, ...point }) => ({ ...point, pressureClass: classifyBloodPressure(point) }));
}

/** Every glucose and HbA1c in time; of one visit HbA1c last, which tells of the longest time. */
export function glucoseOf(followUps: readonly CareFollowUp[]): GlucosePoint[] {
  return followUps.filter(({ voided }) => voided === undefined).sort(byDay).flatMap(({ _id: id, occurredOn: on, randomGlucoseMmolL, fastingGlucoseMmolL, hba1cPercent }) => {
    const values = [['random', randomGlucoseMmolL], ['fasting', fastingGlucoseMmolL], ['hba1c', hba1cPercent]] as const;
    return values.flatMap(([kind, value]) => (value === undefined ? [] : [{ on, id, kind, value }]));
  });
}

const byDay = (a: CareFollowUp, b: CareFollowUp): number => compare(a.occurredOn, b.occurredOn) || compare(a.createdAt, b.createdAt) || compare(a._id, b._id);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
