import { addDays, dateBounds } from '../common/partial-date.ts';
import { todayInUnitZone } from '../common/today-in-unit-zone.ts';
import { dueDay } from './due-day.ts';
import { doseKey, immunizationSchedule, LATE_AFTER_DAYS, type DoseKey, type ScheduledDose } from './immunization-schedule.ts';
import type { Immunization } from './immunization.schema.ts';

/** What the card must know of a record. */
export type CardRecord = Pick<Immunization, '_id' | 'vaccine' | 'doseNumber' | 'status' | 'occurredOn' | 'place' | 'notDoneReason' | 'voided' | 'createdAt'>;
/** `due` from its day, `late` 28 days after it; `notYet` before it, or while the dose before (`waitsFor`) is not given. */
export type DoseState = 'given' | 'due' | 'late' | 'notYet' | 'tooOld';
export interface DoseLine extends DoseKey {
  state: DoseState;
  /** From when it is or was to be given; of a dose that waits, the earliest day possible. */ dueOn: string; /** The last day it is given. */ latestOn?: string;
  waitsFor?: DoseKey;
  /** Of a given one; the date as well as it is known. */ given?: { id: string; on: string; place: Immunization['place'] };
  /** The last time it was not given, and why. */ notDone?: { id: string; on: string; reason?: Immunization['notDoneReason'] };
}
export interface ImmunizationCard {
  /** The day the schedule counts from: the latest the birth date may mean, so that nothing is called late too early. */ assumedBornOn: string; isBirthAssumed: boolean;
  lines: DoseLine[];
  /** Ids of records in force beyond the lines: other vaccines, further doses, a second record of one dose. */ otherIds: string[];
  /** The first day on which a dose is to be given that is not: in the past where one is due. */ nextDueOn?: string;
}

/** One line for each scheduled dose as it stands on `today`. Voided records count nothing. */
export function deriveImmunizationCard({ bornOn, records, today }: { bornOn: string; records: readonly CardRecord[]; today: string }): ImmunizationCard {
  const standing = openDoses({ bornOn, records });
  const open = new Map(standing.open.map((dose) => [doseKey(dose), dose]));
  const { assumedBornOn, given, notDone } = standing;
  const lines: DoseLine[] = [];
  for (const scheduled of immunizationSchedule) {
    const key = doseKey(scheduled);
    const record = given.get(key);
    const dose = open.get(key);
    if (record) lines.push({ ...lineOf(scheduled, assumedBornOn, notDone), state: 'given', dueOn: dueDay(scheduled, assumedBornOn), given: { id: record._id, on: record.occurredOn, place: record.place } });
    else if (dose) lines.push({ ...dose, state: stateOn(dose, today) });
    else lines.push(waiting({ ...lineOf(scheduled, assumedBornOn, notDone), waitsFor: scheduled.after! }, scheduled, { assumedBornOn, today, lines }));
  }
  const shown = new Set(lines.flatMap(({ given: done, notDone: missed }) => [done?.id, missed?.id]));
  const ahead = lines.filter(({ state }) => state === 'due' || state === 'late' || state === 'notYet').map(({ dueOn }) => dueOn).sort();
  return {
    assumedBornOn, isBirthAssumed: assumedBornOn !== bornOn, lines, otherIds: records.filter(({ _id, voided }) => voided === undefined && !shown.has(_id)).map(({ _id }) => _id),
    ...(ahead[0] === undefined ? {} : { nextDueOn: ahead[0] }),
  };
}

/** A scheduled dose that is not given and waits for none before it: what is said of it holds on any day. */
export type OpenDose = Pick<DoseLine, 'vaccine' | 'doseNumber' | 'dueOn' | 'latestOn' | 'notDone'>;

