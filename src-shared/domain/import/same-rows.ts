import { canonicalJson } from '../common/canonical-json.ts';
import { foldForSearch } from '../common/fold-for-search.ts';
import { nameKey } from '../patient/find-same-identity.ts';
import { normalizePatient } from '../patient/normalize-patient.ts';
import type { RegisterPatientInput } from '../patient/patient.schema.ts';
import type { EquipmentLine } from './row-to-equipment.ts';
import type { StockLine } from './row-to-stock.ts';

/**
 * Tells the first row of a list that says the same: for people the same citizen number or, without one, the same name, birth date,
 * sex and village; for stock the same medicine, lot, expiry and quantity; for equipment the same name and serial number. Things without one may be as many as they like.
 */
export function createSameRows(): (input: RegisterPatientInput | StockLine | EquipmentLine, row: number) => number | undefined {
  const rows = new Map<string, number>();
  return (input, row) => {
    const key = keyOf(input);
    if (key === undefined) return undefined;
    const first = rows.get(key);
    if (first === undefined) rows.set(key, row);
    return first;
  };
}

function keyOf(input: RegisterPatientInput | StockLine | EquipmentLine): string | undefined {
  if ('fullName' in input) return personKey(input);
  if ('medicine' in input) { const { vvmStage: _stage, ...line } = input; return canonicalJson(line).toUpperCase(); }
  const { name, serial } = input.line;
  return serial === undefined ? undefined : foldForSearch(`${name} ${serial}`).replaceAll(' ', '');
}

function personKey(input: RegisterPatientInput): string {
  const person = normalizePatient(input);
  return person.nationalId ?? [nameKey(person.fullName), person.bornOn, person.sex, foldForSearch(person.village ?? '')].join('|');
}
