import type { Equipment, EquipmentEvent } from '../../../src-shared/domain/facility/equipment.schema.ts';
import type { StorageCore, StoredDocument } from '../../../store/index.ts';
import { bodyOf } from './read-record.ts';

/** The register of equipment in memory; follows every commit. How a line stands is reckoned from its events, never stored. */
export interface EquipmentIndex {
  lines(): Equipment[];
  line(id: string): Equipment | undefined;
  /** Every event of a line, those undone and the reversals too, in no order. */
  eventsOf(lineId: string): EquipmentEvent[];
  event(id: string): EquipmentEvent | undefined;
}

export function createEquipmentIndex(store: StorageCore): EquipmentIndex {
  const lines = new Map<string, Equipment>();
  const events = new Map<string, EquipmentEvent>();
  const idsByLine = new Map<string, Set<string>>();

  const putLine = (stored: StoredDocument) => {
    if (stored._deleted) lines.delete(stored._id); else lines.set(stored._id, bodyOf<Equipment>(stored));
  };
  const putEvent = (stored: StoredDocument) => {
    const before = events.get(stored._id);
    if (before) idsByLine.get(before.equipmentId)?.delete(stored._id);
    events.delete(stored._id);
    if (stored._deleted) return;
    const event = bodyOf<EquipmentEvent>(stored);
    events.set(event._id, event);
    const ids = idsByLine.get(event.equipmentId);
    if (ids) ids.add(event._id); else idsByLine.set(event.equipmentId, new Set([event._id]));
  };
  for (const stored of store.iterate('equipment')) putLine(stored);
  for (const stored of store.iterate('equipmentEvents')) putEvent(stored);
  store.changes.subscribe(({ changes }) => {
    for (const { table, document } of changes) {
      if (table === 'equipment') putLine(document);
      else if (table === 'equipmentEvents') putEvent(document);
    }
  });
  return {
    lines: () => [...lines.values()],
    line: (id) => lines.get(id),
    eventsOf: (lineId) => [...idsByLine.get(lineId) ?? []].flatMap((id) => events.get(id) ?? []),
    event: (id) => events.get(id),
  };
}
