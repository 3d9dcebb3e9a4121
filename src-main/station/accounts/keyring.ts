import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { roles } from '../../../src-shared/domain/common/context.ts';
import { unitKey } from '../../../src-shared/domain/common/document.ts';
import { StationProblem } from '../station-problem.ts';
import { writeFileDurably } from './write-file-durably.ts';

const wrappedKey = z.object({
  derivation: z.object({
    algorithm: z.literal('argon2id'), memoryKib: z.number().int().min(8).max(4_194_304), passes: z.number().int().min(1).max(100), lanes: z.number().int().min(1).max(16),
  }),
  salt: z.string(), nonce: z.string(), box: z.string(),
});

/** Account names are typed at every sign-in: short, lower case, without marks. */
export const accountName = z.string().trim().toLowerCase().regex(/^[a-z0-9][a-z0-9._-]{0,39}$/);

const keyringAccount = z.object({
  account: accountName, displayName: z.string().min(1), role: z.enum(roles), disabled: z.boolean().optional(), createdAt: z.string(), wrapped: wrappedKey,
});
export type KeyringAccount = z.infer<typeof keyringAccount>;

const keyringFile = z.object({
  format: z.literal('tramxa-keyring'), formatVersion: z.literal(1),
  unit: unitKey, unitName: z.string(), device: z.string(), /** The device the keys are bound to, where a restored copy goes on as another. */ boundTo: z.string().optional(),
  /** Tells two stations on one host apart (cookie name). */ instance: z.string(),
  practice: z.boolean(), accounts: z.array(keyringAccount).min(1), recovery: wrappedKey,
});
/** What lies outside the encrypted file: who this station is, and its key wrapped for each account. No patient data. */
export type Keyring = z.infer<typeof keyringFile>;

type Bound = Pick<Keyring, 'unit' | 'device' | 'boundTo'>;
/** What a wrapped key is bound to. */
export const aboutAccount = (keyring: Bound, account: Pick<KeyringAccount, 'account' | 'role' | 'displayName'>): string[] =>
  ['account', keyring.unit, keyring.boundTo ?? keyring.device, account.account, account.role, account.displayName];
export const aboutRecovery = (keyring: Bound): string[] => ['recovery', keyring.unit, keyring.boundTo ?? keyring.device];

export const keyringPath = (dir: string): string => join(dir, 'keyring.json');

/** @throws StationProblem `NoSuchDirectory`, `NotAStation`, `KeyringBroken`. */
export function readKeyring(dir: string): Keyring {
  if (!existsSync(dir)) throw new StationProblem('NoSuchDirectory', `there is no directory ${dir}`);
  if (!existsSync(keyringPath(dir))) throw new StationProblem('NotAStation', `${dir} is not the directory of a station (it has no keyring.json)`);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(keyringPath(dir), 'utf8'));
  } catch {
    throw new StationProblem('KeyringBroken', `${keyringPath(dir)} is not readable JSON`);
  }
  return parseKeyring(content, keyringPath(dir));
}

/** @throws StationProblem `KeyringBroken`. */
export function parseKeyring(content: unknown, where: string): Keyring {
  const parsed = keyringFile.safeParse(content);
  if (!parsed.success) throw new StationProblem('KeyringBroken', `${where} is not a keyring of a station`);
  return parsed.data;
}

export function writeKeyring(dir: string, keyring: Keyring): void {
  writeFileDurably(keyringPath(dir), `${JSON.stringify(keyring, null, 2)}\n`);
}
