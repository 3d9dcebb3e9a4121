import { z } from 'zod';
import { parseKeyring, type Keyring } from '../accounts/keyring.ts';
import { StationProblem } from '../station-problem.ts';
import { backupDamaged, endWithLabel, readLabelled } from './labelled-file.ts';

/** The pages of the copied file, where increments may follow: their length, and sixteen bytes of the SHA-256 of each. */
export interface CopiedPages { pageBytes: number; fingerprints: Buffer }

/** A backup that can be restored alone: the encrypted copy of the database, labelled. */
export interface FullBackup { kind: 'full'; keyring: Keyring; databaseBytes: number; pages: CopiedPages | undefined; sum: string }
/** The pages that changed since a full one, which it needs at a restore. */
export interface Increment { kind: 'increment'; keyring: Keyring; base: string; pageBytes: number; pageCount: number; /** Which pages, in the order of the content. */ changed: number[]; /** SHA-256 of the fingerprints of all pages, in hex. */ digest: string; sum: string }

const labels = z.discriminatedUnion('format', [
  z.object({ format: z.literal('tramxa-backup'), databaseBytes: z.number().int().positive(), keyring: z.unknown(), pages: z.object({ pageBytes: z.number().int().positive(), fingerprints: z.string() }).optional() }),
  z.object({
    format: z.literal('tramxa-increment'), base: z.string(), keyring: z.unknown(), pageBytes: z.number().int().positive(), pageCount: z.number().int().positive(),
    changed: z.array(z.number().int().min(0)), digest: z.string(),
  }),
]);

/** Turns a copied database into a backup; on the disk when it resolves. Answers its sum. */
export const labelBackup = (file: string, keyring: Keyring, databaseBytes: number, pages?: CopiedPages): Promise<string> => endWithLabel(file, {
  format: 'tramxa-backup', databaseBytes, keyring, ...(pages && { pages: { pageBytes: pages.pageBytes, fingerprints: pages.fingerprints.toString('base64') } }),
});

export const labelIncrement = (file: string, { kind: _, sum: __, ...label }: Omit<Increment, 'sum'> & { sum?: string }): Promise<string> => endWithLabel(file, { format: 'tramxa-increment', ...label });

/**
 * Reads the label, and with `whole` every byte against its sum.
 * @throws StationProblem of `readLabelled`, `KeyringBroken`.
 */
export async function readBackup(file: string, whole = true): Promise<FullBackup | Increment> {
  const { label, contentBytes, sum } = await readLabelled(file, whole);
  const parsed = labels.safeParse(label);
  if (!parsed.success) throw backupDamaged(file);
  const keyring = parseKeyring(parsed.data.keyring, file);
  if (parsed.data.format === 'tramxa-increment') {
    const { base, pageBytes, pageCount, changed, digest } = parsed.data;
    if (changed.length * pageBytes !== contentBytes || changed.some((page) => page >= pageCount)) throw backupDamaged(file);
    return { kind: 'increment', keyring, base, pageBytes, pageCount, changed, digest, sum };
  }
  const { databaseBytes, pages } = parsed.data;
  if (databaseBytes !== contentBytes) throw backupDamaged(file);
  return { kind: 'full', keyring, databaseBytes, pages: pages && { pageBytes: pages.pageBytes, fingerprints: Buffer.from(pages.fingerprints, 'base64') }, sum };
}

/** As `readBackup`, of one that can be restored alone. @throws StationProblem `NotAlone` too. */
export async function readFullBackup(file: string, whole = true): Promise<FullBackup> {
  const found = await readBackup(file, whole);
  if (found.kind === 'increment') throw new StationProblem('NotAlone', `${file} holds only what changed since a daily copy`);
  return found;
}
