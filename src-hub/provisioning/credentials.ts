import { databaseName } from '../../src-shared/domain/collections.ts';
import { unitKey } from '../../src-shared/domain/common/document.ts';
import { isPracticeUnit } from '../../src-shared/domain/practice/practice-unit.ts';
import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import { whoseUnit } from '../organisation/whose-unit.ts';
import { HubProblem } from './hub-problem.ts';
import { hashPassword, mintPassword } from './password-hash.ts';
import { rememberLink } from '../bundles/stick-book.ts';
import { claimUnit } from './unit-owners.ts';
import { instantOf } from './work-place.ts';
import type { WorkPlace } from './work-place.ts';

export interface NewCredential { user: string; password: string }
export type CredentialKind = 'device' | 'child';
export interface CredentialRow { user: string; kind: CredentialKind; unit: string; device: string; hash: string; revokedAt: string | null; lastContactAt: string | null }

const deviceUser = (unit: string, device: string): string => `${unit}.${device}`;
export const childUser = (unit: string): `child.${string}` => `child.${unit}`;

function checkUnit(unit: string): void {
  if (!unitKey.safeParse(unit).success) throw new HubProblem('BadUnit', `${JSON.stringify(unit)} is not a unit's key (small letters and digits)`);
}

async function issue({ book, now, changed }: WorkPlace, row: { user: string; kind: CredentialKind; unit: string; device: string }): Promise<NewCredential> {
  const found = book.sql.get<{ revokedAt: string | null }>('SELECT revokedAt FROM credentials WHERE user = ?', row.user);
  if (found && found.revokedAt === null) throw new HubProblem('CredentialExists', `${row.user} has a credential already; revoke it first`);
  const password = mintPassword();
  const hash = await hashPassword(password);
  book.sql.run(
    `INSERT INTO credentials (user, kind, unit, device, hash, createdAt) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (user) DO UPDATE SET hash = excluded.hash, createdAt = excluded.createdAt, revokedAt = NULL`,
    row.user, row.kind, row.unit, row.device, hash, instantOf(now()),
  );
  if (row.kind === 'device') rememberLink(book, row.user, password);
  changed('credentials');
  return { user: row.user, password };
}

/** Credential of one PC of a station; the station's two databases are made at once. */
export async function addDevice(place: WorkPlace, { unit, device }: { unit: string; device: string }): Promise<NewCredential> {
  checkUnit(unit);
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(device)) throw new HubProblem('BadDevice', `${JSON.stringify(device)} is not a device's name (small letters, digits, -)`);
  if (isPracticeUnit(unit)) throw new HubProblem('BadUnit', `${unit} is the unit of practice stations: their people are invented`);
  if (unit === 'child') throw new HubProblem('BadUnit', 'no unit may be called child');
  const { children = [] } = whoseUnit(place.book, place.config.unit, unit, todayInUnitZone(place.now()));
  if (children.length) throw new HubProblem('OwnedByChild', `unit ${unit} sends its records through ${children.map(childUser).join(', ')}; enrol its devices there`);
  const credential = await issue(place, { user: deviceUser(unit, device), kind: 'device', unit, device });
  claimUnit(place.book, unit, '');
  await place.engine.create(databaseName('health', unit));
  await place.engine.create(databaseName('resources', unit));
  return credential;
}

/** Credential a child hub needs to send its subtree's records here. */
export async function addChild(place: WorkPlace, { unit }: { unit: string }): Promise<NewCredential> {
  checkUnit(unit);
  if (unit === place.config.unit) throw new HubProblem('BadUnit', `${unit} is this hub itself`);
  return issue(place, { user: childUser(unit), kind: 'child', unit, device: '' });
}

async function revoke({ book, now, changed }: WorkPlace, user: string): Promise<{ user: string; revokedAt: string }> {
  const revokedAt = instantOf(now());
  const { changes } = book.sql.run('UPDATE credentials SET revokedAt = ? WHERE user = ? AND revokedAt IS NULL', revokedAt, user);
  if (changes === 0) throw new HubProblem('NoSuchCredential', `${user} has no credential here`);
  changed('credentials');
  return { user, revokedAt };
}

/** From now on the credential opens nothing. What it wrote stays. */
export const revokeDevice = (place: WorkPlace, { unit, device }: { unit: string; device: string }): Promise<{ user: string; revokedAt: string }> => revoke(place, deviceUser(unit, device));

/** Of either kind, by its name. */
export const revokeCredential = (place: WorkPlace, { user }: { user: string }): Promise<{ user: string; revokedAt: string }> => revoke(place, user);

/** The child hub sends and reads nothing any more, until it gets a new credential; what it brought stays. */
export const revokeChild = (place: WorkPlace, { unit }: { unit: string }): Promise<{ user: string; revokedAt: string }> => revoke(place, childUser(unit));
