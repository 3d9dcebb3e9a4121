import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome } from '../common/refusal.ts';
import { equipmentHindrance } from './equipment-hindrance.ts';
import { equipment, type Equipment, type VoidEquipmentInput } from './equipment.schema.ts';
import { validateEquipment } from './validate-equipment.ts';

/** Strikes out a line that should not be there; every word of it stays, and it can be taken back. Refusals: `EquipmentNotFound`, `EquipmentVoided`, `RecordNewerThanProgram`. */
export function planVoidEquipment(line: Equipment | undefined, { voidReason }: VoidEquipmentInput, context: WorkContext): Outcome<Equipment> {
  const hindrance = equipmentHindrance(line);
  if (!line || hindrance) return refused(hindrance ?? { code: 'EquipmentNotFound' });
  return changed(line, { voided: { at: context.now, by: context.account, reason: voidReason } }, context);
}

/** Takes it back; who struck it out and why stays in `voidings`. Refusals: `EquipmentNotFound`, `EquipmentNotVoided`, `SerialTaken {equipmentId}`, `RecordNewerThanProgram`. */
export function planRestoreEquipment(line: Equipment | undefined, others: readonly Equipment[], context: WorkContext): Outcome<Equipment> {
  const hindrance = equipmentHindrance(line);
  if (!line || (hindrance && hindrance.code !== 'EquipmentVoided')) return refused(hindrance ?? { code: 'EquipmentNotFound' });
  if (!line.voided) return refused({ code: 'EquipmentNotVoided' });
  const taken = validateEquipment({ ...line, id: line._id }, others, context).find(({ code }) => code === 'SerialTaken');
  if (taken) return refused(taken);
  return changed(line, { voided: undefined, voidings: [...line.voidings ?? [], { ...line.voided, restored: { at: context.now, by: context.account } }] }, context);
}

const changed = (line: Equipment, content: Partial<Equipment>, context: WorkContext): Outcome<Equipment> =>
  accepted(buildDocument('equipment', { ...line, ...content }, context, { previous: line, knownFields: Object.keys(equipment.shape) }));
