import type { PatientRow } from '../../../src-shared/contract/queries.ts';
import type { PersonEntry } from '../db/person-entry.ts';

export function patientRow({ patient: p, hasAllergies }: PersonEntry): PatientRow {
  return {
    id: p._id, fullName: p.fullName, sex: p.sex, bornOn: p.bornOn, village: p.village, phone: p.phone, householdHead: p.householdHead,
    nationalId: p.nationalId, insuranceNumber: p.insuranceNumber, hasAllergies, sameAs: p.sameAs, voided: p.voided,
  };
}
