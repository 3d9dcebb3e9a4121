import { z } from 'zod';
import { documentBase, instant, unitKey } from '../common/document.ts';
import { idOf, oneOf, text } from '../common/fields.ts';

export const handoverReasons = ['movedHome', 'nearer', 'referred', 'asked'] as const;
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const transferId = z.string().regex(new RegExp(`^transfer:${uuid}$`), { message: 'NotAnId' });

export const handOverPersonInput = z.strictObject({ id: idOf('handovers').optional(), patientId: idOf('patients'), toUnit: unitKey, reason: oneOf(handoverReasons), note: text(500).optional() });
export type HandOverPersonInput = z.infer<typeof handOverPersonInput>;
export const takeBackPersonInput = z.strictObject({ id: idOf('handovers') });
/** `patientId`: the person stands in this book already; without it they are written into it anew. */
export const acceptHandoverInput = z.strictObject({ transferId, patientId: idOf('patients').optional() });
export type AcceptHandoverInput = z.infer<typeof acceptHandoverInput>;
export const declineHandoverInput = z.strictObject({ transferId, note: text(500) });

const person = z.object({ account: z.string(), displayName: z.string(), role: z.string() });

/** At the station a person leaves: to whom, when and why. Taken back, it stays as the trace. */
export const handover = documentBase.extend({
  patientId: z.string(), /** All records of the person, those marked as second ones too. */ patientIds: z.array(z.string()), toUnit: unitKey, reason: z.string(), note: z.string().optional(), sentAt: instant, sentBy: person,
  status: z.enum(['sent', 'takenBack']), takenBackAt: instant.optional(), takenBackBy: person.optional(),
}).loose();
export type Handover = z.infer<typeof handover>;

/** At the station a person comes to: what was said to it. `_id` follows from the handover's, so that two PCs answer once. */
export const handoverAnswer = documentBase.extend({
  transferId: z.string(), fromUnit: unitKey, decision: z.enum(['accepted', 'declined']), patientId: z.string().optional(), note: z.string().optional(), answeredAt: instant, answeredBy: person,
}).loose();
export type HandoverAnswer = z.infer<typeof handoverAnswer>;

/** One record of the history that came along, as its own station wrote it; `unit` is that station. */
export const carriedRecord = z.object({ id: z.string(), rev: z.string(), unit: z.string(), kind: z.enum(['encounter', 'dispense', 'immunization', 'episode', 'followUp', 'pregnancy', 'antenatalVisit', 'birth', 'postnatalVisit', 'caseReport']), body: z.record(z.string(), z.unknown()) });
export type CarriedRecord = z.infer<typeof carriedRecord>;

/**
 * What the hub both stations enter through writes; `_id` is `transfer:<uuid of the handover>`. `arriving` lies in the database of the station the person
 * comes to, with the history; `answered` in that of the station the person left. No other unit's database has it.
 */
export const transfer = documentBase.extend({
  _id: z.string().startsWith('transfer:'), kind: z.enum(['arriving', 'answered']), handoverId: z.string(), fromUnit: unitKey, toUnit: unitKey,
  fromName: z.string().optional(), reason: z.string().optional(), note: z.string().optional(), sentAt: instant.optional(), sentBy: person.optional(), withdrawnAt: instant.optional(),
  person: z.record(z.string(), z.unknown()).optional(), records: z.array(carriedRecord).optional(),
  decision: z.enum(['accepted', 'declined']).optional(), answeredAt: instant.optional(), answeredBy: person.optional(),
}).loose();
export type Transfer = z.infer<typeof transfer>;

export const transferIdOf = (handoverId: string): string => `transfer:${handoverId.slice(handoverId.indexOf(':') + 1)}`;
export const answerIdOf = (transfer: string): string => `answers:${transfer.slice(transfer.indexOf(':') + 1)}`;
