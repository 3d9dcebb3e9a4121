import type { ChronicCareView, EpisodeRow, FollowUpRow } from '../../../src-shared/contract/queries.ts';
import { deriveCareState, glucoseOf, pressuresOf } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import type { Episode } from '../../../src-shared/domain/chronic/episode.schema.ts';
import type { FollowUp } from '../../../src-shared/domain/chronic/follow-up.schema.ts';
import { partialDate } from '../../../src-shared/domain/common/fields.ts';
import { chronicOf, type Carried } from '../db/chronic-of.ts';
import { measuredOn } from './measured-on.ts';
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

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
