import { collectionOfId } from '../../../src-shared/domain/collections.ts';
import { nameKey } from '../../../src-shared/domain/patient/find-same-identity.ts';
import type { HalfKnown } from '../../../src-shared/domain/patient/find-duplicates.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { Equipment } from '../../../src-shared/domain/facility/equipment.schema.ts';
import type { Lot, Medicine } from '../../../src-shared/domain/supply/supply.schema.ts';
import type { EquipmentIndex } from '../db/equipment-index.ts';
import type { PeopleIndex } from '../db/people-index.ts';
import { personEntry } from '../db/person-entry.ts';
import type { RecordWrite } from '../db/save-records.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { StockIndex } from '../db/stock-index.ts';

/** A list tried before it is taken in: the rows below find what the rows above would have written, so a dry run tells row by row what the real one will. */
export interface Trial { /** The station with what was tried in it; for planning only, nothing is written through it. */ db: StationDatabase; note(records: readonly RecordWrite[]): void }

export function createTrial(db: StationDatabase): Trial {
  const medicines = new Map<string, Medicine>();
  const lots = new Map<string, Lot>();
  const patients = new Map<string, Patient>();
  /** By all that makes two people alike (`PeopleIndex.mayBeSame`). */
  const alike = new Map<string, Patient[]>();
  let stock: StockIndex | undefined;
  const tryStock = (): StockIndex => ({
    ...db.stock,
    medicines: () => [...db.stock.medicines(), ...medicines.values()],
    medicine: (id) => medicines.get(id) ?? db.stock.medicine(id),
    lots: () => [...db.stock.lots(), ...lots.values()],
    lotsOf: (medicineId) => [...db.stock.lotsOf(medicineId), ...[...lots.values()].filter((lot) => lot.medicineId === medicineId)],
    lot: (id) => lots.get(id) ?? db.stock.lot(id),
  });
  const things = new Map<string, Equipment>();
  let equipment: EquipmentIndex | undefined;
  const tryEquipment = (): EquipmentIndex => ({ ...db.equipment, lines: () => [...db.equipment.lines(), ...things.values()], line: (id) => things.get(id) ?? db.equipment.line(id) });
  let people: PeopleIndex | undefined;
  const tryPeople = () => Object.create(db.people, {
    get: { value: (id: string) => { const tried = patients.get(id); return tried ? personEntry(tried) : db.people.get(id); } },
    mayBeSame: { value: (person: HalfKnown) => [...db.people.mayBeSame(person), ...new Set(likenesses(person).flatMap((key) => alike.get(key) ?? []))] },
  }) as PeopleIndex;
  return {
    // Each at first use: the stock is built then, which a list of people never needs.
    db: Object.create(db, { people: { get: () => (people ??= tryPeople()) }, stock: { get: () => (stock ??= tryStock()) }, equipment: { get: () => (equipment ??= tryEquipment()) } }) as StationDatabase,
    note(records) {
      for (const { body } of records) {
        const collection = collectionOfId(body._id)?.name;
        if (collection === 'medicines') medicines.set(body._id, body as unknown as Medicine);
        if (collection === 'lots') lots.set(body._id, body as unknown as Lot);
        if (collection === 'equipment') things.set(body._id, body as unknown as Equipment);
        if (collection !== 'patients') continue;
        const patient = body as unknown as Patient;
        patients.set(patient._id, patient);
        for (const key of likenesses(patient)) alike.set(key, [...(alike.get(key) ?? []), patient]);
      }
    },
  };
}

function likenesses({ fullName, bornOn, nationalId, insuranceNumber }: HalfKnown): string[] {
  const name = nameKey(fullName ?? '');
  const year = bornOn?.slice(0, 4) ?? '';
  return [
    ...(name ? [`name ${name}`] : []), ...(name && year ? [`birth ${name.slice(name.lastIndexOf(' ') + 1)} ${year}`] : []),
    ...(nationalId ? [`id ${nationalId}`] : []), ...(insuranceNumber ? [`card ${insuranceNumber}`] : []),
  ];
}
