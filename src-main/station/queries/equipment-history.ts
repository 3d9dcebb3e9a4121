import { inOrder } from '../../../src-shared/domain/facility/derive-equipment.ts';
import type { Query } from './query.ts';

/** All that happened to a line, newest day first; what was undone says so, and the reversal stands there too. */
export const equipmentHistory: Query<'equipmentHistory'> = ({ id }, { db }) => {
  const events = db.equipment.eventsOf(id);
  const undone = new Set(events.map(({ reversalOf }) => reversalOf));
  return events.toSorted(inOrder).reverse().map((event) => {
    const of = event.reversalOf === undefined ? undefined : db.equipment.event(event.reversalOf)?.kind;
    return { ...event, undone: undone.has(event._id), ...(of === undefined ? {} : { reverses: of }) };
  });
};
