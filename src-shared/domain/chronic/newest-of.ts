import type { CareFollowUp, CareRecords } from './derive-care-state.ts';

/** What still matters of a person's records from `today` on: of each measurement and of each kind of visit the newest, and whatever is of a later day. The state of any later day is the same. */
export function newestOf({ episodes, followUps, encounters }: CareRecords, today: string): CareRecords {
  const held = followUps.filter(({ voided }) => voided === undefined);
  const newest = (has: (one: CareFollowUp) => boolean) => held.filter((one) => one.occurredOn <= today && has(one)).sort((a, b) => compare(a.occurredOn, b.occurredOn) || compare(a.createdAt, b.createdAt) || compare(a._id, b._id)).slice(-1);
  const lastEncounter = (hasPressure: boolean) => encounters.filter(({ on, pressure }) => on <= today && (!hasPressure || pressure !== undefined)).sort((a, b) => compare(a.on, b.on) || compare(a.at, b.at) || compare(a.id, b.id)).slice(-1);
  return {
    episodes: episodes.filter(({ voided }) => voided === undefined).map(({ _id, condition, enrolledOn, goal, statusChanges, createdAt, isCarried }) => ({ _id, condition, enrolledOn, goal, statusChanges, createdAt, isCarried: isCarried === true })),
    followUps: [...new Set([
      ...newest(() => true), ...newest(({ bloodPressure }) => bloodPressure !== undefined), ...newest(({ fastingGlucoseMmolL }) => fastingGlucoseMmolL !== undefined),
      ...newest(({ hba1cPercent }) => hba1cPercent !== undefined), ...newest(({ randomGlucoseMmolL }) => randomGlucoseMmolL !== undefined), ...held.filter(({ occurredOn }) => occurredOn > today),
    ])].map(({ _id, occurredOn, createdAt, bloodPressure, fastingGlucoseMmolL, randomGlucoseMmolL, hba1cPercent, nextVisitOn }) => ({ _id, occurredOn, createdAt, bloodPressure, fastingGlucoseMmolL, randomGlucoseMmolL, hba1cPercent, nextVisitOn })),
    encounters: [...new Set([...lastEncounter(false), ...lastEncounter(true), ...encounters.filter(({ on }) => on > today)])],
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
