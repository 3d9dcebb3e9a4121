import type { VaccineWastageRow } from '../../../src-shared/contract/queries.ts';
import { sumVaccineUse } from '../../../src-shared/domain/immunization/sum-vaccine-use.ts';
import { isCountedInDoses, isMedicineOfVaccine, isVaccine } from '../../../src-shared/domain/immunization/vaccine-medicines.ts';
import { vaccines } from '../../../src-shared/domain/immunization/vaccines.ts';
import { discardReasons } from '../../../src-shared/domain/supply/supply.schema.ts';
import { inTurns } from '../work/in-turns.ts';
import type { Query } from './query.ts';

/** What became in a month of doses of the store room, by vaccine in the order of the list; of vaccines counted in vials nothing can be said. */
export const vaccineWastage: Query<'vaccineWastage'> = async ({ month }, { db }) => {
  const rows = new Map<string, VaccineWastageRow>();
  const span = { from: `${month}-01`, until: `${month}-31` };
  const moved = db.stock.medicines().filter((medicine) => isVaccine(medicine) && isCountedInDoses(medicine) && [...db.stock.daysOf(medicine._id).keys()].some((day) => day.startsWith(month)));
  for (const medicine of moved) {
    const listed = vaccines.find(({ code }) => isMedicineOfVaccine(medicine, code));
    const row = rows.get(listed?.code ?? medicine._id) ?? { ...(listed ? { vaccine: listed.code } : {}), name: listed?.name ?? medicine.inn, use: sumVaccineUse([], span) };
    rows.set(listed?.code ?? medicine._id, row);
    await inTurns(db.stock.lotsOf(medicine._id), (some) => {
      for (const { _id } of some) {
        const use = sumVaccineUse(db.stock.movementsOf([_id]), span);
        for (const what of ['given', ...discardReasons] as const) row.use[what] += use[what];
      }
    });
  }
  const place = ({ vaccine }: VaccineWastageRow) => (vaccine === undefined ? vaccines.length : vaccines.findIndex(({ code }) => code === vaccine));
  return [...rows.values()].filter(({ use }) => Object.values(use).some((doses) => doses !== 0)).sort((a, b) => place(a) - place(b));
};
