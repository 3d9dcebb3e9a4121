import { partialDate } from '../../../src-shared/domain/common/fields.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import type { Birth } from '../../../src-shared/domain/maternal/birth.schema.ts';
import { daysFrom, findNewbornMatches, NEWBORN_DAYS_APART } from '../../../src-shared/domain/maternal/find-newborn-matches.ts';
import { patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { babiesOf } from '../db/babies-of.ts';
import { readRecord } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { patientRow } from './patient-row.ts';
import type { Query } from './query.ts';

/** People of the book who may be a baby that nobody was linked with yet. */
export const newbornMatches: Query<'newbornMatches'> = ({ birthId, baby: at }, { db }) => {
  const birth = readRecord<Birth>(db.store, 'births', birthId);
  const baby = birth?.babies[at];
  const mother = birth && personOf(db, birth.patientId);
  if (!baby || !mother || birth.voided) return [];
  const years = new Set([-NEWBORN_DAYS_APART, NEWBORN_DAYS_APART].map((days) => addDays(birth.bornOn, days).slice(0, 4)));
  // The rows of the list say too little of a person: the records of those born then are read.
  const people = [...years].flatMap((year) => db.people.entries(db.people.rowsBornIn(year)))
    .filter(({ patient: { voided, sameAs, bornOn } }) => !voided && sameAs === undefined && partialDate.safeParse(bornOn).success && daysFrom(birth.bornOn, bornOn) <= NEWBORN_DAYS_APART)
    .flatMap(({ patient: { _id } }) => personOf(db, _id) ?? []);
  return findNewbornMatches(birth, baby, mother, people).filter(({ id }) => babiesOf(db, id).length === 0)
    .flatMap(({ id, ...match }) => { const entry = db.people.get(id); return entry ? [{ ...patientRow(entry), ...match }] : []; });
};

function personOf({ store }: Pick<StationDatabase, 'store'>, id: string) {
  const read = patient.safeParse(readRecord(store, 'patients', id));
  return read.success ? read.data : undefined;
}
