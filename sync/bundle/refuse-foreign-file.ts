import { stat } from 'node:fs/promises';
import { BundleProblem } from './bundle-problem.ts';
import { openBundle } from './read-bundle.ts';

/** What is about to be written: the way it goes, and the PC it is of or for. */
export interface BundleToWrite { kind: 'up' | 'down'; user: string }

/** Nothing is written over but an older one of the same kind and PC: it is made anew on the same stick each month. @throws BundleProblem `FileExists`; the system's own error for a folder. */
export async function refuseForeignFile(file: string, { kind, user }: BundleToWrite): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (!there) return;
  if (there.isDirectory()) throw Object.assign(new Error(`EISDIR: ${file}`), { code: 'EISDIR', syscall: 'open', path: file });
  const header = await openBundle(file).then((bundle) => bundle.header, () => undefined);
  const isOlder = header?.kind === kind && (header.kind === 'up' ? header.from.user : header.to.user) === user;
  if (!isOlder) throw new BundleProblem('FileExists', `${file} exists already, is none this would replace, and was not touched: choose another name`);
}
