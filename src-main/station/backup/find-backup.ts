import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StationProblem } from '../station-problem.ts';
import { readBackup, type FullBackup, type Increment } from './backup-file.ts';
import { listCopies, type FoundCopy } from './copy-folder.ts';
import { parseCopyName } from './copy-name.ts';

/** A backup sound to the last byte, with what changed since where it is one of the hour. */
export interface SoundBackup { /** As it was asked for, or found. */ from: string; full: { file: string; label: FullBackup }; increment?: { file: string; label: Increment } }

/**
 * The backup of a file; of a folder the newest that is sound, made by the station or by hand, passing over damaged ones in words.
 * @throws StationProblem of `readBackup`, `BaseMissing`, `NoBackup`, `SeveralDevices` where a folder has copies of more than one PC.
 */
export async function findBackup(from: string, say: (message: string) => void = () => undefined, device?: string): Promise<SoundBackup> {
  if (!statSync(from, { throwIfNoEntry: false })?.isDirectory()) return soundBackup(from);
  const copies = [...listCopies(from), ...await backupsOfOtherNames(from)].filter((copy) => device === undefined || copy.device === device).sort((a, b) => b.at - a.at);
  const newest = new Map<string, Candidate>();
  for (const copy of copies) if (!newest.has(copy.device)) newest.set(copy.device, copy);
  if (newest.size > 1) throw new StationProblem('SeveralDevices', `${from} has copies of more than one PC; name one file: ${[...newest.values()].map(({ file }) => file).join(', ')}`);
  for (const { file } of copies) {
    try { return await soundBackup(file); } catch (error) {
      if (!(error instanceof StationProblem)) throw error;
      say(`${error.message}; the one before it is tried`);
    }
  }
  throw new StationProblem('NoBackup', copies.length > 0 ? `every copy in ${from} is damaged` : `there is no copy of a station in ${from}`);
}

type Candidate = Pick<FoundCopy, 'file' | 'device' | 'at'>;

/** Made by hand, under whatever name; of when, only the file's own time says. */
async function backupsOfOtherNames(folder: string): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.tramxa') || parseCopyName(name)) continue;
    const file = join(folder, name);
    const label = await readBackup(file, false).catch(() => undefined);
    if (label) found.push({ file, device: label.keyring.device, at: statSync(file).mtimeMs });
  }
  return found;
}

async function soundBackup(file: string): Promise<SoundBackup> {
  const label = await readBackup(file);
  if (label.kind === 'full') return { from: file, full: { file, label } };
  return { from: file, full: await baseOf(file, label), increment: { file, label } };
}

async function baseOf(file: string, { base }: Increment): Promise<{ file: string; label: FullBackup }> {
  const folder = dirname(file);
  for (const name of existsSync(folder) ? readdirSync(folder).filter((other) => other.endsWith('.tramxa')) : []) {
    const candidate = join(folder, name);
    const light = await readBackup(candidate, false).catch(() => undefined);
    if (light?.kind !== 'full' || light.sum !== base) continue;
    await readBackup(candidate);
    return { file: candidate, label: light };
  }
  throw new StationProblem('BaseMissing', `the daily copy that ${file} belongs to is not beside it`);
}
