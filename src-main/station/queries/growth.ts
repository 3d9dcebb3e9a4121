import type { GrowthView } from '../../../src-shared/contract/queries.ts';
import { partialDate } from '../../../src-shared/domain/common/fields.ts';
import { growthPointsOf } from '../db/growth-points-of.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Query } from './query.ts';

/** How a child grows, by the days it was weighed or measured. */
export const growth: Query<'growth'> = ({ patientId }, { db }) => growthViewOf(db, patientId);

/** The same, for paper. */
export function growthViewOf(db: StationDatabase, patientId: string): GrowthView | null {
  const person = db.people.get(patientId)?.patient;
  // What no form took in: no age can be reckoned from such a day.
  if (!person || !partialDate.safeParse(person.bornOn).success) return null;
  const { sex, bornOn } = person;
  return { patientId, sex, bornOn, points: growthPointsOf(db, patientId, { sex, bornOn }) };
}
