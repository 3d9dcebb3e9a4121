import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import type { RowProblem } from '../../../src-shared/domain/import/row-reading.ts';
import type { StockLine } from '../../../src-shared/domain/import/row-to-stock.ts';
import { starterMedicines } from '../../../src-shared/domain/supply/starter-medicines.ts';
import type { AddMedicineInput, Medicine } from '../../../src-shared/domain/supply/supply.schema.ts';

type Named = Pick<Medicine, 'code' | 'inn' | 'strength' | 'form' | 'baseUnit'>;

/**
 * The medicine a line of a list means: by its code, else by name and strength among the station's own, then among the usual ones; or a new one.
 * A line that says something else than the medicine of its code is refused (`MedicineDiffers`): another strength under one code would be given out as the first.
 */
export function matchMedicine(named: StockLine['medicine'], own: readonly (Named & { _id: string })[]): { id: string } | { add: AddMedicineInput } | { problems: RowProblem[] } {
  const known = pick(named, own);
  if (known === 'several') return { problems: [{ field: 'inn', code: 'SeveralMedicines', value: named.inn }] };
  if (known) return orDiffers(named, known, { id: known._id });
  const usual = pick(named, starterMedicines);
  if (usual && usual !== 'several') return orDiffers(named, usual, { add: { ...usual } });
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

/** Of name and strength written together or apart, only what is written counts; a form or unit that was never recorded contradicts nothing. */
function orDiffers<A>({ inn, strength, form, baseUnit }: StockLine['medicine'], known: Named, answer: A): A | { problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const differs = (field: string, value: string) => { problems.push({ field, code: 'MedicineDiffers', value }); };
  const isWhole = inn !== undefined && key(inn, strength) === key(known.inn, known.strength);
  if (!isWhole && inn !== undefined && key(inn) !== key(known.inn)) differs('inn', inn);
  if (!isWhole && strength !== undefined && key(strength) !== key(known.strength ?? '')) differs('strength', strength);
  if (form !== undefined && known.form !== undefined && !isSameForm(form, known.form)) differs('form', form);
  if (baseUnit !== undefined && key(baseUnit) !== key(known.baseUnit)) differs('baseUnit', baseUnit);
  return problems.length > 0 ? { problems } : answer;
}

/** "viên" says less than "viên nén", not something else. */
const isSameForm = (a: string, b: string): boolean => key(a).startsWith(key(b)) || key(b).startsWith(key(a));

/** Spaces between digits stay: `7,5 mg` is not `75 mg`. */
const key = (inn: string, strength = ''): string => foldForSearch(`${inn} ${strength}`).replace(/(?<!\d) | (?!\d)/g, '');
const codeFromName = (inn: string, strength = ''): string => foldForSearch(`${inn} ${strength}`).toUpperCase().replace(/[^A-Z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40);
