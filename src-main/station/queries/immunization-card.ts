import type { ImmunizationCardView, ImmunizationRow } from '../../../src-shared/contract/queries.ts';
import { partialDate } from '../../../src-shared/domain/common/fields.ts';
import { deriveImmunizationCard, lastDayOf } from '../../../src-shared/domain/immunization/derive-immunization-card.ts';
import { immunizationsOf } from '../db/immunizations-of.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Query } from './query.ts';
import { unitNames } from './unit-names.ts';

/** The schedule as it stands for a person, with every record it was reckoned from. */
export const immunizationCard: Query<'immunizationCard'> = ({ patientId }, { db }) => immunizationCardOf(db, patientId);

/** The same, for paper. */
export function immunizationCardOf(db: StationDatabase, patientId: string): ImmunizationCardView | null {
  const person = db.people.get(patientId)?.patient;
  // What no form took in: nothing can be reckoned from such a day.
  if (!person || !partialDate.safeParse(person.bornOn).success) return null;
  const names = unitNames(db);
  const known = immunizationsOf(db, patientId);
  const card = deriveImmunizationCard({ bornOn: person.bornOn, records: known, today: db.clock.today() });
  const records = known.map(({ carriedFromUnit: unit, carriedFromName, ...record }): ImmunizationRow => ({ ...record, ...(unit === undefined ? {} : { carriedFrom: names(unit) ?? carriedFromName ?? unit }) }));
  return { patientId, bornOn: person.bornOn, card, records: records.sort(newestFirst) };
}

const newestFirst = (a: ImmunizationRow, b: ImmunizationRow): number => compare(lastDayOf(b), lastDayOf(a)) || compare(b._id, a._id);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
