import { buildEncounter } from '../../../src-shared/domain/encounter/build-encounter.ts';
import { validateEncounter } from '../../../src-shared/domain/encounter/validate-encounter.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import { outcomeOf, type Operation } from './operation.ts';

/** A checkup and a visit differ in their rules only, and those are the domain's. */
export const recordEncounter = (kind: Encounter['kind']): Operation<'recordCheckup' | 'recordVisit'> => (input, context, db) => {
  const patient = readRecord<Patient>(db.store, 'patients', input.patientId);
  const findings = validateEncounter(kind, input, input.status ?? 'submitted', patient, context);
  return outcomeOf(findings, () => {
    const encounter = buildEncounter(kind, input, context);
    return { id: encounter._id, records: [recordWrite(encounter)] };
  });
};
