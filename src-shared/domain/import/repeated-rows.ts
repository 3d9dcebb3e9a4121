import { nameKey } from '../patient/find-same-identity.ts';
import { normalizePatient } from '../patient/normalize-patient.ts';
import type { RegisterPatientInput } from '../patient/patient.schema.ts';
import { foldForSearch } from '../common/fold-for-search.ts';

/** Tells the row of a list that named this person already: the same citizen number, or the same name, birth date, sex and village. */
export function createRepeatedRows(): (input: RegisterPatientInput, row: number) => number | undefined {
  const rows = new Map<string, number>();
  return (input, row) => {
    const person = normalizePatient(input);
    const keys = [
      ...(person.nationalId === undefined ? [] : [`id ${person.nationalId}`]),
      `who ${[nameKey(person.fullName), person.bornOn, person.sex, foldForSearch(person.village ?? ''), person.nationalId === undefined ? '' : person.nationalId].join('|')}`,
    ];
    const first = keys.map((key) => rows.get(key)).find((found) => found !== undefined);
    if (first === undefined) for (const key of keys) rows.set(key, row);
    return first;
  };
}
