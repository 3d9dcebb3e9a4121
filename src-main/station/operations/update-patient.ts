import { buildPatient } from '../../../src-shared/domain/patient/build-patient.ts';
import { normalizePatient } from '../../../src-shared/domain/patient/normalize-patient.ts';
import { validatePatient } from '../../../src-shared/domain/patient/validate-patient.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { refused } from '../../../src-shared/domain/common/refusal.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import { outcomeOf, type Operation } from './operation.ts';

export const updatePatient: Operation<'updatePatient'> = (input, context, db) => {
  const previous = readRecord<Patient>(db.store, 'patients', input.id);
  if (!previous) return refused({ code: 'PatientNotFound', id: input.id });
  const findings = validatePatient(input, context, { others: db.people.mayBeSame(normalizePatient(input)), previous });
  return outcomeOf(findings, () => ({ id: previous._id, records: [recordWrite(buildPatient(input, context, previous), previous)] }));
};
