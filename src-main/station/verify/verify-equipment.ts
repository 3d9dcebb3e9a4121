import type { EquipmentEvent } from '../../../src-shared/domain/facility/equipment.schema.ts';
import { bodyOf } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Problem } from './problem.ts';

/** Events of the register speak of lines that exist, and reversals undo an event of their own line. */
export function verifyEquipment(db: StationDatabase): Problem[] {
  const problems: Problem[] = [];
  for (const stored of db.store.iterate('equipmentEvents')) {
    const { _id: id, equipmentId, kind, reversalOf } = bodyOf<EquipmentEvent>(stored);
    if (!db.equipment.line(equipmentId)) problems.push({ check: 'ledger', problem: 'equipmentMissing', id, equipmentId });
    if (kind === 'reversal' && (reversalOf === undefined || db.equipment.event(reversalOf)?.equipmentId !== equipmentId)) problems.push({ check: 'ledger', problem: 'undoneEventMissing', id });
  }
  return problems;
}
