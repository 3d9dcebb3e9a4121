import { sumVaccineUse } from '../../../src-shared/domain/immunization/sum-vaccine-use.ts';
import { isCountedInDoses, isVaccine } from '../../../src-shared/domain/immunization/vaccine-medicines.ts';
import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { compareForUse } from '../../../src-shared/domain/supply/compare-for-use.ts';
import { lotRow } from './lot-row.ts';
import type { Query } from './query.ts';

/** What became of doses of the store room on a day: every lot of which some were given or thrown away, then those that have some left. */
export const vaccineSession: Query<'vaccineSession'> = ({ on }, { db }) => {
  const all = db.stock.medicines().filter(isVaccine);
  const rows = all.filter(isCountedInDoses).flatMap((medicine) => {
    const isMoved = db.stock.daysOf(medicine._id).has(on);
    return db.stock.lotsOf(medicine._id).map((lot) => ({ ...lotRow(lot, db), use: sumVaccineUse(isMoved ? db.stock.movementsOf([lot._id]) : [], { from: on, until: on }) }));
  }).filter(({ balance, use }) => balance > 0 || Object.values(use).some((doses) => doses !== 0));
  const name = (row: { medicineName: string }) => foldForSearch(row.medicineName);
  rows.sort((a, b) => Number(b.use.given > 0) - Number(a.use.given > 0) || (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : compareForUse(a, b)));
  const vials = all.filter((medicine) => !isCountedInDoses(medicine) && db.stock.lotsOf(medicine._id).some(({ _id }) => db.stock.balance(_id) > 0));
  return { on, rows, vials: vials.map(({ inn }) => inn) };
};
