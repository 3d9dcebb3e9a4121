import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planAmendPregnancy } from '../../../src-shared/domain/maternal/plan-pregnancy.ts';
import type { Pregnancy } from '../../../src-shared/domain/maternal/pregnancy.schema.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { maternalOf } from '../db/maternal-of.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const amendPregnancy: Operation<'amendPregnancy'> = (input, context, db) => {
  const previous = readRecord<Pregnancy>(db.store, 'pregnancies', input.id);
  const facts = previous ? { patient: readRecord<Patient>(db.store, 'patients', previous.patientId), ...maternalOf(db, previous.patientId) } : { patient: undefined, pregnancies: [], births: [] };
  const outcome = planAmendPregnancy(previous, input, facts, context);
  return outcome.ok ? accepted({ id: input.id, records: [recordWrite(outcome.value, previous)] }, outcome.warnings) : outcome;
};
