import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import type { RowProblem } from '../../../src-shared/domain/import/row-reading.ts';
import type { StockLine } from '../../../src-shared/domain/import/row-to-stock.ts';
import { starterMedicines } from '../../../src-shared/domain/supply/starter-medicines.ts';
import type { AddMedicineInput, Medicine } from '../../../src-shared/domain/supply/supply.schema.ts';

type Named = Pick<Medicine, 'code' | 'inn' | 'strength'>;

/** The medicine a line of a list means: by its code, else by name and strength among the station's own, then among the usual ones; or a new one. */
export function matchMedicine(named: StockLine['medicine'], own: readonly (Named & { _id: string })[]): { id: string } | { add: AddMedicineInput } | { problems: RowProblem[] } {
  const known = pick(named, own);
  if (known === 'several') return { problems: [{ field: 'inn', code: 'SeveralMedicines', value: named.inn }] };
  if (known) return { id: known._id };
  const usual = pick(named, starterMedicines);
  if (usual && usual !== 'several') return { add: { ...usual } };
  if (named.inn === undefined) return { problems: [{ field: 'code', code: 'MedicineNotFound', value: named.code }] };
  if (named.baseUnit === undefined) return { problems: [{ field: 'baseUnit', code: 'Missing' }] };
  const { code, inn, strength, form, baseUnit } = named;
  return { add: { code: code ?? codeFromName(inn, strength), inn, ...(strength && { strength }), ...(form && { form }), baseUnit } };
}

function pick<M extends Named>({ code, inn, strength }: StockLine['medicine'], all: readonly M[]): M | 'several' | undefined {
  const byCode = code === undefined ? undefined : all.find((medicine) => medicine.code.toUpperCase() === code.toUpperCase());
  if (byCode || inn === undefined) return byCode;
  const whole = key(inn, strength);
  const exact = all.filter((medicine) => key(medicine.inn, medicine.strength) === whole);
  const found = exact.length > 0 || strength !== undefined ? exact : all.filter((medicine) => key(medicine.inn) === key(inn));
  // Another code of their own means another medicine.
  const fitting = code === undefined ? found : [];
  return fitting.length > 1 ? 'several' : fitting[0];
}

const key = (inn: string, strength = ''): string => foldForSearch(`${inn}${strength}`).replaceAll(' ', '');
const codeFromName = (inn: string, strength = ''): string => foldForSearch(`${inn} ${strength}`).toUpperCase().replace(/[^A-Z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40);
