import { createHash } from 'node:crypto';
import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planAcceptHandover } from '../../../src-shared/domain/handover/plan-handover.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { normalizePatient } from '../../../src-shared/domain/patient/normalize-patient.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Operation } from './operation.ts';

/** The same on every PC of the station: a person taken in twice is written once. */
function derivedPatientId(unit: string, transferId: string): string {
  const hex = createHash('sha256').update(`${unit}\n${transferId}`).digest('hex');
  return `patients:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function withNumber(db: StationDatabase, number: unknown): Patient | undefined {
  if (typeof number !== 'string') return undefined;
  const { nationalId } = normalizePatient({ fullName: '', sex: 'undetermined', bornOn: '', nationalId: number });
  const found = db.people.mayBeSame({ nationalId }).find((one) => one.nationalId === nationalId);
  return found && readRecord<Patient>(db.store, 'patients', found._id);
}

export const acceptHandover: Operation<'acceptHandover'> = (input, context, db) => {
  const transfer = db.handovers.transfer(input.transferId);
  const answer = db.handovers.answerOf(input.transferId);
  const newPatientId = derivedPatientId(context.unit, input.transferId);
  // Another PC of the station may have written the person already.
  const patientId = input.patientId ?? (db.store.get('patients', newPatientId) ? newPatientId : undefined);
  const outcome = planAcceptHandover({ patientId }, {
    transfer, answer, newPatientId, chosen: patientId === undefined ? undefined : readRecord<Patient>(db.store, 'patients', patientId), sameNumber: withNumber(db, transfer?.person?.['nationalId']),
  }, context);
  if (!outcome.ok) return outcome;
  const { patient, answer: said } = outcome.value;
  return accepted({ id: patient?._id ?? patientId ?? newPatientId, records: [...(patient ? [recordWrite(patient)] : []), recordWrite(said, answer)] }, outcome.warnings);
};
