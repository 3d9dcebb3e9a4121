import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { copyNameOf, parseCopyName, type CopyName } from './copy-name.ts';

/** A finished copy in a folder: only what was read back whole has its name. */
export interface FoundCopy extends CopyName { file: string; bytes: number }

/** The copies of a folder, newest first; none where there is no folder. */
export function listCopies(folder: string): FoundCopy[] {
  return namesIn(folder).flatMap((name) => {
    const parsed = parseCopyName(name);
    const file = join(folder, name);
    const size = parsed && statSync(file, { throwIfNoEntry: false })?.size;
    return parsed && size !== undefined ? [{ ...parsed, file, bytes: size }] : [];
  }).sort((a, b) => b.at - a.at || a.file.localeCompare(b.file));
}

export const ofDevice = (copies: readonly FoundCopy[], { unit, device }: { unit: string; device: string }): FoundCopy[] => copies.filter((copy) => copy.unit === unit && copy.device === device);

/** With what the database lays beside a file while its copy is checked. */
const half = /\.tramxa\.part(-shm|-wal|-journal)?$/;

/** Half copies of this device that a power cut left, and what lay beside them. */
export function removeHalfCopies(folder: string, { unit, device }: { unit: string; device: string }): void {
  for (const name of namesIn(folder)) if (name.startsWith(`tramxa_${unit}_${device}_`) && half.test(name)) rmSync(join(folder, name), { force: true });
}

/** Copies named while the PC's clock ran ahead would be the newest for years: they are renamed to just before now, in their order. */
export function takeBackFromFuture(folder: string, device: { unit: string; device: string }, now: number): void {
  const all = ofDevice(listCopies(folder), device);
  const future = all.filter(({ at }) => at > now + 60_000);
  if (future.length === 0) return;
  const newestRight = all.find(({ at }) => at <= now + 60_000)?.at ?? 0;
  const first = Math.max(Math.floor(now / 1000) * 1000 - future.length * 1000, newestRight + 1000);
  for (const [index, copy] of future.reverse().entries()) renameSync(copy.file, join(folder, copyNameOf({ ...copy, at: first + index * 1000 })));
}

function namesIn(folder: string): string[] {
  try { return readdirSync(folder); } catch { return []; }
}
