import { planEpisode } from '../../../src-shared/domain/chronic/plan-episode.ts';
import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { chronicOf } from '../db/chronic-of.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const enrolCondition: Operation<'enrolCondition'> = (input, context, db) => {
  const outcome = planEpisode(input, { patient: readRecord<Patient>(db.store, 'patients', input.patientId), episodes: chronicOf(db, input.patientId).episodes }, context);
  return outcome.ok ? accepted({ id: outcome.value._id, records: [recordWrite(outcome.value)] }, outcome.warnings) : outcome;
};
