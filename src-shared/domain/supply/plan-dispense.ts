import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome, type Refusal, type Warning } from '../common/refusal.ts';
import { hasCard } from '../immunization/vaccine-medicines.ts';
import type { Patient } from '../patient/patient.schema.ts';
import type { Encounter } from '../encounter/encounter.schema.ts';
import { isAllergicTo } from './is-allergic-to.ts';
import { buildMovement, refuseFuture } from './build-movement.ts';
import { compareForUse } from './compare-for-use.ts';
import { refuseLot } from './refuse-lot.ts';
import { dispense as dispenseSchema, type Dispense, type DispenseMedicineInput, type Lot, type Medicine, type StockMovement } from './supply.schema.ts';

export interface DispenseFacts {
  patient: Pick<Patient, '_id' | 'allergies' | 'voided'> | undefined;
  /** The encounter named, where one is. */
  encounter?: Pick<Encounter, '_id' | 'patientId' | 'status'>;
  /** The medicines named, as far as they exist. */
  medicines: readonly Pick<Medicine, '_id' | 'code' | 'inn' | 'strength' | 'atc'>[];
  /** All lots of those medicines, and each lot named that exists. */
  lots: readonly Lot[];
  /** Balance by lot id (`balancesByLotId`); a lot without an entry is empty. */
  balances: ReadonlyMap<string, number>;
}
export interface DispensePlan { dispense: Dispense; movements: StockMovement[] }

type Item = DispenseMedicineInput['items'][number];
interface Taken { lot: Lot; quantity: number }

/**
 * Gives medicine out, first expiry first (vial monitors at stage 2 before all), over lots that are usable on that day; of lots with one expiry the one received
 * first. Refusals: `PatientNotFound`, `PatientVoided`, `EncounterNotFound`, `EncounterOfOtherPatient`, `EncounterVoided`, `OccurredInFuture`,
 * and per item (with its index `item`) `MedicineNotFound {medicineId}`, `NotEnoughStock {medicineId, available, wanted}`; for
 * a named lot `LotNotFound`, `LotOfOtherMedicine`, `LotExpired {lotId, expiresOn}`, `LotOnHold`, `LotRecalled`, `LotVvmSpent`,
 * `ReductionBelowZero {lotId, available, wanted}`.
 */
export function planDispense(input: DispenseMedicineInput, facts: DispenseFacts, context: WorkContext): Outcome<DispensePlan> {
  const refusals: Refusal[] = [...checkPeople(input, facts), ...refuseFuture(input.occurredOn, context)];
  const warnings: Warning[] = [];
  const left = new Map(facts.balances);
  const lines: { item: Item; medicineName: string; taken: Taken[] }[] = [];
  input.items.forEach((item, index) => {
    const medicine = facts.medicines.find((m) => m._id === item.medicineId);
    if (!medicine) { refusals.push({ code: 'MedicineNotFound', item: index, medicineId: item.medicineId }); return; }
    if (facts.patient?.allergies?.some((allergy) => isAllergicTo(allergy, medicine))) warnings.push({ code: 'AllergyRecorded', item: index, medicineId: medicine._id });
    if (hasCard(medicine)) warnings.push({ code: 'VaccineOnNoCard', item: index, medicineId: medicine._id });
    const taken = item.lotId === undefined ? takeFirstExpiring(item, facts.lots, left, input.occurredOn) : takeNamed(item, item.lotId, facts.lots, left, input.occurredOn);
    if ('code' in taken) { refusals.push({ ...taken, item: index }); return; }
    for (const { lot, quantity } of taken) left.set(lot._id, (left.get(lot._id) ?? 0) - quantity);
    lines.push({ item, medicineName: [medicine.inn, medicine.strength].filter(Boolean).join(' '), taken });
  });
  const [first, ...rest] = refusals;
  if (first) return refused(first, ...rest);
  return accepted(build(input, lines, context), warnings);
}

function build(input: DispenseMedicineInput, lines: { item: Item; medicineName: string; taken: Taken[] }[], context: WorkContext): DispensePlan {
  const movements: StockMovement[] = [];
  const items: Dispense['items'] = lines.flatMap(({ item, medicineName, taken }) => taken.map(({ lot, quantity }) => {
    const movement = buildMovement({ kind: 'dispense', lotId: lot._id, medicineId: item.medicineId, quantityBaseUnits: -quantity, occurredOn: input.occurredOn }, context);
    movements.push(movement);
    return { medicineId: item.medicineId, medicineName, lotId: lot._id, quantityBaseUnits: quantity, dosage: item.dosage, movementId: movement._id };
  }));
  const content = {
    patientId: input.patientId, encounterId: input.encounterId, dispensedOn: input.occurredOn, status: 'dispensed' as const, items,
    dispensedBy: { account: context.account, displayName: context.displayName, role: context.role },
  };
  return { dispense: buildDocument('dispenses', content, context, { id: input.id, knownFields: Object.keys(dispenseSchema.shape) }), movements };
}

function checkPeople(input: DispenseMedicineInput, { patient, encounter }: DispenseFacts): Refusal[] {
  const refusals: Refusal[] = !patient ? [{ code: 'PatientNotFound' }] : patient.voided ? [{ code: 'PatientVoided' }] : [];
  if (input.encounterId === undefined) return refusals;
  if (!encounter) refusals.push({ code: 'EncounterNotFound' });
  else if (encounter.patientId !== input.patientId) refusals.push({ code: 'EncounterOfOtherPatient' });
  else if (encounter.status === 'voided') refusals.push({ code: 'EncounterVoided' });
  return refusals;
}

function takeNamed(item: Item, lotId: string, lots: readonly Lot[], left: ReadonlyMap<string, number>, on: string): Taken[] | Refusal {
  const lot = lots.find((l) => l._id === lotId);
  if (!lot) return { code: 'LotNotFound', lotId };
  if (lot.medicineId !== item.medicineId) return { code: 'LotOfOtherMedicine', lotId };
  const refusal = refuseLot(lot, on);
  if (refusal) return refusal;
  const available = Math.max(0, left.get(lotId) ?? 0);
  if (item.quantityBaseUnits > available) return { code: 'ReductionBelowZero', lotId, available, wanted: item.quantityBaseUnits };
  return [{ lot, quantity: item.quantityBaseUnits }];
}

function takeFirstExpiring(item: Item, lots: readonly Lot[], left: ReadonlyMap<string, number>, on: string): Taken[] | Refusal {
  const usable = lots
    .filter((lot) => lot.medicineId === item.medicineId && refuseLot(lot, on) === undefined && (left.get(lot._id) ?? 0) > 0)
    .sort(compareForUse);
  const available = usable.reduce((sum, lot) => sum + (left.get(lot._id) ?? 0), 0);
  if (item.quantityBaseUnits > available) return { code: 'NotEnoughStock', medicineId: item.medicineId, available, wanted: item.quantityBaseUnits };
  const taken: Taken[] = [];
  let wanted = item.quantityBaseUnits;
  for (const lot of usable) {
    if (wanted === 0) break;
    const quantity = Math.min(wanted, left.get(lot._id) ?? 0);
    taken.push({ lot, quantity });
    wanted -= quantity;
  }
  return taken;
}
