import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { caseStandings } from '../../../src-shared/domain/surveillance/case-standings.ts';
import { planCaseReport } from '../../../src-shared/domain/surveillance/plan-case-report.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const reportCase: Operation<'reportCase'> = (input, context, db) => {
  const records = db.people.recordsOf(input.patientId);
  const encounter = input.encounterId === undefined ? undefined : readRecord<Encounter>(db.store, 'encounters', input.encounterId);
  const cases = caseStandings(db.caseReports.ofPatients(records)).map(({ current }) => current).filter(({ withdrawn }) => withdrawn === undefined);
  const outcome = planCaseReport(input, { patient: readRecord<Patient>(db.store, 'patients', input.patientId), encounter, isTheirs: encounter !== undefined && records.includes(encounter.patientId), cases }, context);
  return outcome.ok ? accepted({ id: outcome.value._id, records: [recordWrite(outcome.value)] }, outcome.warnings) : outcome;
};
