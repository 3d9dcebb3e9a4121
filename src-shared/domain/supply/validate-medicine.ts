import type { Findings } from '../common/findings.ts';
import type { AddMedicineInput, Medicine } from './supply.schema.ts';

/** A local code names one medicine of the station, whatever its case. Refusal: `MedicineCodeTaken {medicineId}`. */
export function validateMedicine(input: AddMedicineInput, others: Iterable<Pick<Medicine, '_id' | 'code'>>): Findings {
  for (const other of others) {
    if (other.code.toUpperCase() === input.code.toUpperCase()) return { refusals: [{ code: 'MedicineCodeTaken', medicineId: other._id }], warnings: [] };
  }
  return { refusals: [], warnings: [] };
}
