import { z } from 'zod';
import { roles } from '../common/context.ts';
import { documentBase, instant } from '../common/document.ts';
import { dateOn, idOf, oneOf, partialDate } from '../common/fields.ts';
import { documentNumber, goodsText, lotNumber } from '../supply/supply.schema.ts';

/** Where the money or the thing came from (equipment.json names the field; the words are FROM KNOWLEDGE). */
export const equipmentSources = ['stateBudget', 'ownRevenue', 'programme', 'aid', 'donation', 'upperLevel', 'other'] as const;
/** States a piece may be in (equipment.json `status`, FROM KNOWLEDGE); the last two have left the station. */
export const equipmentStates = ['working', 'awaitingRepair', 'awaitingDisposal', 'writtenOff', 'sentAway'] as const;
export type EquipmentState = (typeof equipmentStates)[number];
export const statesHere = ['working', 'awaitingRepair', 'awaitingDisposal'] as const;
/** What a station says a line keeps vaccines as; unsaid the name tells (`coldPlaceKind`). */
export const coldPlaceAnswers = ['fridge', 'freezer', 'coldBox', 'none'] as const;
/** Why a line is struck out. */
export const equipmentVoidReasons = ['enteredInError', 'enteredTwice'] as const;

/** What a line says of the things themselves; corrected by a new version, which is noted as an event. */
const described = {
  name: goodsText(200), /** As the station or the list above numbers it; several alike share one. */ code: z.string().normalize('NFC').trim().regex(/^[\p{L}\d_/.\-]{1,40}$/u).optional(),
  /** Word things are counted in: cái, bộ, máy … */
  countUnit: goodsText(30), /** Pieces alike; 1 where there is a serial number. */ quantity: z.number().int().min(1).max(10_000),
  /** As stamped on the machine; written by the rule of lot numbers. */ serial: lotNumber.optional(), model: goodsText(100).optional(), maker: goodsText(100).optional(), country: goodsText(60).optional(),
  yearMade: z.number().int().min(1950).max(2100).optional(), /** As well as it is known. */ receivedOn: partialDate.optional(),
  source: oneOf(equipmentSources).optional(), /** Of one piece when it was new, in đồng. */ priceVnd: z.number().int().min(0).max(1_000_000_000_000).optional(),
  coldPlace: oneOf(coldPlaceAnswers).optional(),
} as const;
/** How a line began; what came later is an event. */
const first = {
  location: goodsText(100).optional(), /** A role, never a person: nobody's name stands in `resources-*`. */ inCharge: oneOf(roles).optional(),
  calibratedOn: dateOn.optional(), calibrationDueOn: dateOn.optional(),
} as const;

export const addEquipmentInput = z.strictObject({ id: idOf('equipment').optional(), ...described, ...first });
export type AddEquipmentInput = z.infer<typeof addEquipmentInput>;
/** All that the line is to say; what is left out is taken away. Place, person in charge and calibration go by events. */
export const correctEquipmentInput = z.strictObject({ id: idOf('equipment'), ...described });
export type CorrectEquipmentInput = z.infer<typeof correctEquipmentInput>;
export const voidEquipmentInput = z.strictObject({ id: idOf('equipment'), voidReason: oneOf(equipmentVoidReasons) });
export type VoidEquipmentInput = z.infer<typeof voidEquipmentInput>;
export const restoreEquipmentInput = z.strictObject({ id: idOf('equipment') });
export type RestoreEquipmentInput = z.infer<typeof restoreEquipmentInput>;

const done = { id: idOf('equipmentEvents').optional(), equipmentId: idOf('equipment'), occurredOn: dateOn, documentNumber: documentNumber.optional() };
const pieces = { quantity: z.number().int().min(1).max(10_000), /** Of which state the pieces were. */ from: oneOf(statesHere) };
/** Pieces of a line are in another state. */
export const reportEquipmentInput = z.strictObject({ ...done, ...pieces, kind: oneOf(['broken', 'repaired', 'condemned', 'writtenOff', 'sentAway']), /** To where they were sent away. */ location: goodsText(100).optional() })
  .refine(({ kind, location }) => kind === 'sentAway' || location === undefined, { path: ['location'], error: 'UnknownField' });
export type ReportEquipmentInput = z.infer<typeof reportEquipmentInput>;
/** A line has another place, or somebody else is in charge. */
export const moveEquipmentInput = z.strictObject({ ...done, location: goodsText(100), inCharge: oneOf(roles).optional() });
export type MoveEquipmentInput = z.infer<typeof moveEquipmentInput>;
export const serviceEquipmentInput = z.strictObject({ ...done, kind: oneOf(['maintained', 'calibrated']), /** When the next calibration is due. */ dueOn: dateOn.optional() })
  .refine(({ kind, dueOn }) => kind === 'calibrated' || dueOn === undefined, { path: ['dueOn'], error: 'UnknownField' });
export type ServiceEquipmentInput = z.infer<typeof serviceEquipmentInput>;
/** One thing that happened. */
export type HappenedInput = ReportEquipmentInput | ServiceEquipmentInput | (MoveEquipmentInput & { kind: 'moved' });
export const undoEquipmentEventInput = z.strictObject({ eventId: idOf('equipmentEvents') });
export type UndoEquipmentEventInput = z.infer<typeof undoEquipmentEventInput>;

export const equipmentEventKinds = ['broken', 'repaired', 'condemned', 'writtenOff', 'sentAway', 'moved', 'maintained', 'calibrated', 'corrected', 'reversal'] as const;

/** The account that struck it out, as in `updatedBy`: a name would be a person's. */
const voiding = z.strictObject({ at: instant, by: z.string().max(100), reason: oneOf(equipmentVoidReasons) });
/** One line of the register: a machine, or several things alike. What happened to it stands in `equipmentEvents`. */
export const equipment = documentBase.extend({
  ...described, ...first, voided: voiding.optional(),
  voidings: z.array(voiding.extend({ restored: z.strictObject({ at: instant, by: z.string().max(100) }) })).max(100).optional(),
}).loose();
export type Equipment = z.infer<typeof equipment>;

/** One dated line of what happened; never edited, undone by a `reversal`. Names no person and carries no free text about one. */
export const equipmentEvent = documentBase.extend({
  equipmentId: idOf('equipment'), kind: z.enum(equipmentEventKinds), occurredOn: dateOn, documentNumber: documentNumber.optional(),
  quantity: pieces.quantity.optional(), from: pieces.from.optional(), location: first.location, inCharge: first.inCharge, dueOn: dateOn.optional(),
  reversalOf: idOf('equipmentEvents').optional(),
  /** Of a correction: the fields it changed as they were, `null` for one that was not there. */
  before: z.strictObject(Object.fromEntries(Object.entries(described).map(([field, schema]) => [field, z.optional(z.nullable(schema))])) as { [F in keyof typeof described]: z.ZodOptional<z.ZodNullable<(typeof described)[F]>> }).optional(),
}).loose();
export type EquipmentEvent = z.infer<typeof equipmentEvent>;
export const describedFields = Object.keys(described) as (keyof typeof described)[];
