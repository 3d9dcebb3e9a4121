import { createHybridClock } from '../../src-shared/domain/common/hybrid-clock.ts';
import type { WorkContext } from '../../src-shared/domain/common/context.ts';
import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import { uuidV7 } from '../../src-shared/domain/common/uuid-v7.ts';
import { buildEncounter } from '../../src-shared/domain/encounter/build-encounter.ts';
import { recordEncounterInput, type Encounter } from '../../src-shared/domain/encounter/encounter.schema.ts';
import { buildPatient } from '../../src-shared/domain/patient/build-patient.ts';
import { registerPatientInput, type Patient, type RegisterPatientInput } from '../../src-shared/domain/patient/patient.schema.ts';
import { seededRandom } from '../../src-shared/domain/practice/sample-people.ts';
import { buildMedicine } from '../../src-shared/domain/supply/build-medicine.ts';
import { planReceive, type ReceivePlan } from '../../src-shared/domain/supply/plan-receive.ts';
import { addMedicineInput, type Lot, type Medicine, type ReceiveStockInput } from '../../src-shared/domain/supply/supply.schema.ts';
import type { OperationInput } from '../../src-shared/contract/operations.ts';

export { seededRandom, vietnameseName, samplePerson } from '../../src-shared/domain/practice/sample-people.ts';

/** The instant of every test world that names no other: 22 November 2026, 10:00 at the station. */
export const NOW_MS = Date.parse('2026-11-22T03:00:00.000Z');

type ContextOptions = Partial<Pick<WorkContext, 'unit' | 'device' | 'account' | 'displayName' | 'role'>> & { nowMs?: number; seed?: number };

let worlds = 0;

/** A context with its own clock and ids; with a `seed` the same ids every time, else no two contexts share one. */
export function aContext({ nowMs = NOW_MS, seed = (worlds += 1), ...who }: ContextOptions = {}): WorkContext {
  const random = seededRandom(seed);
  const device = who.device ?? 'pc1';
  const clock = createHybridClock({ now: () => nowMs, device });
  return {
    unit: '25001', account: 'hoa', displayName: 'Trần Thị Hoà', role: 'doctor', ...who, device,
    now: new Date(nowMs).toISOString(), today: todayInUnitZone(nowMs),
    newId: (prefix) => `${prefix}:${uuidV7(nowMs, Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256)))}`,
    nextVersion: () => clock.next(),
  };
}

/** An id for a record that need not exist: `anId('patients', 7)`. */
export function anId(prefix: string, n = 1): string {
  return `${prefix}:019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

/** A woman born in 1985 with a citizen number that fits her. */
export function aRegisterPatientInput(with_: Partial<OperationInput<'registerPatient'>> = {}): RegisterPatientInput {
  return registerPatientInput.parse({ fullName: 'Nguyễn Thị Hoà', sex: 'female', bornOn: '1985-03-15', nationalId: '001185012345', village: 'Thôn 3', ...with_ });
}

export function aPatient(with_: Partial<OperationInput<'registerPatient'>> = {}, context: WorkContext = aContext()): Patient {
  return buildPatient(aRegisterPatientInput(with_), context);
}

/** What a complete checkup of an adult says. */
export function aCheckupInput(with_: Partial<OperationInput<'recordCheckup'>> = {}) {
  return recordEncounterInput.parse({
    patientId: anId('patients'), occurredOn: '2026-11-20', reason: 'Khám sức khỏe định kỳ', conclusionClass: 'II',
    observations: { heightCm: { value: 156 }, weightKg: { value: 52.5 }, pulsePerMin: { value: 76 }, systolicMmHg: { value: 118 }, diastolicMmHg: { value: 74 } },
    ...with_,
  });
}

/** What a complete visit says. */
export function aVisitInput(with_: Partial<OperationInput<'recordVisit'>> = {}) {
  return recordEncounterInput.parse({
    patientId: anId('patients'), occurredOn: '2026-11-20', reason: 'Ho, sốt', diagnoses: [{ icd10: 'J06.9', text: 'Viêm đường hô hấp trên' }], treatment: 'Paracetamol 500 mg', ...with_,
  });
}

/** A submitted checkup unless `kind` says visit. */
export function anEncounter({ kind = 'checkup', ...with_ }: Partial<OperationInput<'recordCheckup'>> & { kind?: Encounter['kind'] } = {}, context: WorkContext = aContext()): Encounter {
  return buildEncounter(kind, kind === 'checkup' ? aCheckupInput(with_) : aVisitInput(with_), context);
}

export function aMedicine(with_: Partial<OperationInput<'addMedicine'>> = {}, context: WorkContext = aContext()): Medicine {
  return buildMedicine(addMedicineInput.parse({ id: anId('medicines'), code: 'PARA500', inn: 'Paracetamol', strength: '500 mg', form: 'viên nén', baseUnit: 'viên', ...with_ }), context);
}

/** A lot with the movement that brought it in, through the rules. */
export function aReceivedLot(with_: Partial<ReceiveStockInput> & { status?: Lot['status'] } = {}, context: WorkContext = aContext()): ReceivePlan {
  const { status, ...input } = with_;
  const medicineId = input.medicineId ?? anId('medicines');
  const outcome = planReceive(
    { medicineId, lotNumber: 'A123', expiresOn: '2027-06-30', quantityBaseUnits: 100, occurredOn: context.today, source: 'upperLevel', ...input },
    { medicine: { _id: medicineId }, lots: [] }, context);
  if (!outcome.ok) throw new Error(`the lot of a test was refused: ${outcome.refusals[0].code}`);
  return { ...outcome.value, lot: { ...outcome.value.lot, status: status ?? 'usable' } };
}

/** A lot alone, whatever its expiry. */
export function aLot(with_: Partial<Pick<Lot, 'medicineId' | 'lotNumber' | 'expiresOn' | 'status'>> & { id?: string } = {}, context: WorkContext = aContext()): Lot {
  const { expiresOn, id, ...rest } = with_;
  const { lot } = aReceivedLot({ ...rest, lotId: id }, context);
  return { ...lot, expiresOn: expiresOn ?? lot.expiresOn };
}
