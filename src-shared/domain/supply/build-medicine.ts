import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { medicine, type AddMedicineInput, type Medicine } from './supply.schema.ts';

/** A medicine of the station's own catalogue. */
export function buildMedicine({ id, ...content }: AddMedicineInput, context: WorkContext): Medicine {
  return buildDocument('medicines', content, context, { id, knownFields: Object.keys(medicine.shape) });
}
