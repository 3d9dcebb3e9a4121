import { randomInt } from 'node:crypto';
import { armor, Encrypter } from 'age-encryption';
import { addDevice } from './credentials.ts';
import { escrowRecipient } from './escrow.ts';
import { HubProblem } from './hub-problem.ts';
import { instantOf } from './work-place.ts';
import type { WorkPlace } from './work-place.ts';

export interface NewEnrolment {
  unit: string; unitName: string; device: string;
  /** Address stations reach this hub at. */ address: string;
  /** PEM, where the hub's certificate is signed by nobody a PC knows. */ certificate?: string;
}
/** `file` is the text to hand over, `pin` what opens it: by another way, shown once. */
export interface Enrolment { unit: string; user: string; file: string; pin: string }

/** 2^16 of scrypt: 64 MiB for a guess, which an old PC of a station can still spare. */
const PIN_WORK_FACTOR = 16;

/** Eight digits, in two groups to be read out on the telephone. */
const mintPin = (): string => `${String(randomInt(10_000)).padStart(4, '0')}-${String(randomInt(10_000)).padStart(4, '0')}`;

/** All one station PC needs to be set up in its window: unit, address, credential, public key for the escrow; encrypted with a PIN. */
export async function makeEnrolment(place: WorkPlace, { unit, unitName, device, address, certificate }: NewEnrolment): Promise<Enrolment> {
  const name = unitName.normalize('NFC').trim();
  if (name === '' || name.length > 200) throw new HubProblem('BadInput', 'the name of the station has 1 to 200 characters');
  if (!/^https?:\/\/[^/\s]/.test(address)) throw new HubProblem('BadInput', `${address} is not an address of a hub (http://… or https://…)`);
  const { user, password } = await addDevice(place, { unit, device });
  const pin = mintPin();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(pin.replace('-', ''));
  encrypter.setScryptWorkFactor(PIN_WORK_FACTOR);
  const content = {
    format: 'tramxa-enrolment', formatVersion: 1, madeAt: instantOf(place.now()), unit, unitName: name,
    hub: { url: address.replace(/\/+$/, ''), user, password, ...(certificate === undefined ? {} : { certificate }) },
    hubUnit: place.config.unit, hubName: place.config.name ?? place.config.unit, escrow: await escrowRecipient(place.book),
  };
  return { unit, user, pin, file: armor.encode(await encrypter.encrypt(JSON.stringify(content))) };
}
