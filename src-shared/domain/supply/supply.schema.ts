import { z } from 'zod';
import { documentBase, instant } from '../common/document.ts';
import { text, dateOn, idOf, oneOf } from '../common/fields.ts';

/** What the vaccine vial monitor shows: the inner square against the ring, 1 to 4. */
const vvmStage = z.number().int().min(1).max(4);
/** Whole base units (tablet, sachet, ampoule …), never packs. */
const quantity = z.number().int().min(1).max(10_000_000);
/** A citizen number, or a mobile number, with no further digit beside it. */
const citizenNumber = /(?<!\d)0\d{11}(?!\d)/;
const mobileNumber = /(?<!\d)0[35789]\d{8}(?!\d)/;
/** How an id of `health-*` reads, wherever it stands; the hub's door lets none into `resources-*`. */
export const healthId = /(^|[^a-z])(patients|encounters|dispenses|auditEvents|review):/i;
/** Words for goods; no number that could be a person's enters `resources-*` with them, nor what reads as the id of a record of one. */
export const goodsText = (max: number) => text(max).refine((s) => !citizenNumber.test(s) && !mobileNumber.test(s) && !healthId.test(s), { error: 'LooksPersonal' });
/** Number of a paper voucher: short, letters, digits and `/ . -`; no free text enters `resources-*`, nor a number that could be a person's CCCD or phone. */
export const documentNumber = z.string().normalize('NFC').trim().regex(/^[\p{L}\d/.\-]{1,30}$/u)
  .refine((s) => !citizenNumber.test(s) && s.replace(mobileNumber, '') !== '', { error: 'LooksPersonal' });
/** As printed on the box, with a digit at least: words alone could be somebody's name. Ten digits alone may be a lot; beside words they are somebody's telephone. */
export const lotNumber = z.string().normalize('NFC').trim().regex(/^[\p{L}\d/.\- ]{1,40}$/u)
  .refine((s) => /\d/.test(s) && !citizenNumber.test(s) && !(mobileNumber.test(s) && /\p{L}{2}/u.test(s)), { error: 'LooksPersonal' });

const movementKinds = ['opening', 'receive', 'dispense', 'adjust', 'reversal'] as const;
/** Where stock came from (stock_rules.json movement_types, FROM KNOWLEDGE: GSP TT 36/2018). */
export const stockSources = ['upperLevel', 'purchase', 'aid', 'programme', 'opening'] as const;
export const adjustReasons = ['usedInProcedure', 'sentToPoint', 'returnedFromPoint', 'countSurplus', 'countShortage', 'wastage', 'expiredDestroyed', 'damagedDestroyed', 'returned'] as const;
/** Why a dispense is undone. */
export const undoReasons = ['wrongPatient', 'wrongMedicine', 'enteredInError', 'broughtBack'] as const;
export const lotStatuses = ['usable', 'onHold', 'recalled'] as const;

export const medicineFields = (words: typeof text) => ({
  /** Local code, unique in the station. */
  code: z.string().trim().regex(/^[A-Za-z0-9.\-]{1,40}$/),
  inn: words(200), strength: words(100).optional(), form: words(100).optional(),
  /** Base unit as printed: viên, gói, ống … */
  baseUnit: words(30), atc: z.string().regex(/^[A-Z]\d{2}[A-Z]{0,2}\d{0,2}$/).optional(), group: words(100).optional(),
});
export const addMedicineInput = z.strictObject({ id: idOf('medicines').optional(), ...medicineFields(goodsText) });
export type AddMedicineInput = z.infer<typeof addMedicineInput>;
export const medicine = documentBase.extend(z.object(medicineFields(text)).shape).loose();
export type Medicine = z.infer<typeof medicine>;

/** Expiry day, or `YYYY-MM` as printed on the box = last day of that month. */
export const expiry = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/);

const lotLine = {
  lotId: idOf('lots').optional(), medicineId: idOf('medicines'), lotNumber, expiresOn: expiry,
  quantityBaseUnits: quantity, id: idOf('stockMovements').optional(), /** Of a vaccine, as it came in. */ vvmStage: vvmStage.optional(),
};
export const recordOpeningStockInput = z.strictObject({ ...lotLine, occurredOn: dateOn });
export type RecordOpeningStockInput = z.infer<typeof recordOpeningStockInput>;
export const receiveStockInput = z.strictObject({ ...lotLine, occurredOn: dateOn, source: oneOf(stockSources), documentNumber: documentNumber.optional() });
export type ReceiveStockInput = z.infer<typeof receiveStockInput>;

