import { z } from 'zod';
import { documentBase } from '../common/document.ts';
import { idOf, oneOf } from '../common/fields.ts';

/** What became of the vaccines of an alarm; `empty`: nothing was in the place. */
export const coldOutcomes = ['kept', 'shakePassed', 'shakeFailed', 'quarantined', 'empty'] as const;
export type ColdOutcome = (typeof coldOutcomes)[number];
/** With these some lot is put on hold. */
export const holdingOutcomes: ReadonlySet<ColdOutcome> = new Set(['shakeFailed', 'quarantined']);

const content = {
  equipmentId: idOf('equipment'), /** Every reading of the alarm that was decided about. */ readingIds: z.array(idOf('temperatureReadings')).min(1).max(1000),
  outcome: oneOf(coldOutcomes), /** Put on hold with the decision. */ lotIds: z.array(idOf('lots')).max(200).optional(), toldDistrict: z.literal(true).optional(),
};
export const decideColdAlarmInput = z.strictObject({ id: idOf('coldDecisions').optional(), ...content });
export type DecideColdAlarmInput = z.infer<typeof decideColdAlarmInput>;

/** What was decided after an alarm, by the account that wrote it and when; never edited, a later one counts. */
export const coldDecision = documentBase.extend(content).loose();
export type ColdDecision = z.infer<typeof coldDecision>;
