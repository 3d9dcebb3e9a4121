import type { WorkContext } from '../common/context.ts';
import { foldForSearch } from '../common/fold-for-search.ts';
import { dateBounds } from '../common/partial-date.ts';
import type { Refusal } from '../common/refusal.ts';
import type { AddEquipmentInput, CorrectEquipmentInput, Equipment } from './equipment.schema.ts';

/**
 * What is wrong with a line of the register, beside `others` that are there. Refusals: `SerialNeedsOnePiece`, `SerialTaken {equipmentId}` (the same thing with the same
 * number), `ReceivedInFuture`, `MadeAfterReceived`, `OccurredInFuture {field}`, `DueNotAfter`.
 */
export function validateEquipment(input: AddEquipmentInput | CorrectEquipmentInput, others: readonly Equipment[], { today }: Pick<WorkContext, 'today'>): Refusal[] {
  const { id, name, serial, quantity, yearMade, receivedOn } = input;
  const { calibratedOn, calibrationDueOn } = input as Partial<AddEquipmentInput>;
  const refusals: Refusal[] = [];
  if (serial !== undefined) {
    if (quantity !== 1) refusals.push({ code: 'SerialNeedsOnePiece' });
    const same = others.find((other) => other._id !== id && !other.voided && other.serial !== undefined && key(other.serial) === key(serial) && key(other.name) === key(name));
    if (same) refusals.push({ code: 'SerialTaken', equipmentId: same._id });
  }
  if (receivedOn !== undefined && dateBounds(receivedOn).earliest > today) refusals.push({ code: 'ReceivedInFuture' });
  if (yearMade !== undefined && yearMade > Number((receivedOn ?? today).slice(0, 4))) refusals.push({ code: 'MadeAfterReceived' });
  if (calibratedOn !== undefined && calibratedOn > today) refusals.push({ code: 'OccurredInFuture', field: 'calibratedOn' });
  if (calibratedOn !== undefined && calibrationDueOn !== undefined && calibrationDueOn <= calibratedOn) refusals.push({ code: 'DueNotAfter' });
  return refusals;
}

const key = (words: string): string => foldForSearch(words).replaceAll(' ', '');
