import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planImmunization } from '../../../src-shared/domain/immunization/plan-immunization.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { immunizationsOf } from '../db/immunizations-of.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const recordImmunization: Operation<'recordImmunization'> = (input, context, db) => {
  const lot = input.lotId === undefined ? undefined : db.stock.lot(input.lotId);
  const outcome = planImmunization(input, {
    patient: readRecord<Patient>(db.store, 'patients', input.patientId), records: immunizationsOf(db, input.patientId),
    lot: lot && { lot, medicine: db.stock.medicine(lot.medicineId), balance: db.stock.balance(lot._id) },
  }, context);
  if (!outcome.ok) return outcome;
  const { immunization, movement } = outcome.value;
  return accepted({ id: immunization._id, records: [recordWrite(immunization), ...(movement ? [recordWrite(movement)] : [])] }, outcome.warnings);
};
