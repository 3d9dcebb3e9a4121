import { amendEncounter as buildAmendment } from '../../../src-shared/domain/encounter/amend-encounter.ts';
import { validateAmendment } from '../../../src-shared/domain/encounter/validate-amendment.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { refused } from '../../../src-shared/domain/common/refusal.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import { outcomeOf, type Operation } from './operation.ts';

export const amendEncounter: Operation<'amendEncounter'> = (input, context, db) => {
  const previous = readRecord<Encounter>(db.store, 'encounters', input.id);
  if (!previous) return refused({ code: 'EncounterNotFound', id: input.id });
  const patient = readRecord<Patient>(db.store, 'patients', input.patientId);
  const findings = validateAmendment(previous, input, patient, context);
  return outcomeOf(findings, () => ({ id: previous._id, records: [recordWrite(buildAmendment(previous, input, context, db.returns.openReturn(previous)?._id), previous)] }));
};
