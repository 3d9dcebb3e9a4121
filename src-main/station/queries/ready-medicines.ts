import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { catalogueContents } from '../../../src-shared/domain/reference/catalogue.schema.ts';
import { starterMedicines } from '../../../src-shared/domain/supply/starter-medicines.ts';
import type { Query } from './query.ts';

/** What a station may take into its own list of medicines: the published catalogue as it is in force today, else the list that comes with the program. */
export const readyMedicines: Query<'readyMedicines'> = (_, { db }) => {
  const rows = db.catalogues.on('medicines', db.clock.today()).flatMap(({ code, content }) => {
    // A field of a newer program is no reason to lose the medicine.
    const shape = catalogueContents.medicines.strip().safeParse(content);
    return shape.success ? [{ code, ...shape.data }] : [];
  });
  if (rows.length === 0) return { rows: [...starterMedicines] };
  const order = (m: { inn: string; strength?: string | undefined }) => foldForSearch(`${m.inn} ${m.strength ?? ''}`);
  const release = db.catalogues.releases().find(({ catalogue }) => catalogue === 'medicines')?.number;
  return { rows: rows.sort((a, b) => order(a).localeCompare(order(b), 'en')), ...(release === undefined ? {} : { release }) };
};
