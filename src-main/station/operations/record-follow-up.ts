import { deriveCareState } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import { planFollowUp } from '../../../src-shared/domain/chronic/plan-follow-up.ts';
import { partialDate } from '../../../src-shared/domain/common/fields.ts';
import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { chronicOf } from '../db/chronic-of.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const recordFollowUp: Operation<'recordFollowUp'> = (input, context, db) => {
  const patient = readRecord<Patient>(db.store, 'patients', input.patientId);
  const records = chronicOf(db, input.patientId);
  const isManaged = patient !== undefined && partialDate.safeParse(patient.bornOn).success && deriveCareState(records, patient.bornOn, context.today).conditions.some(({ status }) => status === 'active');
  const outcome = planFollowUp(input, {
    patient, followUps: records.followUps, underManagement: isManaged, hasPressureThatDay: records.encounters.some(({ on, pressure }) => on === input.occurredOn && pressure !== undefined),
  }, context);
  return outcome.ok ? accepted({ id: outcome.value._id, records: [recordWrite(outcome.value)] }, outcome.warnings) : outcome;
};
