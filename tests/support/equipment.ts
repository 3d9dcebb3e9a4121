import type { WorkContext } from '../../src-shared/domain/common/context.ts';
import { buildEquipmentEvent } from '../../src-shared/domain/facility/build-equipment-event.ts';
import { addEquipmentInput, type AddEquipmentInput, type Equipment, type EquipmentEvent } from '../../src-shared/domain/facility/equipment.schema.ts';
import { buildDocument } from '../../src-shared/domain/common/build-document.ts';
import { aContext, NOW_MS } from './builders.ts';

let written = 0;

/** Five thermometers, unless it is said otherwise; whatever the rules say of it. */
export function aLine(with_: Partial<AddEquipmentInput> = {}, context: WorkContext = aContext()): Equipment {
  const { id, ...content } = addEquipmentInput.parse({ name: 'Nhiệt kế y học', countUnit: 'cái', quantity: 5, ...with_ });
  return buildDocument('equipment', content, context, { id });
}

/** One piece breaks, unless it is said otherwise; whatever the rules say of it. Written after the one before. */
export function anEvent(line: Equipment, with_: Partial<EquipmentEvent>, context: WorkContext = aContext({ nowMs: NOW_MS + (written += 1) })): EquipmentEvent {
  const { kind = 'broken', ...rest } = with_;
  const pieces = ['moved', 'maintained', 'calibrated'].includes(kind) ? {} : { quantity: 1, from: 'working' as const };
  return buildEquipmentEvent({ equipmentId: line._id, kind, occurredOn: context.today, ...pieces, ...rest }, context);
}
