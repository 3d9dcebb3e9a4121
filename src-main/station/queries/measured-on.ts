import type { MeasuredToday } from '../../../src-shared/contract/queries.ts';
import { measured } from '../../../src-shared/domain/encounter/derive-bmi.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { bodyOf } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';

/** Of the last visit or checkup of that day that measured something, one not finished yet too: whoever follows up need not measure again. */
export function measuredOn(db: StationDatabase, patientId: string, day: string): MeasuredToday | undefined {
  const encounters = db.people.recordsOf(patientId).flatMap((id) => db.store.getWith('encounters', 'patientId', id)).map((stored) => bodyOf<Encounter>(stored))
    .filter(({ occurredOn, status }) => occurredOn === day && status !== 'voided').sort((a, b) => compare(b.version, a.version));
  for (const { _id: encounterId, observations } of encounters) {
    const of = (name: Parameters<typeof measured>[1]) => measured(observations, name);
    const [systolicMmHg, diastolicMmHg] = [of('systolicMmHg'), of('diastolicMmHg')];
    const found = {
      ...(systolicMmHg === undefined || diastolicMmHg === undefined ? {} : { bloodPressure: { systolicMmHg, diastolicMmHg } }),
      ...Object.fromEntries((['pulsePerMin', 'weightKg', 'waistCm'] as const).flatMap((name) => { const value = of(name); return value === undefined ? [] : [[name, value]]; })),
    };
    if (Object.keys(found).length > 0) return { encounterId, ...found };
  }
  return undefined;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
