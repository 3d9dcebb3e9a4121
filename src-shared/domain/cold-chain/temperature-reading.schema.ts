import { z } from 'zod';
import { documentBase, instant } from '../common/document.ts';
import { dateOn, idOf, oneOf } from '../common/fields.ts';

export const coldShifts = ['morning', 'afternoon'] as const;
export type ColdShift = (typeof coldShifts)[number];
/** The strip that shows whether it froze; `none`: there is none in the place. */
export const freezeTags = ['ok', 'activated', 'none'] as const;
/** What was done at a reading; one of a list, as `resources-*` holds no free text. */
export const coldActions = ['adjusted', 'movedVaccines', 'calledRepair', 'generator', 'defrosted', 'doorClosed'] as const;
export const readingVoidReasons = ['enteredInError', 'wrongPlace', 'enteredTwice'] as const;
/** Outside of it a thermometer of a station was misread or mistyped. */
export const readableC = { min: -60, max: 60 } as const;

/** Time of the day at the unit. */
export const dayTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const content = {
  equipmentId: idOf('equipment'), takenOn: dateOn, shift: oneOf(coldShifts), takenAt: dayTime.optional(),
  temperatureC: z.number().min(readableC.min).max(readableC.max).refine((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-6, { error: 'WrongFormat' }),
  freezeTag: oneOf(freezeTags).optional(), powerCut: z.literal(true).optional(), action: oneOf(coldActions).optional(),
};

export const recordTemperatureInput = z.strictObject({ id: idOf('temperatureReadings').optional(), ...content });
export type RecordTemperatureInput = z.infer<typeof recordTemperatureInput>;
export const voidTemperatureInput = z.strictObject({ id: idOf('temperatureReadings'), voidReason: oneOf(readingVoidReasons) });
export type VoidTemperatureInput = z.infer<typeof voidTemperatureInput>;

/** One reading of one place; never edited, struck out with a reason. `by`: an account, as nobody's name stands in `resources-*`. */
export const temperatureReading = documentBase.extend({
  ...content, voided: z.strictObject({ at: instant, by: z.string().max(100), reason: oneOf(readingVoidReasons) }).optional(),
}).loose();
export type TemperatureReading = z.infer<typeof temperatureReading>;
