import type { ChronicCareView, EpisodeRow, FollowUpRow, MeasuredToday } from '../../../src-shared/contract/queries.ts';
import { deriveCareState, glucoseOf, pressuresOf } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import type { Episode } from '../../../src-shared/domain/chronic/episode.schema.ts';
import type { FollowUp } from '../../../src-shared/domain/chronic/follow-up.schema.ts';
import { partialDate } from '../../../src-shared/domain/common/fields.ts';
import { measured } from '../../../src-shared/domain/encounter/derive-bmi.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { chronicOf, type Carried } from '../db/chronic-of.ts';
import { bodyOf } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Query } from './query.ts';
import { unitNames } from './unit-names.ts';

/** A person's chronic conditions as they stand, with every record they were reckoned from. */
export const chronicCare: Query<'chronicCare'> = ({ patientId }, { db }): ChronicCareView | null => {
  const person = db.people.get(patientId)?.patient;
  // What no form took in: no age can be reckoned from such a day.
  if (!person || !partialDate.safeParse(person.bornOn).success) return null;
  const names = unitNames(db);
  const { episodes, followUps, encounters } = chronicOf(db, patientId);
  const from = ({ carriedFromUnit: unit, carriedFromName }: Carried) => (unit === undefined ? {} : { carriedFrom: names(unit) ?? carriedFromName ?? unit });
  const today = db.clock.today();
  const measuredToday = measuredOn(db, patientId, today);
  return {
    patientId, bornOn: person.bornOn, standing: deriveCareState({ episodes, followUps, encounters }, person.bornOn, today),
    episodes: episodes.map(({ isCarried: _isCarried, carriedFromUnit, carriedFromName, ...one }): EpisodeRow => ({ ...(one as Episode), ...from({ carriedFromUnit, carriedFromName }) })).sort((a, b) => compare(b.enrolledOn, a.enrolledOn) || compare(b._id, a._id)),
    followUps: followUps.map(({ carriedFromUnit, carriedFromName, ...one }): FollowUpRow => ({ ...(one as FollowUp), ...from({ carriedFromUnit, carriedFromName }) })).sort((a, b) => compare(b.occurredOn, a.occurredOn) || compare(b._id, a._id)),
    pressures: pressuresOf({ followUps, encounters }), glucose: glucoseOf(followUps), ...(measuredToday ? { measuredToday } : {}),
  };
};

/** Of the last visit or checkup of that day that measured something, one not finished yet too: whoever follows up need not measure again. */
function measuredOn(db: StationDatabase, patientId: string, day: string): MeasuredToday | undefined {
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