/** First expiry first out unless a lot is named. */
export const dispenseMedicineInput = z.strictObject({
  id: idOf('dispenses').optional(), patientId: idOf('patients'), encounterId: idOf('encounters').optional(), occurredOn: dateOn,
  items: z.array(z.strictObject({ medicineId: idOf('medicines'), lotId: idOf('lots').optional(), quantityBaseUnits: quantity, dosage: text(300).optional() })).min(1).max(30),
});
export type DispenseMedicineInput = z.infer<typeof dispenseMedicineInput>;

/** Signed change of one lot; `reasonCode` must fit the sign. */
export const adjustStockInput = z.strictObject({
  id: idOf('stockMovements').optional(), lotId: idOf('lots'), changeBaseUnits: z.number().int().min(-10_000_000).max(10_000_000).refine((n) => n !== 0),
  reasonCode: oneOf(adjustReasons), occurredOn: dateOn, documentNumber: documentNumber.optional(),
});
export type AdjustStockInput = z.infer<typeof adjustStockInput>;

/** Reasons by which goods are thrown away; of vaccines `wastage` is what was left over in opened vials, `damagedDestroyed` what broke, froze or was too warm. */
export const discardReasons = ['wastage', 'damagedDestroyed', 'expiredDestroyed'] as const satisfies readonly (typeof adjustReasons)[number][];
/** What is thrown away at one time of several lots. */
export const discardStockInput = z.strictObject({
  occurredOn: dateOn, lines: z.array(z.strictObject({ lotId: idOf('lots'), quantityBaseUnits: quantity, reasonCode: oneOf(discardReasons) })).min(1).max(200),
});
export type DiscardStockInput = z.infer<typeof discardStockInput>;

/** Undo of one movement, or of a whole dispense record. */
/** `id` is taken and not used: the reversal's id follows from the movement's, so that two devices mean the same one. */
export const reverseStockInput = z.strictObject({ id: idOf('stockMovements').optional(), movementId: idOf('stockMovements').optional(), dispenseId: idOf('dispenses').optional(), /** Of a dispense; kept in its record. */ reason: oneOf(undoReasons).optional() });
export type ReverseStockInput = z.infer<typeof reverseStockInput>;
export const setLotStatusInput = z.strictObject({ lotId: idOf('lots'), status: oneOf(lotStatuses) });
export type SetLotStatusInput = z.infer<typeof setLotStatusInput>;
export const checkVvmInput = z.strictObject({ lotId: idOf('lots'), vvmStage, checkedOn: dateOn });
export type CheckVvmInput = z.infer<typeof checkVvmInput>;

export const lot = documentBase.extend({
  medicineId: z.string(), lotNumber: z.string(), /** Last usable day. */ expiresOn: dateOn, status: oneOf(lotStatuses),
  /** Every stage seen of a vaccine, never taken away; by an account. */ vvmChecks: z.array(z.strictObject({ stage: vvmStage, on: dateOn, at: instant, by: z.string().max(100) })).max(1000).optional(),
}).loose();
export type Lot = z.infer<typeof lot>;

/** One line of the ledger; never edited, undone by a `reversal`. Carries no patient, encounter or free text (decision 10). */
export const stockMovement = documentBase.extend({
  kind: z.enum(movementKinds), lotId: z.string(), medicineId: z.string(),
  /** Signed: in is positive, out is negative. */
  quantityBaseUnits: z.number().int(), occurredOn: dateOn,
  source: oneOf(stockSources).optional(), documentNumber: z.string().optional(), reasonCode: oneOf(adjustReasons).optional(), reversalOf: z.string().optional(),
}).loose();
export type StockMovement = z.infer<typeof stockMovement>;

/** Who got what, in `health-*`; points to the movements in `resources-*`. */
export const dispense = documentBase.extend({
  patientId: z.string(), encounterId: z.string().optional(), dispensedOn: dateOn, status: z.enum(['dispensed', 'reversed']),
  items: z.array(z.object({ medicineId: z.string(), medicineName: z.string(), lotId: z.string(), quantityBaseUnits: z.number().int(), dosage: z.string().optional(), movementId: z.string() })),
  dispensedBy: z.object({ account: z.string(), displayName: z.string(), role: z.string() }),
  reversed: z.object({ at: instant, by: z.object({ account: z.string(), displayName: z.string(), role: z.string() }), reason: oneOf(undoReasons).optional() }).optional(),
}).loose();
export type Dispense = z.infer<typeof dispense>;
