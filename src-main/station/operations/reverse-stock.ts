import { planReversal } from '../../../src-shared/domain/supply/plan-reversal.ts';
import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import type { Dispense, StockMovement } from '../../../src-shared/domain/supply/supply.schema.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const reverseStock: Operation<'reverseStock'> = (input, context, db) => {
  const dispense = input.dispenseId === undefined ? undefined : readRecord<Dispense>(db.store, 'dispenses', input.dispenseId);
  const movement = input.movementId === undefined ? undefined : readRecord<StockMovement>(db.store, 'stockMovements', input.movementId);
  const lotIds = [...(dispense?.items.map((item) => item.lotId) ?? []), ...(movement ? [movement.lotId] : [])];
  const outcome = planReversal(input, { movements: db.stock.movementsOf(lotIds), dispense }, context);
  if (!outcome.ok) return outcome;
  const { movements, dispense: reversed } = outcome.value;
  const records = [...(reversed ? [recordWrite(reversed, dispense)] : []), ...movements.map((m) => recordWrite(m))];
  return accepted({ id: records[0]!.body._id, records }, outcome.warnings);
};
