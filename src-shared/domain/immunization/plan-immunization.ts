import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome, type Refusal } from '../common/refusal.ts';
import { personOf } from '../encounter/build-encounter.ts';
import { buildMovement } from '../supply/build-movement.ts';
import { expiryDay } from '../supply/expiry-day.ts';
import { isExpired } from '../supply/lot-state.ts';
import { isVvmSpent } from '../supply/vvm-stage.ts';
import type { Lot, Medicine, StockMovement } from '../supply/supply.schema.ts';
import { askAboutImmunization } from './ask-about-immunization.ts';
import { immunization as immunizationSchema, type Immunization, type RecordImmunizationInput } from './immunization.schema.ts';
import { validateImmunization, type ValidatedAgainst } from './validate-immunization.ts';
import { isCountedInDoses, isMedicineOfVaccine } from './vaccine-medicines.ts';

export interface ImmunizationFacts extends ValidatedAgainst {
  /** The lot named, where it is there, with its medicine and what is left of it. */ lot?: { lot: Lot; medicine: Medicine | undefined; balance: number } | undefined;
}
export interface ImmunizationPlan { immunization: Immunization; movement?: StockMovement }

/**
 * Writes down a dose given here or elsewhere, or one that was not given. A dose from a lot of the store room takes one from it where its medicine is counted in doses.
 * Refusals: those of `validateImmunization`; of a lot `LotNotFound`, `LotExpired {lotId, expiresOn}`, `LotOnHold {lotId}`, `LotRecalled {lotId}`, `LotVvmSpent {lotId}`, `ReductionBelowZero {lotId, available, wanted}`.
 * Warnings: those of `askAboutImmunization`.
 */
export function planImmunization(input: RecordImmunizationInput, facts: ImmunizationFacts, context: WorkContext): Outcome<ImmunizationPlan> {
  const { patient, records, lot: from } = facts;
  const [first, ...rest] = [...validateImmunization(input, { patient, records }, context.today), ...checkLot(input, from)];
  if (first) return refused(first, ...rest);
  const lot = from && { fits: from.medicine !== undefined && isMedicineOfVaccine(from.medicine, input.vaccine), countedInDoses: from.medicine !== undefined && isCountedInDoses(from.medicine) };
  return accepted(build(input, lot?.countedInDoses === true, from?.lot, context), askAboutImmunization(input, { bornOn: patient!.bornOn, records, ...(lot ? { lot } : {}) }));
}

function checkLot({ lotId, occurredOn }: RecordImmunizationInput, from: ImmunizationFacts['lot']): Refusal[] {
  if (lotId === undefined) return [];
  if (!from) return [{ code: 'LotNotFound', lotId, field: 'lotId' }];
  const { lot, medicine, balance } = from;
  if (lot.status === 'onHold') return [{ code: 'LotOnHold', lotId, field: 'lotId' }];
  if (lot.status === 'recalled') return [{ code: 'LotRecalled', lotId, field: 'lotId' }];
  if (isVvmSpent(lot)) return [{ code: 'LotVvmSpent', lotId, field: 'lotId' }];
  if (isExpired(lot, occurredOn)) return [{ code: 'LotExpired', lotId, expiresOn: lot.expiresOn, field: 'lotId' }];
  return medicine && isCountedInDoses(medicine) && balance < 1 ? [{ code: 'ReductionBelowZero', lotId, available: Math.max(0, balance), wanted: 1, field: 'lotId' }] : [];
}

function build(input: RecordImmunizationInput, takesOne: boolean, lot: Lot | undefined, context: WorkContext): ImmunizationPlan {
  const { id, expiresOn, status = 'completed', ...fields } = input;
  const movement = lot && takesOne ? buildMovement({ kind: 'dispense', lotId: lot._id, medicineId: lot.medicineId, quantityBaseUnits: -1, occurredOn: input.occurredOn }, context) : undefined;
  const content = {
    ...fields, status, author: personOf(context), reactions: [],
    ...(lot ? { lotNumber: lot.lotNumber, expiresOn: lot.expiresOn } : { expiresOn: expiresOn === undefined ? undefined : expiryDay(expiresOn) }),
    ...(movement ? { movementId: movement._id } : {}),
    ...(fields.vaccinator === undefined && status === 'completed' && fields.place === 'here' ? { vaccinator: context.displayName } : {}),
  };
  const immunization = buildDocument('immunizations', content, context, { id, knownFields: Object.keys(immunizationSchema.shape) });
  return { immunization, ...(movement ? { movement } : {}) };
}
