import { planDispense } from '../../../src-shared/domain/supply/plan-dispense.ts';
import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const dispenseMedicine: Operation<'dispenseMedicine'> = (input, context, db) => {
  const medicineIds = [...new Set(input.items.map((item) => item.medicineId))];
  const namedLots = input.items.flatMap((item) => (item.lotId === undefined ? [] : db.stock.lot(item.lotId) ?? []));
  const lots = [...new Set([...medicineIds.flatMap((id) => db.stock.lotsOf(id)), ...namedLots])];
  const outcome = planDispense(input, {
    patient: readRecord<Patient>(db.store, 'patients', input.patientId),
    encounter: input.encounterId === undefined ? undefined : readRecord<Encounter>(db.store, 'encounters', input.encounterId),
    medicines: medicineIds.flatMap((id) => db.stock.medicine(id) ?? []),
    lots, balances: new Map(lots.map((lot) => [lot._id, db.stock.balance(lot._id)])),
  }, context);
  if (!outcome.ok) return outcome;
  const { dispense, movements } = outcome.value;
  return accepted({ id: dispense._id, records: [recordWrite(dispense), ...movements.map((movement) => recordWrite(movement))] }, outcome.warnings);
};
