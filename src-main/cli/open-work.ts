import type { OpeningProgress } from '../../src-shared/contract/session.ts';
import { readKeyring } from '../station/accounts/keyring.ts';
import { findServing } from '../station/server/runtime-file.ts';
import type { StationWork } from '../station/work/station-work.ts';
import { readSecret } from './read-secret.ts';
import type { Arguments } from './verb.ts';

/** Options of every verb that works in a station. */
export const stationOptions = { dir: { type: 'string' }, account: { type: 'string' }, 'password-file': { type: 'string' } } as const;
export const stationOptionsHelp = [
  '--dir D              directory of the station',
  '--account A          who signs in; password in TRAMXA_PASSWORD or --password-file FILE',
] as const;

/** Signs in: through the station that serves the directory, else by opening it here. */
async function openWork(args: Arguments): Promise<StationWork> {
  const dir = args.need('dir');
  const account = args.need('account');
  const password = readSecret('TRAMXA_PASSWORD', args.text('password-file'), 'the password');
  readKeyring(dir);
  const serving = await findServing(dir);
  if (serving) return (await import('../station/work/open-remote-work.ts')).openRemoteWork(serving, account, password);
  // Loaded here: help, schema and work through a serving station need no database.
  const { openLocalWork } = await import('../station/work/open-local-work.ts');
  return openLocalWork({ dir, account, password, now: Date.now, say: sayOpening((line) => args.say(line)) });
}

/** Signs in, does `task`, and lets go of the station however that ends. */
export async function withWork<T>(args: Arguments, task: (work: StationWork) => Promise<T>): Promise<T> {
  const work = await openWork(args);
  try { return await task(work); } finally { await work.close(); }
}

/** A line for each step of an opening that takes its time, and for every tenth of it. */
export function sayOpening(say: (line: string) => void): (progress: OpeningProgress) => void {
  let last = '';
  return ({ step, share }) => {
    const line = `${openingWords[step]} ${Math.floor(share * 10) * 10} %`;
    if (line !== last) say(line);
    last = line;
  };
}

const openingWords: { readonly [S in OpeningProgress['step']]: string } = {
  copying: 'before this newer program changes the data, a copy is made:', checking: 'reading the copy back:', changing: 'bringing the data to this version:', people: 'making people findable:', restoring: 'restoring:',
};
