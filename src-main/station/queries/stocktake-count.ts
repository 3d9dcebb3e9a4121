import type { StocktakeCountRow } from '../../../src-shared/contract/queries.ts';
import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { expiryDay } from '../../../src-shared/domain/supply/expiry-day.ts';
import { findLot } from '../../../src-shared/domain/supply/find-lot.ts';
import { lotState } from '../../../src-shared/domain/supply/lot-state.ts';
import { isOutdated } from '../../../src-shared/domain/supply/plan-stocktake.ts';
import type { Lot } from '../../../src-shared/domain/supply/supply.schema.ts';
import { countLineToInput, type CountLine } from '../db/counts.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Query } from './query.ts';

type CountedLot = Pick<Lot, '_id' | 'medicineId' | 'lotNumber' | 'expiresOn' | 'status'>;

/** A count under way, every lot in the order of the list of medicines, then of expiry. What the book says is left out of a blind one until it is looked over. */
export const stocktakeCount: Query<'stocktakeCount'> = ({ id, review }, { db }) => {
  const count = db.counts.get(id);
  if (!count) return null;
  const kept = db.counts.lines(id);
  const keptByLot = new Map(kept.map((line) => [line.lotId, line]));
  const showsBook = review === true || !count.blind;
  const names = new Map<string, { name: string; order: string; baseUnit: string }>();
  const nameOf = (medicineId: string) => {
    const known = names.get(medicineId);
    if (known) return known;
    const medicine = db.stock.medicine(medicineId);
    const name = [medicine?.inn, medicine?.strength].filter(Boolean).join(' ');
    const made = { name, order: foldForSearch(name), baseUnit: medicine?.baseUnit ?? '' };
    names.set(medicineId, made);
    return made;
  };
  const today = db.clock.today();
  const rows = lotsToCount(db, count.medicineIds, kept).map((lot): StocktakeCountRow & { order: string } => {
    const line = keptByLot.get(lot._id);
    const { name, order, baseUnit } = nameOf(lot.medicineId);
    const balance = db.stock.balance(lot._id);
    return {
      lotId: lot._id, medicineId: lot.medicineId, medicineName: name, baseUnit, lotNumber: lot.lotNumber, expiresOn: lot.expiresOn, state: lotState(lot, today), order,
      ...(line ? { counted: line.counted, at: line.at, by: line.by, ...(line.reason ? { reason: line.reason } : {}), ...(line.found ? { found: true as const } : {}), ...(mustCountAgain(line, db) ? { again: true as const } : {}) } : {}),
      ...(showsBook ? { book: line ? line.book : balance, ...(line && balance !== line.book ? { movedSince: balance - line.book } : {}) } : {}),
    };
  });
  rows.sort((a, b) => compare(a.order, b.order) || compare(a.expiresOn, b.expiresOn) || compare(a.lotNumber, b.lotNumber) || compare(a.lotId, b.lotId));
  return { ...count, rows: rows.map(({ order: _, ...row }) => row) };
};

/** What is in stock of these medicines (of all without them), and whatever was counted. */
export function lotsToCount(db: StationDatabase, medicineIds: readonly string[] | undefined, kept: readonly CountLine[]): CountedLot[] {
  const inScope = medicineIds && new Set(medicineIds);
  const counted = new Set(kept.map(({ lotId }) => lotId));
  const known: CountedLot[] = db.stock.lots().filter(({ _id, medicineId }) => counted.has(_id) || ((inScope?.has(medicineId) ?? true) && db.stock.balance(_id) !== 0));
  const found = kept.flatMap(({ lotId, found: lot }): CountedLot[] => (lot && !db.stock.lot(lotId) ? [{ _id: lotId, ...lot, status: 'usable' }] : []));
  return [...known, ...found];
}

/** Something older than the count came from another PC since, or a lot that was in no book is in it now. */
function mustCountAgain(line: CountLine, db: StationDatabase): boolean {
  if (line.found && !db.stock.lot(line.lotId)) return findLot({ ...line.found, expiresOn: expiryDay(line.found.expiresOn) ?? '' }, db.stock.lots()).same !== undefined;
  // Only a lot with another number of movements can have one that is older.
  return db.stock.movementCount(line.lotId) !== line.earlier && isOutdated(countLineToInput(line), db.stock.movementsOf([line.lotId]));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
