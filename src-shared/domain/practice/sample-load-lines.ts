import { addDays, dateBounds } from '../common/partial-date.ts';
import { uuidV7 } from '../common/uuid-v7.ts';
import type { ChangeEpisodeStatusInput, EnrolConditionInput } from '../chronic/episode.schema.ts';
import type { RecordFollowUpInput } from '../chronic/follow-up.schema.ts';
import type { RecordEncounterInput } from '../encounter/encounter.schema.ts';
import type { RecordImmunizationInput } from '../immunization/immunization.schema.ts';
import { isMedicineOfVaccine } from '../immunization/vaccine-medicines.ts';
import { vaccines } from '../immunization/vaccines.ts';
import type { RegisterPatientInput } from '../patient/patient.schema.ts';
import { starterMedicines } from '../supply/starter-medicines.ts';
import type { AddMedicineInput, AdjustStockInput, DispenseMedicineInput, ReceiveStockInput } from '../supply/supply.schema.ts';
import { sampleReports, type SampleReportLine } from './sample-reports.ts';
import { sampleCases, type SampleCaseLine } from './sample-cases.ts';
import { sampleChronic } from './sample-chronic.ts';
import { sampleColdChain, type SampleColdLine } from './sample-cold-chain.ts';
import { sampleVaccineSession, type SampleSessionLine } from './sample-vaccine-session.ts';
import { sampleDoses, type SampleDoseLine } from './sample-doses.ts';
import { sampleMothers, type SampleMotherLine } from './sample-mothers.ts';
import { sampleGrowth, type SampleChild } from './sample-growth.ts';
import { sampleCheckup, sampleVisit } from './sample-encounters.ts';
import { pick, samplePerson, seededRandom, wholeBetween, type Random } from './sample-people.ts';

export interface SampleOptions {
  people: number;
  /** Checkups, one in four of them a visit instead. Needs people. */
  checkups: number;
  /** Receipts, dispenses and adjustments together; the medicines they need come before them. */
  movements: number;
  /** The children's doses, weights and heights too, vaccines in the store room, the chronic conditions of older people, pregnancies and births, cases of notifiable diseases, what a fridge read, and a session of vaccination with what was thrown away; the months before are locked. */
  doses?: boolean;
  seed: number;
  /** `YYYY-MM-DD`; nothing lies after it. */
  today: string;
}

/** One line of a file for `station load` (contract §2), as a value. */
export type SampleLine = { key: string } & (
  | { operation: 'registerPatient'; input: RegisterPatientInput }
  | { operation: 'recordCheckup' | 'recordVisit'; input: RecordEncounterInput }
  | { operation: 'addMedicine'; input: AddMedicineInput }
  | { operation: 'receiveStock'; input: ReceiveStockInput }
  | { operation: 'dispenseMedicine'; input: DispenseMedicineInput }
  | { operation: 'adjustStock'; input: AdjustStockInput }
  | { operation: 'recordImmunization'; input: RecordImmunizationInput }
  | { operation: 'enrolCondition'; input: EnrolConditionInput }
  | { operation: 'recordFollowUp'; input: RecordFollowUpInput }
  | { operation: 'changeEpisodeStatus'; input: ChangeEpisodeStatusInput }
  | SampleReportLine | SampleColdLine | SampleCaseLine | SampleSessionLine
) | SampleMotherLine;

interface SampleLot { lotId: string; medicineId: string; balance: number; receivedDaysAgo: number }
type Person = SampleChild;
type NewId = (prefix: string) => string;

/** The same options give the same lines, ids and keys: loading twice adds nothing. Every line passes the rules on an empty station. */
export function* sampleLines(options: SampleOptions): Generator<SampleLine> {
  const people: (Person & { village?: string | undefined })[] = [];
  for (const line of peopleLines(options)) {
    people.push({ id: line.input.id ?? '', bornOn: line.input.bornOn, sex: line.input.sex, village: line.input.village });
    yield line;
  }
  if (people.length > 0) yield* encounterLines(options, people);
  yield* stockLines(options, people);
  if (options.doses) {
    const doses = [...sampleDoses(seededRandom(options.seed + 0x30000), idsFrom(seededRandom(options.seed + 0x40000), options.today, 3), options.today, people)];
    yield* doses;
    yield* sampleGrowth(seededRandom(options.seed + 0x50000), idsFrom(seededRandom(options.seed + 0x60000), options.today, 4), options.today, people);
    yield* sampleChronic(seededRandom(options.seed + 0x70000), idsFrom(seededRandom(options.seed + 0x80000), options.today, 5), options.today, people);
    yield* sampleMothers(seededRandom(options.seed + 0x90000), idsFrom(seededRandom(options.seed + 0xa0000), options.today, 6), options.today, people);
    yield* sampleCases(idsFrom(seededRandom(options.seed + 0xb0000), options.today, 7), options.today, people);
    yield* sampleColdChain(seededRandom(options.seed + 0xd0000), idsFrom(seededRandom(options.seed + 0xe0000), options.today, 8), options.today);
    yield* sampleVaccineSession(idsFrom(seededRandom(options.seed + 0x100000), options.today, 10), options.today, { people, ...sessionFacts(doses) });
    yield* sampleReports(idsFrom(seededRandom(options.seed + 0xf0000), options.today, 9), options.today, options.people);
  }
}

