import type { EquipmentRow } from '../../../src-shared/contract/queries.ts';
import { roles } from '../../../src-shared/domain/common/context.ts';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { addEquipmentInput, coldPlaceAnswers, equipmentSources, type AddEquipmentInput, type CorrectEquipmentInput } from '../../../src-shared/domain/facility/equipment.schema.ts';
import { starterEquipment } from '../../../src-shared/domain/facility/starter-equipment.ts';
import { validateEquipment } from '../../../src-shared/domain/facility/validate-equipment.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { parseTypedNumber } from '../../ui/parse-typed-number.ts';
import type { Problem, Problems } from '../../ui/problems.ts';

/** The form as typed. */
export interface EquipmentFields {
  name: string; code: string; countUnit: string; quantity: string; serial: string; model: string; maker: string; country: string; yearMade: string; receivedOn: string; source: string; priceVnd: string; /** `''`: as the name says. */ coldPlace: string;
  location: string; inCharge: string; calibratedOn: string; calibrationDueOn: string;
}

export const emptyEquipment: EquipmentFields = {
  name: '', code: '', countUnit: '', quantity: '1', serial: '', model: '', maker: '', country: '', yearMade: '', receivedOn: '', source: '', priceVnd: '', coldPlace: '', location: '', inCharge: '', calibratedOn: '', calibrationDueOn: '',
};

/** What a line says now, as it would be typed. */
export function lineToFields(line: EquipmentRow): EquipmentFields {
  const number = (value: number | undefined) => (value === undefined ? '' : String(value));
  return {
    ...emptyEquipment, name: line.name, code: line.code ?? '', countUnit: line.countUnit, quantity: String(line.quantity), serial: line.serial ?? '', model: line.model ?? '', maker: line.maker ?? '', country: line.country ?? '',
    yearMade: number(line.yearMade), receivedOn: line.receivedOn ? formatDate(line.receivedOn) : '', source: line.source ?? '', priceVnd: number(line.priceVnd), coldPlace: line.coldPlace ?? '',
  };
}

/** A name of the list that was chosen brings its code and the word it is counted in, where none was typed. */
export function namePatch(name: string, { code, countUnit }: EquipmentFields): Partial<EquipmentFields> {
  const chosen = starterEquipment.find((one) => one.name === name);
  const wasOfList = starterEquipment.some((one) => one.code === code);
  return chosen ? { name, code: code === '' || wasOfList ? chosen.code : code, countUnit: countUnit === '' || wasOfList ? chosen.countUnit : countUnit } : { name };
}

const texts = ['name', 'code', 'countUnit', 'serial', 'model', 'maker', 'country', 'location'] as const;
const dates = { receivedOn: { partial: true }, calibratedOn: {}, calibrationDueOn: {} } as const;
const fieldOf: Readonly<Record<string, keyof EquipmentFields>> = { SerialNeedsOnePiece: 'quantity', SerialTaken: 'serial', MadeAfterReceived: 'yearMade', DueNotAfter: 'calibrationDueOn' };

/** Everything wrong, by field. `id`: of the line that is corrected. */
export function equipmentProblems(fields: EquipmentFields, lines: readonly EquipmentRow[], today: string, id?: string): Problems {
  const problems: Problems = {};
  for (const field of ['name', 'countUnit', 'quantity'] as const) if (!fields[field].trim()) problems[field] = { code: 'required' };
  for (const field of texts) if (fields[field].trim()) problems[field] ??= textProblem(field, fields[field]);
  const quantity = parseTypedNumber(fields.quantity, { min: 1, max: 10_000 });
  if ('problem' in quantity) problems.quantity = { code: quantity.problem, min: 1, max: '10.000', unit: '' };
  const year = parseTypedNumber(fields.yearMade, { min: 1950, max: Number(today.slice(0, 4)) });
  if ('problem' in year) problems.yearMade = { code: year.problem, min: 1950, max: today.slice(0, 4), unit: '' };
  const price = parseTypedNumber(fields.priceVnd, { min: 0, max: 1_000_000_000_000 });
  if ('problem' in price) problems.priceVnd = { code: price.problem === 'outOfRange' ? 'notACount' : price.problem };
  for (const [field, rules] of Object.entries(dates) as [keyof typeof dates, { partial?: boolean }][]) {
    const read = parseTypedDate(fields[field], { ...rules, ...(field === 'calibrationDueOn' ? {} : { today }) });
    if ('problem' in read) problems[field] = { code: read.problem, typed: read.typed };
  }
  if (Object.values(problems).some((one) => one !== undefined)) return problems;
  for (const { code, ...facts } of validateEquipment({ ...fieldsToLine(fields), id }, lines, { today })) problems[fieldOf[code] ?? 'name'] = { code: `refusals.${code}`, ...facts };
  return problems;
}

function textProblem(field: (typeof texts)[number], typed: string): Problem | undefined {
  const parsed = addEquipmentInput.shape[field].safeParse(typed.trim());
  const message = parsed.success ? undefined : parsed.error.issues[0]?.message;
  if (message === undefined) return undefined;
  return message === 'LooksPersonal' ? { code: 'looksPersonal' } : field === 'serial' || field === 'code' ? { code: 'documentFormat' } : { code: 'tooLong', max: field === 'name' ? 200 : 100 };
}

const dateOf = (typed: string): string | undefined => { const read = parseTypedDate(typed, { partial: true }); return 'date' in read ? read.date : undefined; };
const numberOf = (typed: string): number | undefined => { const read = parseTypedNumber(typed); return 'value' in read ? read.value : undefined; };
const wordsOf = (typed: string): string | undefined => typed.trim() || undefined;

/** What the line is to say of the things themselves; only for fields without problems. */
export function fieldsToDescribed(fields: EquipmentFields): Omit<CorrectEquipmentInput, 'id'> {
  return {
    name: fields.name.trim(), code: wordsOf(fields.code), countUnit: fields.countUnit.trim(), quantity: numberOf(fields.quantity) ?? 1, serial: wordsOf(fields.serial), model: wordsOf(fields.model), maker: wordsOf(fields.maker),
    country: wordsOf(fields.country), yearMade: numberOf(fields.yearMade), receivedOn: dateOf(fields.receivedOn), source: equipmentSources.find((one) => one === fields.source), priceVnd: numberOf(fields.priceVnd), coldPlace: coldPlaceAnswers.find((one) => one === fields.coldPlace),
  };
}

/** A new line; only for fields without problems. */
export function fieldsToLine(fields: EquipmentFields): AddEquipmentInput {
  return { ...fieldsToDescribed(fields), location: wordsOf(fields.location), inCharge: roles.find((one) => one === fields.inCharge), calibratedOn: dateOf(fields.calibratedOn), calibrationDueOn: dateOf(fields.calibrationDueOn) };
}
