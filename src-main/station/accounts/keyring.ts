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
const sealedKey = z.object({ recipient: z.string(), box: z.string().optional(), voucher: z.string() });

/** Account names are typed at every sign-in: short, lower case, without marks. */
export const accountName = z.string().trim().toLowerCase().regex(/^[a-z0-9][a-z0-9._-]{0,39}$/);

const keyringAccount = z.object({
  account: accountName, displayName: z.string().min(1), role: z.enum(roles), disabled: z.boolean().optional(), createdAt: z.string(),
  wrapped: wrappedKey, /** Missing in format 1, where `wrapped` holds the file's key itself. */ sealed: sealedKey.optional(),
});
export type KeyringAccount = z.infer<typeof keyringAccount>;

export const ciphers = ['aegis', 'chacha20'] as const;
/** How the file is encrypted; recorded, since the same cipher must open it again. */
export type StationCipher = (typeof ciphers)[number];

const keyringFile = z.object({
  format: z.literal('tramxa-keyring'), formatVersion: z.union([z.literal(1), z.literal(2)]),
  unit: unitKey, unitName: z.string(), device: z.string(), /** The device the keys are bound to, where a restored copy goes on as another. */ boundTo: z.string().optional(),
  /** Tells two stations on one host apart (cookie name). */ instance: z.string(),
  practice: z.boolean(), accounts: z.array(keyringAccount).min(1), recovery: wrappedKey, recoverySealed: sealedKey.optional(),
  /** The recovery code on paper: it opens until the new one was shown (decision 158). */ formerRecovery: z.object({ wrapped: wrappedKey, sealed: sealedKey.optional() }).optional(),
  /** Made in a window, and nobody has typed a part of the code back: it may be on no paper (decision 210). */ recoveryUnseen: z.literal(true).optional(),
  /** The tier above that can help when every password and the recovery code are gone (decision 72). */
  escrow: z.object({ hub: z.string(), sealed: sealedKey }).optional(),
  cipher: z.enum(ciphers).default('aegis'),
  /** Name of the encrypted file in the directory; another one after each re-key. */ database: z.string().regex(/^station\.db(\.\d+)?$/).default('station.db'),
  /** The file a re-key replaced; gone, but for a kill. */ replaces: z.string().regex(/^station\.db(\.\d+)?$/).optional(),
  /** What was done to accounts, written with the change itself; it goes into the audit chain as soon as the file is open and takes it. `by`: who was signed in. */
  toAudit: z.array(z.object({ id: z.string(), operation: z.string(), account: z.string(), at: z.string(), by: z.object({ account: z.string(), displayName: z.string(), role: z.enum(roles) }).optional() })).default([]),
  /** Names that stand in the audit and are never given to anybody else. */
  forgotten: z.array(z.object({ account: z.string(), displayName: z.string(), forgottenAt: z.string() })).default([]),
});
/** What lies outside the encrypted file: who this station is, and its key wrapped for each account. No patient data. */
export type Keyring = z.infer<typeof keyringFile>;

/** One entry of `toAudit`. */
export type AuditNote = Keyring['toAudit'][number];

type Bound = Pick<Keyring, 'unit' | 'device' | 'boundTo'>;
/** What a wrapped key is bound to. */
export const aboutAccount = (keyring: Bound, account: Pick<KeyringAccount, 'account' | 'role' | 'displayName'>): string[] =>
  ['account', keyring.unit, keyring.boundTo ?? keyring.device, account.account, account.role, account.displayName];
export const aboutRecovery = (keyring: Bound): string[] => ['recovery', keyring.unit, keyring.boundTo ?? keyring.device];
export const aboutEscrow = (keyring: Bound, hub: string): string[] => ['escrow', keyring.unit, keyring.boundTo ?? keyring.device, hub];

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
  writeFileDurably(keyringPath(dir), `${JSON.stringify({ ...keyring, formatVersion: 2 }, null, 2)}\n`);
}

/** The encrypted file of the directory; of a directory without a keyring, the one an `init` makes. */
export const databaseFile = (dir: string): string => join(dir, existsSync(keyringPath(dir)) ? readKeyring(dir).database : firstDatabase);
export const firstDatabase = 'station.db';
