import type { ReceiveStockInput, RecordOpeningStockInput } from '../../../src-shared/domain/supply/supply.schema.ts';
import type { ReceiveFacts, ReceivePlan } from '../../../src-shared/domain/supply/plan-receive.ts';
import { accepted, type Outcome } from '../../../src-shared/domain/common/refusal.ts';
import { recordWrite } from '../db/save-records.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Planned } from './operation.ts';

/** What the rules of goods coming in must know: the medicine, its lots, and the lot named. */
export function intakeFacts(input: ReceiveStockInput | RecordOpeningStockInput, db: StationDatabase): ReceiveFacts {
  const named = input.lotId === undefined ? undefined : db.stock.lot(input.lotId);
  return { medicine: db.stock.medicine(input.medicineId), lots: [...db.stock.lotsOf(input.medicineId), ...(named && named.medicineId !== input.medicineId ? [named] : [])] };
}

/** The movement first: it is the record the user made; its lot beside it where it is new or looked at. */
export function intakePlanned(outcome: Outcome<ReceivePlan>): Outcome<Planned> {
  if (!outcome.ok) return outcome;
  const { lot, lotIsNew, lotBefore, movement } = outcome.value;
  return accepted({ id: movement._id, records: [recordWrite(movement), ...(lotIsNew ? [recordWrite(lot)] : lotBefore ? [recordWrite(lot, lotBefore)] : [])] }, outcome.warnings);
}
