import { readFile, statfs } from 'node:fs/promises';
import { parse, resolve, sep } from 'node:path';
import type { Stick } from '../../../src-shared/contract/queries.ts';
import { sticksOfMounts } from './sticks-of-mounts.ts';

const driveLetters = [...'DEFGHIJKLMNOPQRSTUVWXYZ'];
/** A network drive that is away answers late. */
const longestWaitMs = 500;

/**
 * USB sticks and other disks plugged in now, without the one the station's data lie on. On Windows every drive but the
 * system's, as nothing there tells a stick from a second disk without another program; elsewhere than there and Linux none.
 */
export async function findSticks(dir: string): Promise<Stick[]> {
  const found = process.platform === 'win32' ? await drives() : sticksOfMounts(await readFile('/proc/mounts', 'utf8').catch(() => ''));
  const data = resolve(dir);
  return found.filter(({ path }) => !data.startsWith(path.endsWith(sep) ? path : path + sep));
}

async function drives(): Promise<Stick[]> {
  const system = parse(process.env.SystemRoot ?? 'C:\\').root.toUpperCase();
  const there = await Promise.all(driveLetters.map((letter) => `${letter}:\\`).filter((path) => path !== system).map(async (path) => {
    const answers = await Promise.race([statfs(path).then(() => true, () => false), new Promise<boolean>((resolved) => { setTimeout(() => { resolved(false); }, longestWaitMs).unref(); })]);
    return answers ? [{ path, name: path.slice(0, 2) }] : [];
  }));
  return there.flat();
}
