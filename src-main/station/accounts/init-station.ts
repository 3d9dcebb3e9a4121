import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { unitKey } from '../../../src-shared/domain/common/document.ts';
import { text } from '../../../src-shared/domain/common/fields.ts';
import { isPracticeUnit } from '../../../src-shared/domain/practice/practice-unit.ts';
import { openStationDatabase } from '../db/station-database.ts';
import { StationProblem } from '../station-problem.ts';
import { createKeyringAccount, type NewAccount } from './create-keyring-account.ts';
import { createKeyHolder, sealKey } from './key-holder.ts';
import { aboutEscrow, aboutRecovery, firstDatabase, keyringPath, readKeyring, writeKeyring, type Keyring, type StationCipher } from './keyring.ts';
import { chooseCipher } from './choose-cipher.ts';
import { createRecoveryCode, normalizeRecoveryCode } from './recovery-code.ts';
import { hubSettingsKey, type HubSettings } from '../sync/hub-settings.ts';

export interface NewStation {
  dir: string; unit: string; unitName: string; firstAccount: NewAccount; practice?: boolean; hub?: HubSettings;
  /** Given where a page made the station and stays with it. */ instance?: string;
  /** The tier above that may recover the data; its public key. */ escrow?: { hub: string; recipient: string };
  /** Until `dropFormerRecovery` says that the code is on paper, the head is told that it may not be. */ asksForCode?: boolean;
  /** Measured on this processor where not given. */ cipher?: StationCipher | undefined;
  now: () => number; random?: (length: number) => Uint8Array;
}

/** Says that an `init` is under way; what it leaves after a power cut may be removed, no key to it exists. */
const markerFile = (dir: string): string => join(dir, 'init-unfinished');

/**
 * Makes a station: encrypted file, first account, recovery code. The keyring is written last: a directory with one is a whole
 * station. Needs no network; a hub is only noted.
 * @throws StationProblem `AlreadyAStation`, `DirectoryNotEmpty`, `InvalidUnit`, `InvalidUnitName`, those of a new account.
 */
export async function initStation(station: NewStation): Promise<{ device: string; recoveryCode: string; keyring: Keyring }> {
  const { dir, now, random = (length) => randomBytes(length) } = station;
  if (!unitKey.safeParse(station.unit).success) throw new StationProblem('InvalidUnit', 'a unit key has 1 to 40 of the characters a-z 0-9');
  const unitName = text(200).safeParse(station.unitName.trim() || station.unit);
  if (!unitName.success) throw new StationProblem('InvalidUnitName', 'the name of a station has at most 200 characters, none of them a control character');
  if (isPracticeUnit(station.unit) && (!station.practice || station.hub)) throw new StationProblem('PracticeNeverSyncs', 'the unit of practice stations is for practice alone, and has no hub');
  refuseOtherContent(dir, station.unit);
  const identity = {
    unit: station.unit, unitName: unitName.data, device: `pc-${shortId(random)}`, instance: station.instance ?? shortId(random),
    practice: station.practice ?? false,
  };
  const key = randomBytes(32);
  const recoveryCode = createRecoveryCode(random);
  const account = await createKeyringAccount(identity, key, station.firstAccount, now);
  const recovery = await createKeyHolder(key, normalizeRecoveryCode(recoveryCode), aboutRecovery(identity));
  const keyring: Keyring = {
    format: 'tramxa-keyring', formatVersion: 2, ...identity, accounts: [account], recovery: recovery.wrapped, recoverySealed: recovery.sealed,
    cipher: station.cipher ?? chooseCipher(), database: firstDatabase, forgotten: [], toAudit: [],
  };
  if (station.asksForCode) keyring.recoveryUnseen = true;
  if (station.escrow) keyring.escrow = { hub: station.escrow.hub, sealed: await sealKey(key, station.escrow.recipient, aboutEscrow(identity, station.escrow.hub)) };

  mkdirSync(dir, { recursive: true, mode: 0o700 });
  writeFileSync(markerFile(dir), '');
  for (const leftOver of readdirSync(dir)) if (leftOver.startsWith('station.db')) rmSync(join(dir, leftOver));
  const db = openStationDatabase({ file: join(dir, firstDatabase), key, cipher: keyring.cipher, identity, now, mustExist: false });
  try {
    db.settings.set('identity', identity);
    if (station.hub) db.settings.set(hubSettingsKey, station.hub);
  } finally {
    await db.close();
  }
  writeKeyring(dir, keyring);
  rmSync(markerFile(dir));
  return { device: identity.device, recoveryCode, keyring };
}

function refuseOtherContent(dir: string, unit: string): void {
  if (!existsSync(dir)) return;
  if (existsSync(keyringPath(dir))) {
    const there = readKeyring(dir);
    throw new StationProblem('AlreadyAStation', there.unit === unit
      ? `${dir} already holds the station of unit ${there.unit}; nothing was changed`
      : `${dir} holds another station, of unit ${there.unit}; choose another directory`, { unit: there.unit });
  }
  if (readdirSync(dir).length > 0 && !existsSync(markerFile(dir))) {
    throw new StationProblem('DirectoryNotEmpty', `${dir} is not empty and not a station; choose an empty or new directory`);
  }
}

/** Eight letters of base32, lower case. */
export const shortId = (random: (length: number) => Uint8Array): string => [...random(8)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte & 31]).join('');
