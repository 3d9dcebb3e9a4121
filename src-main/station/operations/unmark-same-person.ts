import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { planUnmarkSame } from '../../../src-shared/domain/patient/same-person.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const unmarkSamePerson: Operation<'unmarkSamePerson'> = ({ id }, context, db) => {
  const previous = readRecord<Patient>(db.store, 'patients', id);
  const outcome = planUnmarkSame(previous, context);
  return outcome.ok ? accepted({ id, records: [recordWrite(outcome.value, previous)] }, outcome.warnings) : outcome;
};
