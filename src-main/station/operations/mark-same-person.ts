import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { planMarkSame } from '../../../src-shared/domain/patient/same-person.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const markSamePerson: Operation<'markSamePerson'> = ({ id, sameAsId }, context, db) => {
  const previous = readRecord<Patient>(db.store, 'patients', id);
  const outcome = planMarkSame({ second: previous, firstId: sameAsId, first: readRecord<Patient>(db.store, 'patients', sameAsId), standsForOthers: db.people.recordsOf(id).length > 1 }, context);
  return outcome.ok ? accepted({ id, records: [recordWrite(outcome.value, previous)] }, outcome.warnings) : outcome;
};
