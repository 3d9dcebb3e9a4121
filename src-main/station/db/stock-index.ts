import { isUse } from '../../../src-shared/domain/supply/is-use.ts';
import type { StockDay } from '../../../src-shared/domain/supply/use-per-day.ts';
import type { Lot, Medicine, StockMovement } from '../../../src-shared/domain/supply/supply.schema.ts';
import type { StorageCore, StoredDocument } from '../../../store/index.ts';
import { bodyOf } from './read-record.ts';

/** Medicines, lots and the sum of every lot's movements, in memory; follows every commit. Balances are derived, never stored (decision 14). */
export interface StockIndex {
  medicines(): Medicine[];
  medicine(id: string): Medicine | undefined;
  lots(): Lot[];
  lotsOf(medicineId: string): Lot[];
  lot(id: string): Lot | undefined;
  /** Base units on hand as this device knows it; 0 for a lot without movements. */
  balance(lotId: string): number;
  /** How many movements a lot has. */
  movementCount(lotId: string): number;
  /** Every movement of these lots. */
  movementsOf(lotIds: Iterable<string>): StockMovement[];
  /** What each day did to a medicine, by ISO day; days without a movement are left out. */
  daysOf(medicineId: string): ReadonlyMap<string, StockDay>;
}

export function createStockIndex(store: StorageCore): StockIndex {
  const medicines = new Map<string, Medicine>();
  const lots = new Map<string, Lot>();
  const lotIdsByMedicine = new Map<string, Set<string>>();
  const balances = new Map<string, number>();
  const movementIds = new Map<string, Set<string>>();
  const days = new Map<string, Map<string, StockDay>>();
  const undone = new Set<string>();
  const dayOf = ({ medicineId, occurredOn }: StockMovement): StockDay => {
    const ofMedicine = days.get(medicineId) ?? new Map<string, StockDay>();
    days.set(medicineId, ofMedicine);
    const day = ofMedicine.get(occurredOn) ?? { used: 0, change: 0 };
    ofMedicine.set(occurredOn, day);
    return day;
  };

  const putMedicine = (stored: StoredDocument) => {
    if (stored._deleted) medicines.delete(stored._id); else medicines.set(stored._id, bodyOf<Medicine>(stored));
  };
  const putLot = (stored: StoredDocument) => {
    const before = lots.get(stored._id);
    if (before) lotIdsByMedicine.get(before.medicineId)?.delete(stored._id);
    lots.delete(stored._id);
    if (stored._deleted) return;
    const lot = bodyOf<Lot>(stored);
    lots.set(lot._id, lot);
    const ids = lotIdsByMedicine.get(lot.medicineId);
    if (ids) ids.add(lot._id); else lotIdsByMedicine.set(lot.medicineId, new Set([lot._id]));
  };
  /** Use stands on the day of what was given, and nowhere once that is undone. */
  const addUse = (movement: StockMovement, sign: 1 | -1) => {
    if (isUse(movement)) dayOf(movement).used -= sign * movement.quantityBaseUnits;
  };
  const addMovement = (stored: StoredDocument | undefined, sign: 1 | -1) => {
    if (!stored || stored._deleted) return;
    const movement = bodyOf<StockMovement>(stored);
    const { _id, lotId, quantityBaseUnits, reversalOf } = movement;
    // One that is no whole number can only come from a foreign program; `verify` names it.
    if (!Number.isSafeInteger(quantityBaseUnits)) return;
    const ids = movementIds.get(lotId) ?? new Set();
    movementIds.set(lotId, ids);
    if (sign === 1) ids.add(_id); else ids.delete(_id);
    balances.set(lotId, (balances.get(lotId) ?? 0) + sign * quantityBaseUnits);
    dayOf(movement).change += sign * quantityBaseUnits;
    if (reversalOf === undefined) {
      if (!undone.has(_id)) addUse(movement, sign);
      return;
    }
    if (sign === 1) undone.add(reversalOf); else undone.delete(reversalOf);
    // What is undone may come after its reversal, from another PC.
    if (ids.has(reversalOf)) for (const its of store.getMany('stockMovements', [reversalOf])) addUse(bodyOf<StockMovement>(its), sign === 1 ? -1 : 1);
  };

  for (const stored of store.iterate('medicines')) putMedicine(stored);
  for (const stored of store.iterate('lots')) putLot(stored);
  // What was undone is looked up: not while the table is being read.
  const reversals: StoredDocument[] = [];
  for (const stored of store.iterate('stockMovements')) if (bodyOf<StockMovement>(stored).reversalOf === undefined) addMovement(stored, 1); else reversals.push(stored);
  for (const stored of reversals) addMovement(stored, 1);
  store.changes.subscribe(({ changes }) => {
    for (const { table, document, previous } of changes) {
      if (table === 'medicines') putMedicine(document);
      else if (table === 'lots') putLot(document);
      else if (table === 'stockMovements') { addMovement(previous, -1); addMovement(document, 1); }
    }
  });

  return {
    medicines: () => [...medicines.values()],
    medicine: (id) => medicines.get(id),
    lots: () => [...lots.values()],
    lotsOf: (medicineId) => [...(lotIdsByMedicine.get(medicineId) ?? [])].flatMap((id) => lots.get(id) ?? []),
    lot: (id) => lots.get(id),
    balance: (lotId) => balances.get(lotId) ?? 0,
    movementCount: (lotId) => movementIds.get(lotId)?.size ?? 0,
    daysOf: (medicineId) => days.get(medicineId) ?? new Map<string, StockDay>(),
    movementsOf: (lotIds) => [...new Set(lotIds)].flatMap((lotId) => store.getMany('stockMovements', [...(movementIds.get(lotId) ?? [])]).map((m) => bodyOf<StockMovement>(m))),
  };
}
