import { addDays, addMonths, dateBounds } from '../common/partial-date.ts';
import { dueDay } from '../immunization/due-day.ts';
import { doseKey, FOLLOWED_YEARS, immunizationSchedule, LATE_AFTER_DAYS } from '../immunization/immunization-schedule.ts';
import type { RecordImmunizationInput } from '../immunization/immunization.schema.ts';
import { vaccines, type VaccineCode } from '../immunization/vaccines.ts';
import type { AddMedicineInput, ReceiveStockInput } from '../supply/supply.schema.ts';
import { wholeBetween, type Random } from './sample-people.ts';

type NewId = (prefix: string) => string;
export type SampleDoseLine = { key: string } & ({ operation: 'addMedicine'; input: AddMedicineInput } | { operation: 'receiveStock'; input: ReceiveStockInput } | { operation: 'recordImmunization'; input: RecordImmunizationInput });

/** In the refrigerator of the sample station, counted in doses. */
const inStore: readonly VaccineCode[] = ['DPT-VGB-Hib', 'bOPV', 'MR'];

/** Vaccines in the store room, and the doses of children: mostly on their day, some late, some of a paper book, some missing. */
export function* sampleDoses(random: Random, newId: NewId, today: string, people: readonly { id: string; bornOn: string }[]): Generator<SampleDoseLine> {
  for (const { code, name, atc } of vaccines.filter((vaccine) => inStore.includes(vaccine.code))) {
    const [medicineId, id] = [newId('medicines'), newId('stockMovements')];
    yield { key: medicineId, operation: 'addMedicine', input: { id: medicineId, code: `VX-${code}`, inn: name, baseUnit: 'liều', atc, group: 'Vắc xin' } };
    yield { key: id, operation: 'receiveStock', input: { id, lotId: newId('lots'), medicineId, lotNumber: `VX${wholeBetween(random, 1000, 9999)}`, expiresOn: addMonths(today, wholeBetween(random, 6, 20)), quantityBaseUnits: 40, occurredOn: addDays(today, -20), source: 'programme' } };
  }
  for (const { id: patientId, bornOn } of people) {
    const born = dateBounds(bornOn).latest;
    if (born > today || born <= addMonths(today, -12 * FOLLOWED_YEARS)) continue;
    yield* dosesOf(random, newId, today, { patientId, born, isFromBook: random() < 0.3, stopsAfter: random() < 0.5 ? immunizationSchedule.length : wholeBetween(random, 2, immunizationSchedule.length) });
  }
}

function* dosesOf(random: Random, newId: NewId, today: string, { patientId, born, isFromBook, stopsAfter }: { patientId: string; born: string; isFromBook: boolean; stopsAfter: number }): Generator<SampleDoseLine> {
  const given = new Map<string, string>();
  for (const scheduled of immunizationSchedule.slice(0, stopsAfter)) {
    const { vaccine, doseNumber, after, latestAgeDays } = scheduled;
    const before = after && given.get(doseKey(after));
    if (after && before === undefined) continue;
    const dueOn = dueDay(scheduled, born, before);
    // They come to the next immunization day.
    if (dueOn > addDays(today, -LATE_AFTER_DAYS)) continue;
    const occurredOn = addDays(dueOn, random() < 0.8 ? wholeBetween(random, 0, 6) : wholeBetween(random, 7, 60));
    if (occurredOn > today || (latestAgeDays !== undefined && occurredOn > addDays(born, latestAgeDays))) continue;
    given.set(doseKey(scheduled), occurredOn);
    const id = newId('immunizations');
    const common = { id, patientId, vaccine, doseNumber };
    const { route, site } = vaccines.find(({ code }) => code === vaccine) ?? {};
    yield { key: id, operation: 'recordImmunization', input: isFromBook ? { ...common, occurredOn: random() < 0.3 ? occurredOn.slice(0, 7) : occurredOn, place: 'elsewhere', placeName: 'Bệnh viện huyện' }
      : { ...common, occurredOn, place: 'here', programme: 'expanded', lotNumber: `${vaccine}-${occurredOn.slice(2, 4)}${wholeBetween(random, 10, 99)}`, expiresOn: addMonths(occurredOn, 14), route, site, screening: { outcome: 'eligible' }, observation: 'normal' } };
  }
}
