import type { BloodPressure } from '../domain/chronic/follow-up.schema.ts';
import type { Patient } from '../domain/patient/patient.schema.ts';

/** One line of the people list; enough to tell apart eighty people of one name. */
export interface PatientRow {
  id: string; fullName: string; sex: Patient['sex']; bornOn: string; village?: string; phone?: string; householdHead?: string; nationalId?: string; insuranceNumber?: string; hasAllergies: boolean; /** Marked as a second record of that person. */ sameAs?: string; /** Struck out: stands for nobody. */ voided?: true;
}
/** What a visit or checkup of today measured: the form of a control proposes it. */
export interface MeasuredToday { encounterId: string; bloodPressure?: BloodPressure; pulsePerMin?: number; weightKg?: number; waistCm?: number }
