import type { LotRow, MedicineRow } from '../../../src-shared/contract/queries.ts';
import type { WorkContext } from '../../../src-shared/domain/common/context.ts';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { planDispense } from '../../../src-shared/domain/supply/plan-dispense.ts';
import type { DispenseMedicineInput } from '../../../src-shared/domain/supply/supply.schema.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { parseTypedNumber } from '../../ui/parse-typed-number.ts';
import type { Problems } from '../../ui/problems.ts';

export interface DispenseLine { medicineId: string; quantity: string; dosage: string }
/** The form as typed. */
export interface DispenseFields { occurredOn: string; items: DispenseLine[] }

export const emptyLine: DispenseLine = { medicineId: '', quantity: '', dosage: '' };

export function emptyDispense(today: string): DispenseFields {
  return { occurredOn: formatDate(today), items: [emptyLine] };
}

const isBlank = ({ medicineId, quantity, dosage }: DispenseLine) => medicineId === '' && quantity.trim() === '' && dosage.trim() === '';
const wholeOf = (typed: string) => { const read = parseTypedNumber(typed, { min: 1, max: 10_000_000 }); return 'value' in read ? read.value : 0; };

/** What the operation is given; lines left blank do not count. */
export function fieldsToDispense({ occurredOn, items }: DispenseFields, patientId: string, encounterId?: string): DispenseMedicineInput {
  const on = parseTypedDate(occurredOn);
  return {
    patientId, encounterId, occurredOn: 'date' in on ? on.date : '',
    items: items.filter((line) => !isBlank(line)).map(({ medicineId, quantity, dosage }) => ({ medicineId, quantityBaseUnits: wholeOf(quantity), dosage: dosage.trim() || undefined })),
  };
}

/** Everything wrong that needs no look into the store, by field. */
export function dispenseProblems({ occurredOn, items }: DispenseFields, today: string): Problems {
  const problems: Problems = {};
  const on = parseTypedDate(occurredOn, { today });
  if ('empty' in on) problems.occurredOn = { code: 'required' };
  else if ('problem' in on) problems.occurredOn = { code: on.problem, typed: on.typed };
  items.forEach((line, index) => {
    if (isBlank(line) && items.length > 1) return;
    if (line.medicineId === '') problems[`items.${String(index)}.medicineId`] = { code: 'required' };
    const read = parseTypedNumber(line.quantity, { min: 1, max: 10_000_000 });
    if ('empty' in read) problems[`items.${String(index)}.quantity`] = { code: 'required' };
    else if ('problem' in read) problems[`items.${String(index)}.quantity`] = read.problem === 'outOfRange' ? { code: 'notPositive' } : { code: read.problem };
  });
  return problems;
}

export interface LinePreview { lots: { lotNumber: string; expiresOn: string; quantity: number }[]; /** What can still be given of it, when the line asks for more. */ available?: number; allergic: boolean; onNoCard: boolean }

/** Which lots each line would be taken from, by the rule the station keeps (first expiry first); nothing for a line not ready. */
export function previewDispense(fields: DispenseFields, patient: Patient, medicines: readonly MedicineRow[], lots: readonly LotRow[], today: string): (LinePreview | undefined)[] {
  const on = parseTypedDate(fields.occurredOn, { today });
  const facts = { patient, medicines, lots, balances: new Map(lots.map(({ _id, balance }) => [_id, balance])) };
  const nobody: WorkContext = { now: `${today}T00:00:00.000Z`, today, unit: 'x', device: 'x', account: '', displayName: '', role: 'healthWorker', newId: (prefix) => `${prefix}:preview`, nextVersion: () => '' };
  const ready: DispenseMedicineInput['items'] = [];
  let before = 0;
  return fields.items.map(({ medicineId, quantity }) => {
    const wanted = wholeOf(quantity);
    if (medicineId === '' || wanted === 0) return undefined;
    const plan = planDispense({ patientId: patient._id, occurredOn: 'date' in on ? on.date : today, items: [...ready, { medicineId, quantityBaseUnits: wanted }] }, facts, nobody);
    if (!plan.ok) {
      const short = plan.refusals.find(({ code }) => code === 'NotEnoughStock');
      return { lots: [], available: short ? Number(short.available) : undefined, allergic: false, onNoCard: false };
    }
    const { items } = plan.value.dispense;
    const taken = items.slice(before).map(({ lotId, quantityBaseUnits }) => {
      const lot = lots.find(({ _id }) => _id === lotId);
      return { lotNumber: lot?.lotNumber ?? '', expiresOn: lot?.expiresOn ?? '', quantity: quantityBaseUnits };
    });
    const warned = (of: string) => plan.warnings.some(({ code, item }) => code === of && item === ready.length);
    const [allergic, onNoCard] = [warned('AllergyRecorded'), warned('VaccineOnNoCard')];
    ready.push({ medicineId, quantityBaseUnits: wanted });
    before = items.length;
    return { lots: taken, allergic, onNoCard };
  });
}
