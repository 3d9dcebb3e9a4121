import { buildPatient } from '../../../src-shared/domain/patient/build-patient.ts';
import { validatePatient } from '../../../src-shared/domain/patient/validate-patient.ts';
import { normalizePatient } from '../../../src-shared/domain/patient/normalize-patient.ts';
import { recordWrite } from '../db/save-records.ts';
import { outcomeOf, type Operation } from './operation.ts';

export const registerPatient: Operation<'registerPatient'> = (input, context, db) => {
  const findings = validatePatient(input, context, { others: db.people.mayBeSame(normalizePatient(input)) });
  return outcomeOf(findings, () => {
    const patient = buildPatient(input, context);
    return { id: patient._id, records: [recordWrite(patient)] };
  });
};
