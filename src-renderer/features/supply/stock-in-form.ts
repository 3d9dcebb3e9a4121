import { expiryDay } from '../../../src-shared/domain/supply/expiry-day.ts';
import { isExpired } from '../../../src-shared/domain/supply/lot-state.ts';
import { addMedicineInput, stockSources, type AddMedicineInput, type ReceiveStockInput } from '../../../src-shared/domain/supply/supply.schema.ts';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { parseTypedNumber } from '../../ui/parse-typed-number.ts';
import type { Problems } from '../../ui/problems.ts';

/** Value of the medicine field for one that is in no list yet. */
export const NEW_MEDICINE = 'new';
/** Before the code of a medicine of the ready-made list. */
export const STARTER = 'starter:';

/** The form as typed. `medicine`: an id of the station's own, `starter:<code>` or `new`. */
export interface StockInFields {
  medicine: string; lotNumber: string; expiresOn: string; quantity: string; occurredOn: string; source: string; documentNumber: string; /** `''`: nobody looked. */ vvm: string;
  inn: string; strength: string; form: string; baseUnit: string; code: string;
}

export function emptyStockIn(today: string, medicine = ''): StockInFields {
  return { medicine, lotNumber: '', expiresOn: '', quantity: '', occurredOn: formatDate(today), source: 'upperLevel', documentNumber: '', vvm: '', inn: '', strength: '', form: '', baseUnit: '', code: '' };
}

const MOST_UNITS = 10_000_000;

/** Everything wrong, by field. */
export function stockInProblems(fields: StockInFields, kind: 'receive' | 'opening', today: string): Problems {
  const problems: Problems = {};
  if (fields.medicine === '') problems.medicine = { code: 'required' };
  if (fields.medicine === NEW_MEDICINE) {
    if (!fields.inn.trim()) problems.inn = { code: 'required' };
    if (!fields.baseUnit.trim()) problems.baseUnit = { code: 'required' };
    if (fields.code.trim() && !addMedicineInput.shape.code.safeParse(fields.code).success) problems.code = { code: 'codeFormat' };
  }
  if (!fields.lotNumber.trim()) problems.lotNumber = { code: 'required' };
  else if (!/^[\p{L}\d/.\- ]{1,40}$/u.test(fields.lotNumber.trim())) problems.lotNumber = { code: 'documentFormat' };
  const expiry = parseTypedDate(fields.expiresOn, { expiry: true });
  if ('empty' in expiry) problems.expiresOn = { code: 'required' };
  else if ('problem' in expiry) problems.expiresOn = { code: expiry.problem, typed: expiry.typed };
  const quantity = parseTypedNumber(fields.quantity, { min: 1, max: MOST_UNITS });
  if ('empty' in quantity) problems.quantity = { code: 'required' };
  else if ('problem' in quantity) problems.quantity = quantity.problem === 'outOfRange' ? { code: 'notPositive' } : { code: quantity.problem };
  const occurred = parseTypedDate(fields.occurredOn, { today });
  if ('empty' in occurred) problems.occurredOn = { code: 'required' };
  else if ('problem' in occurred) problems.occurredOn = { code: occurred.problem, typed: occurred.typed };
  else if (kind === 'receive' && 'date' in expiry) {
    const expiresOn = expiryDay(expiry.date);
    if (expiresOn !== undefined && isExpired({ expiresOn }, occurred.date)) problems.expiresOn = { code: 'alreadyExpired' };
  }
  if (kind === 'receive' && fields.documentNumber.trim() && !/^[\p{L}\d/.-]{1,30}$/u.test(fields.documentNumber.trim())) problems.documentNumber = { code: 'documentFormat' };
  return problems;
}

const dateOf = (read: ReturnType<typeof parseTypedDate>) => ('date' in read ? read.date : '');

/** What the operation is given; only for fields without problems. */
export function fieldsToStockIn(fields: StockInFields, medicineId: string): ReceiveStockInput {
  const quantity = parseTypedNumber(fields.quantity);
  return {
    medicineId, lotNumber: fields.lotNumber.trim(), expiresOn: dateOf(parseTypedDate(fields.expiresOn, { expiry: true })), quantityBaseUnits: 'value' in quantity ? quantity.value : 0,
    occurredOn: dateOf(parseTypedDate(fields.occurredOn)), source: stockSources.find((s) => s === fields.source) ?? 'upperLevel', documentNumber: fields.documentNumber.trim() || undefined, vvmStage: fields.vvm === '' ? undefined : Number(fields.vvm),
  };
}

/** A medicine in no list; its code is made from its name where none is typed. */
export function fieldsToMedicine(fields: StockInFields): AddMedicineInput {
  const made = foldForSearch(`${fields.inn} ${fields.strength}`).toUpperCase().replace(/[^A-Z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40);
  return { code: fields.code.trim() || made, inn: fields.inn.trim(), strength: fields.strength.trim() || undefined, form: fields.form.trim() || undefined, baseUnit: fields.baseUnit.trim() };
}
