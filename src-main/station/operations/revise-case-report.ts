import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { planReviseCase } from '../../../src-shared/domain/surveillance/plan-case-report.ts';
import { caseStandingOf } from '../db/case-standing-of.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const reviseCaseReport: Operation<'reviseCaseReport'> = (input, context, db) => {
  const standing = caseStandingOf(db, input.reportId);
  const outcome = planReviseCase(input, { standing, patient: standing && readRecord<Patient>(db.store, 'patients', standing.current.patientId) }, context);
  return outcome.ok ? accepted({ id: outcome.value._id, records: [recordWrite(outcome.value)] }, outcome.warnings) : outcome;
};
