import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { HubBook } from './hub-book.ts';
import { HubProblem } from './hub-problem.ts';

const SETTING = 'escrowIdentity';

/** What a station left of its file's key for this hub (`escrow` of its keyring.json, docs/decisions/0072). */
export interface EscrowBlob { unit: string; device: string; hub: string; recipient: string; box: string; voucher: string }

/** The public key stations seal their file's key to; its private half is made once and stays in the hub's own encrypted file. */
export async function escrowRecipient(book: HubBook): Promise<string> {
  let identity = book.setting(SETTING);
  if (identity === undefined) {
    identity = await generateX25519Identity();
    book.setSetting(SETTING, identity);
  }
  return identityToRecipient(identity);
}

/** The station's key. Throws `HubProblem` `NotForThisHub`, `EscrowDamaged` where unit or device are not those the station wrote. */
export async function openEscrow(book: HubBook, blob: EscrowBlob): Promise<Buffer> {
  const identity = book.setting(SETTING);
  const notOurs = () => new HubProblem('NotForThisHub', 'this station did not leave its key with this hub');
  if (identity === undefined) throw notOurs();
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  let key: Buffer;
  try { key = Buffer.from(await decrypter.decrypt(Buffer.from(blob.box, 'base64'))); } catch { throw notOurs(); }
  const given = Buffer.from(blob.voucher, 'base64');
  const wanted = voucherOf(key, blob);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new HubProblem('EscrowDamaged', 'unit or device were changed since the station left its key');
  return key;
}

/** As the station makes it (src-main/station/accounts/key-holder.ts): only a holder of the key can have named this unit and device. */
function voucherOf(key: Buffer, { recipient, unit, device, hub }: EscrowBlob): Buffer {
  const mac = createHmac('sha256', Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'tramxa keyring voucher', 32)));
  return mac.update(JSON.stringify([recipient, 'escrow', unit, device, hub])).digest();
}
