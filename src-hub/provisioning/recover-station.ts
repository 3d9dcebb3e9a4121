import { randomBytes } from 'node:crypto';
import { armor, Encrypter } from 'age-encryption';
import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import { isInArea } from '../organisation/whose-unit.ts';
import type { AccountRow } from './accounts.ts';
import { noteAccess } from './access-log.ts';
import { openEscrow } from './escrow.ts';
import type { EscrowBlob } from './escrow.ts';
import { HubProblem } from './hub-problem.ts';
import { fitsHash } from './password-hash.ts';
import { fitsSecondFactor, hasSecondFactor } from './second-factor.ts';
import { instantOf } from './work-place.ts';
import type { WorkPlace } from './work-place.ts';

export interface RecoveryRequest { blob: EscrowBlob; account: string; /** With the six digits of the authenticator after it, where the account has one. */ password: string; reason: string }
/** `file` is for the station PC, `code` opens it there and goes by another way; both are good for this one station. */
export interface Recovery { unit: string; device: string; file: string; code: string }

/** No I, L, O or U: the code is read out and typed. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const mintCode = (): string => [...randomBytes(20)].map((byte) => LETTERS[byte & 31]).join('').replace(/(.{4})(?=.)/g, '$1-');

/** The code has 100 random bits and needs no stretching. */
const CODE_WORK_FACTOR = 12;

/** What a wrong password is answered after, so that guesses stay slow. */
const WRONG_WAIT_MS = 2000;

/**
 * Gives a station, whose passwords and recovery code are all lost, a way back to its data. Only an administrator of that unit may, with a
 * reason; it is written into the access log before anything is opened. The key itself never leaves in the clear.
 */
export async function recoverStation(place: WorkPlace, { blob, account, password, reason }: RecoveryRequest): Promise<Recovery> {
  const { book } = place;
  const why = reason.normalize('NFC').trim().slice(0, 500);
  if (why === '') throw new HubProblem('BadInput', 'say why: the reason stands in the access log');
  await proveAdministrator(place, account, password, blob.unit);
  noteAccess(book, { at: instantOf(place.now()), account, action: 'recoverStation', unit: blob.unit, recordId: `device:${blob.device}`, patientId: '', purpose: '', note: why });
  const key = await openEscrow(book, blob);
  const code = mintCode();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(code.replaceAll('-', ''));
  encrypter.setScryptWorkFactor(CODE_WORK_FACTOR);
  const content = JSON.stringify({ format: 'tramxa-recovery', formatVersion: 1, unit: blob.unit, device: blob.device, key: key.toString('base64') });
  key.fill(0);
  return { unit: blob.unit, device: blob.device, code, file: armor.encode(await encrypter.encrypt(content)) };
}

async function proveAdministrator({ book, config, now }: WorkPlace, account: string, password: string, unit: string): Promise<void> {
  const row = book.sql.get<AccountRow>(`SELECT account, unit, hash FROM accounts WHERE account = ? AND role = 'administrator' AND disabledAt IS NULL`, account);
  const withDigits = row !== undefined && hasSecondFactor(book, account);
  const fits = row !== undefined && await fitsHash(row.hash, withDigits ? password.slice(0, -6) : password) && (!withDigits || fitsSecondFactor(book, account, password.slice(-6), now()));
  if (!fits) {
    await new Promise((resolve) => { setTimeout(resolve, WRONG_WAIT_MS); });
    throw new HubProblem('NotAllowed', 'no administrator of this hub has this name and password (with the six digits of the authenticator after it)');
  }
  if (row.unit !== config.unit && !isInArea(book, config.unit, unit, row.unit, todayInUnitZone(now()))) throw new HubProblem('NotAllowed', `${account} does not administer unit ${unit}`);
}
