import { restoreEncounter as buildRestored, validateRestore } from '../../../src-shared/domain/encounter/restore-encounter.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { refused } from '../../../src-shared/domain/common/refusal.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import { outcomeOf, type Operation } from './operation.ts';

export const restoreEncounter: Operation<'restoreEncounter'> = (input, context, db) => {
  const previous = readRecord<Encounter>(db.store, 'encounters', input.id);
  if (!previous) return refused({ code: 'EncounterNotFound', id: input.id });
  const patient = readRecord<Patient>(db.store, 'patients', previous.patientId);
  return outcomeOf(validateRestore(previous, patient), () => ({ id: previous._id, records: [recordWrite(buildRestored(previous, input, context), previous)] }));
};