/** How an open dose stands on a day. `lateIfDueBy`: worked out once by whoever asks of many on one day. */
export function stateOn({ dueOn, latestOn }: OpenDose, day: string, lateIfDueBy = addDays(day, -LATE_AFTER_DAYS)): Exclude<DoseState, 'given'> {
  if (latestOn !== undefined && later(day, dueOn) > latestOn) return 'tooOld';
  return day < dueOn ? 'notYet' : dueOn > lateIfDueBy ? 'due' : 'late';
}

export interface OpenDoses { assumedBornOn: string; open: OpenDose[]; given: ReadonlyMap<string, CardRecord>; notDone: ReadonlyMap<string, CardRecord> }

/** The doses a person could be given, whatever day it is; beside them what was given and what was not, by dose. */
export function openDoses({ bornOn, records }: { bornOn: string; records: readonly CardRecord[] }): OpenDoses {
  const assumedBornOn = dateBounds(bornOn).latest;
  const inForce = records.filter(({ voided }) => voided === undefined);
  const given = oneOfEach(inForce.filter(({ status }) => status === 'completed'), 1);
  const notDone = oneOfEach(inForce.filter(({ status }) => status === 'notDone'), -1);
  const open = immunizationSchedule.flatMap((scheduled) => {
    const before = scheduled.after && given.get(doseKey(scheduled.after));
    if (given.has(doseKey(scheduled)) || (scheduled.after && !before)) return [];
    return [{ ...lineOf(scheduled, assumedBornOn, notDone), dueOn: dueDay(scheduled, assumedBornOn, before && lastDayOf(before)) }];
  });
  return { assumedBornOn, open, given, notDone };
}

function lineOf({ vaccine, doseNumber, latestAgeDays }: ScheduledDose, assumedBornOn: string, notDone: ReadonlyMap<string, CardRecord>) {
  const missed = notDone.get(doseKey({ vaccine, doseNumber }));
  return {
    vaccine, doseNumber, ...(latestAgeDays === undefined ? {} : { latestOn: addDays(assumedBornOn, latestAgeDays) }),
    ...(missed ? { notDone: { id: missed._id, on: missed.occurredOn, ...(missed.notDoneReason ? { reason: missed.notDoneReason } : {}) } } : {}),
  };
}

/** Not before the dose it waits for, which is not given before today. */
function waiting(line: Omit<DoseLine, 'state' | 'dueOn'> & { waitsFor: DoseKey }, scheduled: ScheduledDose, { assumedBornOn, today, lines }: { assumedBornOn: string; today: string; lines: readonly DoseLine[] }): DoseLine {
  const before = lines.find((one) => doseKey(one) === doseKey(line.waitsFor));
  const dueOn = dueDay(scheduled, assumedBornOn, later(before?.dueOn ?? today, today));
  return { ...line, dueOn, state: before?.state === 'tooOld' || (line.latestOn !== undefined && dueOn > line.latestOn) ? 'tooOld' : 'notYet' };
}

/** Of several records of one dose the one of the earliest (1) or latest (-1) day; two PCs may have entered it, or it stands in two records of one person. */
function oneOfEach(records: readonly CardRecord[], sign: 1 | -1): Map<string, CardRecord> {
  const found = new Map<string, CardRecord>();
  for (const record of [...records].sort((a, b) => sign * (compare(lastDayOf(a), lastDayOf(b)) || compare(a._id, b._id)))) if (!found.has(doseKey(record))) found.set(doseKey(record), record);
  return found;
}

/** The latest day the record may mean; it was entered by then. */
export function lastDayOf({ occurredOn, createdAt }: Pick<CardRecord, 'occurredOn' | 'createdAt'>): string {
  const { earliest, latest } = dateBounds(occurredOn);
  if (earliest === latest) return latest;
  const enteredMs = Date.parse(createdAt);
  const entered = Number.isNaN(enteredMs) ? latest : todayInUnitZone(enteredMs);
  return entered < latest && entered >= earliest ? entered : latest;
}

const later = (a: string, b: string): string => (a > b ? a : b);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