/** What a session goes on from: the doses, and the lot of each vaccine in the store room. */
function sessionFacts(lines: readonly SampleDoseLine[]) {
  const codes = new Map(lines.flatMap((line) => (line.operation === 'addMedicine' ? [[line.input.id, vaccines.find(({ code }) => isMedicineOfVaccine(line.input, code))?.code] as const] : [])));
  return {
    doses: lines.flatMap((line) => (line.operation === 'recordImmunization' ? [line.input] : [])),
    lots: lines.flatMap((line) => { const vaccine = line.operation === 'receiveStock' ? codes.get(line.input.medicineId) : undefined; return line.operation === 'receiveStock' && vaccine !== undefined && line.input.lotId !== undefined ? [{ vaccine, lotId: line.input.lotId }] : []; }),
  };
}

/** The same as text, one JSON object each, without the line end. */
export function* sampleLoadLines(options: SampleOptions): Generator<string> {
  for (const line of sampleLines(options)) yield JSON.stringify(line);
}

function* peopleLines({ people, seed, today }: SampleOptions): Generator<SampleLine & { operation: 'registerPatient' }> {
  const random = seededRandom(seed);
  const newId = idsFrom(random, today, 0);
  for (let serial = 1; serial <= people; serial += 1) {
    const id = newId('patients');
    yield { key: id, operation: 'registerPatient', input: samplePerson(random, { today, serial, id }) };
  }
}

function* encounterLines({ checkups, seed, today, doses }: SampleOptions, people: readonly Person[]): Generator<SampleLine> {
  const random = seededRandom(seed + 0x10000);
  const newId = idsFrom(random, today, 1);
  for (let n = 0; n < checkups; n += 1) {
    const id = newId('encounters');
    const person = pick(random, people);
    // Without the growth of children the lines are those that stations of earlier versions were filled with.
    const sample = { id, patientId: person.id, bornOn: person.bornOn, occurredOn: dayFor(random, today, person), ...(doses ? { sex: person.sex } : {}) };
    yield random() < 0.75
      ? { key: id, operation: 'recordCheckup', input: sampleCheckup(random, sample) }
      : { key: id, operation: 'recordVisit', input: sampleVisit(random, sample) };
  }
}

function* stockLines({ movements, seed, today }: SampleOptions, people: readonly Person[]): Generator<SampleLine> {
  if (movements === 0) return;
  const random = seededRandom(seed + 0x20000);
  const newId = idsFrom(random, today, 2);
  const medicines = starterMedicines.slice(0, Math.max(1, Math.min(starterMedicines.length, Math.ceil(movements / 4)))).map((medicine) => ({ id: newId('medicines'), ...medicine }));
  for (const medicine of medicines) yield { key: medicine.id, operation: 'addMedicine', input: medicine };

  const lots: SampleLot[] = [];
  for (let n = 0; n < movements; n += 1) {
    const medicineId = medicines[n % medicines.length]?.id ?? '';
    const stocked = lots.filter((lot) => lot.medicineId === medicineId && lot.balance > 20);
    const lot = stocked[0];
    if (!lot || random() < 0.08) {
      const received = { lotId: newId('lots'), medicineId, balance: wholeBetween(random, 5, 40) * 100, receivedDaysAgo: wholeBetween(random, 0, 30) };
      lots.push(received);
      yield receiveLine(random, newId, received, lots.length, today);
    } else if (people.length > 0 && random() < 0.92) {
      const quantityBaseUnits = wholeBetween(random, 1, 20);
      const occurredOn = addDays(today, -wholeBetween(random, 0, lot.receivedDaysAgo));
      lot.balance -= quantityBaseUnits;
      const id = newId('dispenses');
      const input = { id, patientId: pick(random, people).id, occurredOn, items: [{ medicineId, lotId: lot.lotId, quantityBaseUnits, dosage: 'Ngày 2 lần, mỗi lần 1' }] };
      yield { key: id, operation: 'dispenseMedicine', input };
    } else {
      const shortage = wholeBetween(random, 1, 5);
      lot.balance -= shortage;
      const id = newId('stockMovements');
      yield { key: id, operation: 'adjustStock', input: { id, lotId: lot.lotId, changeBaseUnits: -shortage, reasonCode: pick(random, ['wastage', 'countShortage', 'damagedDestroyed']), occurredOn: today } };
    }
  }
}

function receiveLine(random: Random, newId: NewId, lot: SampleLot, serial: number, today: string): SampleLine {
  const id = newId('stockMovements');
  const input: ReceiveStockInput = {
    id, lotId: lot.lotId, medicineId: lot.medicineId, lotNumber: `L${String(serial).padStart(5, '0')}`, expiresOn: addDays(today, wholeBetween(random, 40, 900)),
    quantityBaseUnits: lot.balance, occurredOn: addDays(today, -lot.receivedDaysAgo), source: pick(random, ['upperLevel', 'purchase', 'programme']), documentNumber: `PX-${serial}`,
  };
  return { key: id, operation: 'receiveStock', input };
}

/** A day of the last year, after the birth. */
function dayFor(random: Random, today: string, { bornOn }: Person): string {
  const day = addDays(today, -wholeBetween(random, 0, 364));
  const { latest } = dateBounds(bornOn);
  return day < latest ? latest : day;
}

/** Ids of one section: time ordered, from the seed, none shared between sections. */
function idsFrom(random: Random, today: string, section: number): NewId {
  let ms = Date.parse(`${today}T00:00:00Z`) - 86_400_000 + section * 1_000_000;
  return (prefix) => {
    ms += 1;
    return `${prefix}:${uuidV7(ms, Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256)))}`;
  };
}
