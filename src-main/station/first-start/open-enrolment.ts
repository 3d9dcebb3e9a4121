import { Decrypter, armor } from 'age-encryption';
import { z } from 'zod';
import { unitKey } from '../../../src-shared/domain/common/document.ts';
import { StationProblem } from '../station-problem.ts';
import { hubSettings } from '../sync/hub-settings.ts';

/** Written by `hub enrol` (src-hub/provisioning/make-enrolment.ts), encrypted with the PIN by age (decision 73). */
const enrolmentFile = z.object({
  format: z.literal('tramxa-enrolment'), formatVersion: z.literal(1), madeAt: z.string(),
  unit: unitKey, unitName: z.string().min(1).max(200), hub: hubSettings, hubUnit: z.string(), hubName: z.string(),
  escrow: z.string().startsWith('age1').optional(),
});
export type Enrolment = z.infer<typeof enrolmentFile>;

/** PINs are typed from a letter or read out on the telephone: spaces and dashes do not count. */
const normalizePin = (pin: string): string => pin.replaceAll(/[\s-]/g, '');

/** @throws StationProblem `NotAnEnrolment`, `WrongPin`, `EnrolmentNewer`. */
export async function openEnrolment(file: string, pin: string): Promise<Enrolment> {
  const notOne = () => new StationProblem('NotAnEnrolment', 'this is not an enrolment file of a hub');
  let sealed: Uint8Array;
  try { sealed = armor.decode(file); } catch { throw notOne(); }
  const decrypter = new Decrypter();
  decrypter.addPassphrase(normalizePin(pin));
  let text: string;
  try { text = await decrypter.decrypt(sealed, 'text'); } catch { throw new StationProblem('WrongPin', 'the PIN does not open this file'); }
  const content = JSON.parse(text) as { format?: unknown; formatVersion?: unknown };
  if (content.format === 'tramxa-enrolment' && Number(content.formatVersion) > 1) throw new StationProblem('EnrolmentNewer', 'this file was made by a newer version of tramxa');
  const parsed = enrolmentFile.safeParse(content);
  if (!parsed.success) throw notOne();
  return parsed.data;
}
