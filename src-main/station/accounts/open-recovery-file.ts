import { armor, Decrypter } from 'age-encryption';
import { z } from 'zod';
import { StationProblem } from '../station-problem.ts';
import { isVouchedFor } from './key-holder.ts';
import { aboutEscrow, type Keyring } from './keyring.ts';
import { normalizeRecoveryCode } from './recovery-code.ts';

/** Written by `hub recover-station` (src-hub/provisioning/recover-station.ts). */
const recoveryFile = z.object({ format: z.literal('tramxa-recovery'), formatVersion: z.literal(1), unit: z.string(), device: z.string(), key: z.string() });

/** The file's key, that the tier above had kept. @throws StationProblem `NotARecovery`, `WrongRecoveryCode`, `RecoveryOfOtherStation`. */
export async function openRecoveryFile(keyring: Keyring, text: string, code: string): Promise<Buffer> {
  const notOne = () => new StationProblem('NotARecovery', 'this is not a recovery file of a hub');
  let sealed: Uint8Array;
  try { sealed = armor.decode(text); } catch { throw notOne(); }
  const decrypter = new Decrypter();
  decrypter.addPassphrase(normalizeRecoveryCode(code));
  let content: string;
  try { content = await decrypter.decrypt(sealed, 'text'); } catch { throw new StationProblem('WrongRecoveryCode', 'the code does not open this recovery file'); }
  const parsed = recoveryFile.safeParse(JSON.parse(content));
  if (!parsed.success) throw notOne();
  const key = Buffer.from(parsed.data.key, 'base64');
  // The voucher was made with the file's key: a key of before a re-key, or of another station, does not fit.
  if (!keyring.escrow || !isVouchedFor(keyring.escrow.sealed, key, aboutEscrow(keyring, keyring.escrow.hub))) {
    throw new StationProblem('RecoveryOfOtherStation', `this recovery file is for station ${parsed.data.unit}, device ${parsed.data.device}, or was made before its key was changed`);
  }
  return key;
}
