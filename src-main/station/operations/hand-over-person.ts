import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planHandOver } from '../../../src-shared/domain/handover/plan-handover.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const handOverPerson: Operation<'handOverPerson'> = (input, context, db) => {
  const person = readRecord<Patient>(db.store, 'patients', input.patientId);
  const outcome = planHandOver(input, { person, patientIds: db.people.recordsOf(input.patientId), open: db.handovers.away(input.patientId) }, context);
  return outcome.ok ? accepted({ id: outcome.value._id, records: [recordWrite(outcome.value)] }, outcome.warnings) : outcome;
};
