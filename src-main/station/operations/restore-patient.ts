import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { planRestorePatient } from '../../../src-shared/domain/patient/void-patient.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const restorePatient: Operation<'restorePatient'> = (input, context, db) => {
  const previous = readRecord<Patient>(db.store, 'patients', input.id);
  const nationalId = previous?.nationalId;
  const same = nationalId === undefined ? undefined : db.people.mayBeSame({ nationalId }).find((one) => one.nationalId === nationalId && one._id !== input.id);
  const outcome = planRestorePatient(previous, input, same?._id, context);
  return outcome.ok ? accepted({ id: input.id, records: [recordWrite(outcome.value, previous)] }, outcome.warnings) : outcome;
};
