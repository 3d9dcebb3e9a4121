import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import type { DocumentBase } from '../common/document.ts';
import { equipmentEvent, type EquipmentEvent } from './equipment.schema.ts';

/** One line of what happened to a thing. */
export function buildEquipmentEvent(content: Omit<EquipmentEvent, keyof DocumentBase>, context: WorkContext, id?: string): EquipmentEvent {
  return buildDocument('equipmentEvents', content as Pick<EquipmentEvent, 'equipmentId' | 'kind' | 'occurredOn'>, context, { id, knownFields: Object.keys(equipmentEvent.shape) });
}
