import { existsSync } from 'node:fs';
import { isForFirstStart } from '../../station/first-start/is-for-first-start.ts';
import { createCommandCall } from '../../station/work/open-remote-work.ts';
import { findServing } from '../../station/server/runtime-file.ts';
import { readKeyring } from '../../station/accounts/keyring.ts';
import { StationProblem } from '../../station/station-problem.ts';
import { UsageError, type Verb } from '../verb.ts';

export const stationServe: Verb = {
  name: 'station serve',
  summary: 'serves the station to a browser of this PC; prints its address when ready, Ctrl-C ends it',
  usage: '--dir D [--port P] [--idle-lock-minutes N]',
  help: [
    '--dir D                  directory of the station',
    '--port P                 port on 127.0.0.1 (default: any free one)',
    '--idle-lock-minutes N    locks a page nobody used for so long (default 10)',
    'An empty directory is served too: the page makes the station, or one to practise with.',
    'The address printed lets one browser in, once. Where the station is served already, a new address for another browser is printed.',
  ],
  options: { dir: { type: 'string' }, port: { type: 'string' }, 'idle-lock-minutes': { type: 'string' } },
  async run(args) {
    const dir = args.need('dir');
    const { findFirstStart } = await import('../../station/first-start/first-start-claim.ts');
    const starting = await findFirstStart(dir);
    if (starting) {
      args.answer({ ...starting, alreadyServed: true }, [`the first start is open already; open ${starting.open}`]);
      return;
    }
    if (!existsSync(dir)) throw new StationProblem('NoSuchDirectory', `there is no directory ${dir}: check the name, or make it (mkdir) to begin a new station there in the page`);
    if (!isForFirstStart(dir)) readKeyring(dir);
    const serving = await findServing(dir);
    if (serving) {
      const { token } = await createCommandCall(serving)<{ token: string }>('page-token');
      args.answer({ address: serving.address, open: `${serving.address}/#token=${token}`, alreadyServed: true }, [`served already; open ${serving.address}/#token=${token}`]);
      return;
    }
    // Loaded here: no other verb needs the server's packages.
    const { serveDirectory } = await import('../../station/server/serve-directory.ts');
    const served = await serveDirectory({ dir, port: wholeNumber(args.text('port') ?? '0', 'port', 65_535), now: Date.now, idleLockMinutes: wholeNumber(args.text('idle-lock-minutes') ?? '10', 'idle-lock-minutes', 1440) });
    const token = served.mintToken();
    args.answer({ address: served.address, open: `${served.address}/#token=${token}`, token }, [`ready: open ${served.address}/#token=${token}`]);
    await endSignal();
    await served.close();
  },
};

export function wholeNumber(text: string, option: string, most: number, least = 0): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > most || number < least) throw new UsageError(`--${option} is not a whole number ${least === 0 ? `up to ${most}` : `from ${least} to ${most}`}`);
  return number;
}

/** Resolves at Ctrl-C, at a polite end from outside, and when the terminal goes. */
export function endSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
