import type { LotRow } from '../../../src-shared/contract/queries.ts';
import { lotState } from '../../../src-shared/domain/supply/lot-state.ts';
import type { Lot } from '../../../src-shared/domain/supply/supply.schema.ts';
import type { StationDatabase } from '../db/station-database.ts';

export function lotRow(lot: Lot, db: StationDatabase): LotRow {
  const medicine = db.stock.medicine(lot.medicineId);
  return {
    ...lot, medicineName: [medicine?.inn, medicine?.strength].filter(Boolean).join(' '), baseUnit: medicine?.baseUnit ?? '',
    balance: db.stock.balance(lot._id), state: lotState(lot, db.clock.today()),
  };
}

export const byExpiry = (a: Lot, b: Lot): number => (a.expiresOn < b.expiresOn ? -1 : a.expiresOn > b.expiresOn ? 1 : a._id < b._id ? -1 : 1);
