import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome } from '../common/refusal.ts';
import { equipment, type AddEquipmentInput, type Equipment } from './equipment.schema.ts';
import { validateEquipment } from './validate-equipment.ts';

/** A new line of the register; all its pieces work until something else is said. Refusals: those of `validateEquipment`. */
export function planAddEquipment({ id, ...content }: AddEquipmentInput, others: readonly Equipment[], context: WorkContext): Outcome<Equipment> {
  const [first, ...rest] = validateEquipment({ id, ...content }, others, context);
  return first ? refused(first, ...rest) : accepted(buildDocument('equipment', content, context, { id, knownFields: Object.keys(equipment.shape) }));
}
