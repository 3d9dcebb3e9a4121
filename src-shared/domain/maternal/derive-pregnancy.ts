import { addDays, daysBetween } from '../common/partial-date.ts';
import type { AntenatalVisit } from './antenatal-visit.schema.ts';
import type { Birth } from './birth.schema.ts';
import { dueDay, gestationOn, startOf, type DueDay, type Gestation } from './gestation.ts';
import { antenatalAlerts, pregnancyAlerts, type MaternalAlert } from './maternal-alerts.ts';
import type { PregnancyStatus } from './maternal-lists.ts';
import { plannedVisits, proposeNextVisit, type PlannedVisit } from './planned-visits.ts';
import { postnatalPlan, type PlannedPostnatal } from './postnatal-plan.ts';
import type { PostnatalVisit } from './postnatal-visit.schema.ts';
import type { Pregnancy } from './pregnancy.schema.ts';

/** Days after a next visit until it is called overdue; chosen here. */
const OVERDUE_AFTER_DAYS = 7;
/** So long after a birth a woman is followed: the visit of the sixth week with a week for the way. Chosen here. */
export const POSTNATAL_DAYS = 56;
/** A pregnancy that came along and began within so many days of our own is the same one. Chosen here. */
const SAME_WITHIN_DAYS = 60;
const LONGEST_DAYS = 308;

/** `isCarried`: written by another station, which handed the woman over. */
export type CarePregnancy = Pick<Pregnancy, '_id' | 'registeredOn' | 'lastPeriodOn' | 'ultrasoundDue' | 'previousCaesarean' | 'riskFactors' | 'statusChanges' | 'plannedPlace' | 'voided'> & { isCarried?: boolean };
export type CareVisit = Pick<AntenatalVisit, '_id' | 'pregnancyId' | 'createdAt' | 'occurredOn' | 'nextVisitOn' | 'voided' | 'bloodPressure' | 'urineProtein' | 'fetalHeartPerMin' | 'fundalHeightCm' | 'haemoglobinGPerL' | 'dangerSigns' | 'highRisk' | 'tetanusDose'>;
export type CareBirth = Pick<Birth, '_id' | 'pregnancyId' | 'bornOn' | 'motherStatus' | 'voided' | 'createdAt'>;
export type CarePostnatal = Pick<PostnatalVisit, '_id' | 'pregnancyId' | 'createdAt' | 'occurredOn' | 'nextVisitOn' | 'voided'>;
export interface MaternalRecords<P = CarePregnancy, V = CareVisit, B = CareBirth, N = CarePostnatal> { pregnancies: readonly P[]; visits: readonly V[]; births: readonly B[]; postnatal: readonly N[] }

export const maternalStates = ['onTime', 'due', 'overdue', 'pastDue'] as const;
/** `due` from the day of the next visit, `overdue` after it; `pastDue`: the day the birth was expected has passed. */
export type MaternalState = (typeof maternalStates)[number];
export const maternalKinds = ['antenatal', 'postnatal'] as const;
export type MaternalKind = (typeof maternalKinds)[number];

export interface PregnancyStanding {
  pregnancyId: string; status: PregnancyStatus | 'delivered'; /** Since when. */ since: string; isCarried: boolean;
  due?: DueDay; /** While it goes on. */ gestation?: Gestation;
  /** None where no due day is known. */ planned: PlannedVisit[];
  bornOn?: string; birthId?: string; /** None before the birth. */ postnatal: PlannedPostnatal[];
  alerts: MaternalAlert[]; isHighRisk: boolean;
  /** Before the birth, in force. */ visits: number; lastSeenOn?: string;
  /** While she is followed. */ kind?: MaternalKind; nextVisitOn?: string; state?: MaternalState; /** Days since the next visit, or the due day that has passed; none before it. */ daysLate?: number;
}

const inForce = <T extends { voided?: unknown }>(records: readonly T[]): T[] => records.filter(({ voided }) => voided === undefined);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const newest = <T extends { occurredOn: string; createdAt: string; _id: string }>(visits: readonly T[]): T | undefined =>
  [...visits].sort((a, b) => compare(a.occurredOn, b.occurredOn) || compare(a.createdAt, b.createdAt) || compare(a._id, b._id)).at(-1);

/** What was said last of a pregnancy until a day. */
export function wordOn({ statusChanges, registeredOn }: Pick<CarePregnancy, 'statusChanges' | 'registeredOn'>, on: string): { status: PregnancyStatus; since: string } {
  const last = statusChanges.filter((change) => change.on <= on).sort((a, b) => compare(a.on, b.on) || compare(a.at, b.at)).at(-1);
  return last ? { status: last.status, since: last.on } : { status: 'active', since: registeredOn };
}

/** The birth that ended it until a day; of two records of one the first. */
export const birthOf = <B extends CareBirth>(pregnancyIds: readonly string[], births: readonly B[], on: string): B | undefined =>
  inForce(births).filter((one) => pregnancyIds.includes(one.pregnancyId) && one.bornOn <= on).sort((a, b) => compare(a.bornOn, b.bornOn) || compare(a._id, b._id))[0];

/** What came along from another station and is the same pregnancy as this one of ours. */
export function sameAs(own: CarePregnancy, pregnancies: readonly CarePregnancy[]): CarePregnancy[] {
  if (own.isCarried) return [];
  const due = dueDay(own);
  return inForce(pregnancies).filter((one) => {
    const other = dueDay(one);
    return one.isCarried === true && (due && other ? Math.abs(daysBetween(startOf(due), startOf(other))) <= SAME_WITHIN_DAYS : Math.abs(daysBetween(one.registeredOn, own.registeredOn)) <= LONGEST_DAYS);
  });
}

