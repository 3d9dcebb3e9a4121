import { isCountedInDoses, isMedicineOfVaccine, isVaccine } from '../../../src-shared/domain/immunization/vaccine-medicines.ts';
import { compareForUse } from '../../../src-shared/domain/supply/compare-for-use.ts';
import { lotRow } from './lot-row.ts';
import type { Query } from './query.ts';

/** Lots of vaccines with something left that may be given today: those of this vaccine first, of these as they are to be used. */
export const vaccineLots: Query<'vaccineLots'> = ({ vaccine }, { db }) => {
  const rows = db.stock.medicines().filter(isVaccine).flatMap((medicine) => {
    const said = { fits: isMedicineOfVaccine(medicine, vaccine), countedInDoses: isCountedInDoses(medicine) };
    return db.stock.lotsOf(medicine._id).filter((lot) => db.stock.balance(lot._id) > 0).map((lot) => ({ ...lotRow(lot, db), ...said }));
  });
  return rows.filter(({ state }) => state === 'usable' || state === 'expiringSoon').sort((a, b) => Number(b.fits) - Number(a.fits) || compareForUse(a, b));
};
