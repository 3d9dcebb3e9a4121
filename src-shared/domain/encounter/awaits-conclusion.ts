import type { WorkContext } from '../common/context.ts';
import type { Patient } from '../patient/patient.schema.ts';
import type { Encounter } from './encounter.schema.ts';
import { validateEncounter } from './validate-encounter.ts';

/** A checkup somebody prepared: all that a submitted one needs is there but the class, or nothing is missing at all. */
export function awaitsConclusion(encounter: Encounter, patient: Pick<Patient, 'bornOn'> | undefined, { today }: Pick<WorkContext, 'today'>): boolean {
  if (encounter.kind !== 'checkup' || encounter.status !== 'draft' || encounter.conclusionClass !== undefined) return false;
  return validateEncounter('checkup', { ...encounter, status: undefined }, 'submitted', patient, { today, role: 'doctor' }).refusals.every(({ code }) => code === 'ConclusionClassMissing');
}
