import { collections } from '../collections.ts';
import type { Refusal } from '../common/refusal.ts';
import type { Equipment } from './equipment.schema.ts';

/** Why nothing can be done with a line: `EquipmentNotFound`, `RecordNewerThanProgram`, `EquipmentVoided`. */
export function equipmentHindrance(line: Equipment | undefined): Refusal | undefined {
  if (!line) return { code: 'EquipmentNotFound' };
  if (line.schemaVersion > collections.equipment.schemaVersion) return { code: 'RecordNewerThanProgram' };
  return line.voided ? { code: 'EquipmentVoided' } : undefined;
}
