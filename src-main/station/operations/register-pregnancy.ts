import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planPregnancy } from '../../../src-shared/domain/maternal/plan-pregnancy.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { maternalOf } from '../db/maternal-of.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const registerPregnancy: Operation<'registerPregnancy'> = (input, context, db) => {
  const outcome = planPregnancy(input, { patient: readRecord<Patient>(db.store, 'patients', input.patientId), ...maternalOf(db, input.patientId) }, context);
  return outcome.ok ? accepted({ id: outcome.value._id, records: [recordWrite(outcome.value)] }, outcome.warnings) : outcome;
};