/** How one pregnancy stands on a day, from what was written down until then. Voided records count nothing. `bornOn`: of the woman. */
export function derivePregnancy(pregnancy: CarePregnancy, { pregnancies, visits, births, postnatal }: MaternalRecords, bornOn: string, on: string): PregnancyStanding {
  const ids = [pregnancy, ...sameAs(pregnancy, pregnancies)].map(({ _id }) => _id);
  const ofThis = <T extends { pregnancyId: string; occurredOn: string; voided?: unknown }>(records: readonly T[]) => inForce(records).filter((one) => ids.includes(one.pregnancyId) && one.occurredOn <= on);
  const [before, after] = [ofThis(visits), ofThis(postnatal)];
  const birth = birthOf(ids, births, on);
  const word = wordOn(pregnancy, on);
  const isGone = word.status === 'died' || word.status === 'movedAway';
  const status = birth && !(isGone && word.since >= birth.bornOn) ? 'delivered' : word.status;
  const due = dueDay(pregnancy);
  const last = newest(before);
  const lastSeenOn = [...before, ...after].map(({ occurredOn }) => occurredOn).sort().at(-1);
  const gestation = status === 'active' ? gestationOn(due, on) : undefined;
  const alerts = [...(last ? antenatalAlerts(last, due) : []), ...pregnancyAlerts(pregnancy, { bornOn, due: status === 'active' ? due : undefined, on })];
  const plan = birth ? postnatalPlan(birth.bornOn, after, on) : [];
  return {
    pregnancyId: pregnancy._id, status, since: status === 'delivered' ? birth!.bornOn : word.since, isCarried: pregnancy.isCarried === true,
    ...(due ? { due } : {}), ...(gestation ? { gestation } : {}),
    planned: due ? plannedVisits(due, before, status === 'active' ? on : birth?.bornOn ?? word.since) : [],
    ...(birth ? { bornOn: birth.bornOn, birthId: birth._id } : {}), postnatal: plan,
    alerts, isHighRisk: alerts.some(({ code }) => code !== 'DueDayPassed'), visits: before.length, ...(lastSeenOn === undefined ? {} : { lastSeenOn }),
    ...(status === 'active' ? antenatalNext(pregnancy, last, due, on) : status === 'delivered' && birth && birth.motherStatus !== 'died' && daysBetween(birth.bornOn, on) <= POSTNATAL_DAYS ? postnatalNext(plan, after, on) : {}),
  };
}

type Next = Pick<PregnancyStanding, 'kind' | 'nextVisitOn' | 'state' | 'daysLate'>;

function antenatalNext({ registeredOn }: CarePregnancy, last: CareVisit | undefined, due: DueDay | undefined, on: string): Next {
  const said = last ? last.nextVisitOn ?? proposeNextVisit(due, last.occurredOn) : registeredOn;
  if (due && on > due.dueOn) return { kind: 'antenatal', nextVisitOn: said < due.dueOn ? said : due.dueOn, state: 'pastDue', daysLate: daysBetween(due.dueOn, on) };
  return { kind: 'antenatal', ...lateBy(said, addDays(said, OVERDUE_AFTER_DAYS - 1), on) };
}

function postnatalNext(plan: readonly PlannedPostnatal[], visits: readonly CarePostnatal[], on: string): Next {
  const last = newest(visits);
  if (last?.nextVisitOn !== undefined) return { kind: 'postnatal', ...lateBy(last.nextVisitOn, addDays(last.nextVisitOn, OVERDUE_AFTER_DAYS - 1), on) };
  const next = plan.find(({ fromOn, state }) => state !== 'done' && (last === undefined || last.occurredOn < fromOn));
  return { kind: 'postnatal', ...(next ? lateBy(next.fromOn, next.untilOn, on) : {}) };
}

/** Overdue after `untilOn`. */
function lateBy(nextVisitOn: string, untilOn: string, on: string): Pick<Next, 'nextVisitOn' | 'state' | 'daysLate'> {
  const daysLate = daysBetween(nextVisitOn, on);
  return daysLate < 0 ? { nextVisitOn, state: 'onTime' } : { nextVisitOn, state: on > untilOn ? 'overdue' : 'due', daysLate };
}

/** How every pregnancy of a woman stands, the newest first; one that came along and goes on as one of ours is told with it. */
export function deriveMaternal(records: MaternalRecords, bornOn: string, on: string): PregnancyStanding[] {
  const known = inForce(records.pregnancies).filter(({ registeredOn }) => registeredOn <= on);
  const told = new Set(known.flatMap((one) => sameAs(one, known).map(({ _id }) => _id)));
  return known.filter(({ _id }) => !told.has(_id)).sort((a, b) => compare(b.registeredOn, a.registeredOn) || compare(b._id, a._id)).map((one) => derivePregnancy(one, records, bornOn, on));
}

/** The one she is followed for: a pregnancy that goes on before one that ended in a birth. */
export const followedStanding = (standings: readonly PregnancyStanding[]): PregnancyStanding | undefined => standings.find(({ kind }) => kind === 'antenatal') ?? standings.find(({ kind }) => kind === 'postnatal');
