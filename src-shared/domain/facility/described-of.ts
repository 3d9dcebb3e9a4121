import { describedFields, type CorrectEquipmentInput, type Equipment } from './equipment.schema.ts';

/** What a line says of the things themselves, as a correction is to say it whole. */
export function describedOf(line: Equipment): Omit<CorrectEquipmentInput, 'id'> {
  return Object.fromEntries(describedFields.flatMap((field) => (line[field] === undefined ? [] : [[field, line[field]]]))) as Omit<CorrectEquipmentInput, 'id'>;
}
