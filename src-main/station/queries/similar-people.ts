import { findDuplicates } from '../../../src-shared/domain/patient/find-duplicates.ts';
import { normalizePatient } from '../../../src-shared/domain/patient/normalize-patient.ts';
import { patientRow } from './patient-row.ts';
import type { Query } from './query.ts';

/** Who may already be in the book while somebody is being written in; a second record answers with the one that stands for the person. */
export const similarPeople: Query<'similarPeople'> = ({ exceptId, ...known }, { db }) => {
  const person = normalizePatient({ fullName: '', bornOn: '', sex: 'undetermined', ...known });
  const own = new Set(exceptId === undefined ? [] : db.people.recordsOf(exceptId));
  const found = findDuplicates(known, db.people.mayBeSame(person).filter(({ _id }) => !own.has(_id)));
  const rows = found.flatMap(({ id, certainty, because }) => {
    const first = db.people.get(db.people.get(id)?.patient.sameAs ?? id) ?? db.people.get(id);
    return first ? [{ ...patientRow(first), certainty, because }] : [];
  });
  return rows.filter((row, at) => rows.findIndex(({ id }) => id === row.id) === at);
};
