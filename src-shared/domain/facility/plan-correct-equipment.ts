import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome } from '../common/refusal.ts';
import { buildEquipmentEvent } from './build-equipment-event.ts';
import { deriveEquipment } from './derive-equipment.ts';
import { equipmentHindrance } from './equipment-hindrance.ts';
import { describedFields, equipment, type CorrectEquipmentInput, type Equipment, type EquipmentEvent } from './equipment.schema.ts';
import { validateEquipment } from './validate-equipment.ts';

/** What is known of the line and of the register. */
export interface CorrectionFacts { line: Equipment | undefined; events: readonly EquipmentEvent[]; others: readonly Equipment[] }

/**
 * A line says something else now; what it said stays in an event of the same commit. Refusals: `EquipmentNotFound`, `EquipmentVoided`, `RecordNewerThanProgram`,
 * `NothingChanges`, `QuantityBelowEvents {least}` (of more pieces something was already noted), and those of `validateEquipment`.
 */
export function planCorrectEquipment({ id, ...content }: CorrectEquipmentInput, { line, events, others }: CorrectionFacts, context: WorkContext): Outcome<{ line: Equipment; event: EquipmentEvent }> {
  const hindrance = equipmentHindrance(line);
  if (!line || hindrance) return refused(hindrance ?? { code: 'EquipmentNotFound' });
  const changed = describedFields.filter((field) => line[field] !== content[field]);
  if (changed.length === 0) return refused({ code: 'NothingChanges' });
  const least = line.quantity - deriveEquipment(line, events).counts.working;
  const [first, ...rest] = [...(content.quantity < least ? [{ code: 'QuantityBelowEvents', least }] : []), ...validateEquipment({ id, ...content }, others, context)];
  if (first) return refused(first, ...rest);
  const cleared = Object.fromEntries(describedFields.map((field) => [field, undefined]));
  const before = Object.fromEntries(changed.map((field) => [field, line[field] ?? null]));
  return accepted({
    line: buildDocument('equipment', { ...line, ...cleared, ...content }, context, { previous: line, knownFields: Object.keys(equipment.shape) }),
    event: buildEquipmentEvent({ equipmentId: line._id, kind: 'corrected', occurredOn: context.today, before }, context),
  });
}
