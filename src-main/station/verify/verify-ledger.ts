import type { Immunization } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import type { Dispense, StockMovement } from '../../../src-shared/domain/supply/supply.schema.ts';
import { balancesByLotId } from '../../../src-shared/domain/supply/lot-balance.ts';
import { bodyOf } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Problem } from './problem.ts';

/** Movements name lots that exist, reversals undo what they name exactly and once, dispense records and doses given agree with their movements, balances add up. */
export function verifyLedger(db: StationDatabase): { problems: Problem[]; lots: number; shortages: { lotId: string; balance: number }[] } {
  const problems: Problem[] = [];
  const movements = new Map<string, StockMovement>();
  for (const stored of db.store.iterate('stockMovements')) {
    const movement = bodyOf<StockMovement>(stored);
    movements.set(movement._id, movement);
  }
  const reversedIds = new Set<string>();
  for (const { _id: id, lotId, medicineId, kind, reversalOf, quantityBaseUnits } of movements.values()) {
    const lot = db.stock.lot(lotId);
    if (!lot) problems.push({ check: 'ledger', problem: 'lotMissing', id, lotId });
    else if (lot.medicineId !== medicineId) problems.push({ check: 'ledger', problem: 'lotOfOtherMedicine', id, lotId });
    if (kind !== 'reversal') continue;
    const undone = reversalOf === undefined ? undefined : movements.get(reversalOf);
    if (!undone) problems.push({ check: 'ledger', problem: 'reversedMovementMissing', id });
    else if (undone.quantityBaseUnits !== -quantityBaseUnits || undone.lotId !== lotId) problems.push({ check: 'ledger', problem: 'reversalDiffers', id });
    if (reversalOf !== undefined && reversedIds.has(reversalOf)) problems.push({ check: 'ledger', problem: 'reversedTwice', id: reversalOf });
    if (reversalOf !== undefined) reversedIds.add(reversalOf);
  }
  const dispensed = new Set<string>();
  for (const stored of db.store.iterate('dispenses')) {
    const { _id: id, items, status } = bodyOf<Dispense>(stored);
    for (const { movementId, quantityBaseUnits, lotId } of items) {
      dispensed.add(movementId);
      const movement = movements.get(movementId);
      if (!movement) problems.push({ check: 'ledger', problem: 'movementMissing', id, movementId });
      else if (movement.quantityBaseUnits !== -quantityBaseUnits || movement.lotId !== lotId) problems.push({ check: 'ledger', problem: 'movementDiffers', id, movementId });
      if ((status === 'reversed') !== reversedIds.has(movementId)) problems.push({ check: 'ledger', problem: 'reversalAndRecordDiffer', id, movementId });
    }
  }
  for (const stored of db.store.iterate('immunizations')) {
    const { _id: id, movementId, lotId, voided } = bodyOf<Immunization>(stored);
    if (movementId === undefined) continue;
    dispensed.add(movementId);
    const movement = movements.get(movementId);
    if (!movement) problems.push({ check: 'ledger', problem: 'movementMissing', id, movementId });
    else if (movement.quantityBaseUnits !== -1 || movement.lotId !== lotId) problems.push({ check: 'ledger', problem: 'movementDiffers', id, movementId });
    if ((voided !== undefined) !== reversedIds.has(movementId)) problems.push({ check: 'ledger', problem: 'reversalAndRecordDiffer', id, movementId });
  }
  for (const { _id: id, kind } of movements.values()) if (kind === 'dispense' && !dispensed.has(id)) problems.push({ check: 'ledger', problem: 'dispenseRecordMissing', id });

  const shortages: { lotId: string; balance: number }[] = [];
  const balances = balancesByLotId(movements.values());
  for (const lot of db.stock.lots()) {
    const balance = balances.get(lot._id) ?? 0;
    if (balance !== db.stock.balance(lot._id)) problems.push({ check: 'ledger', problem: 'balanceDiffers', lotId: lot._id });
    if (balance < 0) shortages.push({ lotId: lot._id, balance });
  }
  return { problems, lots: db.stock.lots().length, shortages };
}
