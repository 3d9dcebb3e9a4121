import { resolve } from 'node:path';
import type { Verb } from '../verb.ts';

/** Loaded when it runs, as the other hub verbs. */
const hub = () => import('../../../src-hub/main.ts');
const dirHelp = '--dir D              directory of the hub';

export const hubUpdatePublish: Verb = {
  name: 'hub update publish',
  summary: 'offers a signed update file to the stations below; they fetch it while nothing waits to be sent',
  usage: '--dir D FILE',
  help: [dirHelp, 'FILE                 a .tramxa-update file; it takes the place of the one offered before', 'Which version works at each station stands in the console, page "Stations".'],
  options: { dir: { type: 'string' } },
  positionals: { min: 1, max: 1 },
  async run(args) {
    const { publishUpdate } = await hub();
    const [file = ''] = args.positionals;
    const published = await publishUpdate({ dir: args.need('dir'), file: resolve(file) });
    args.answer({ ok: true, ...published }, [`version ${published.version} is offered to the stations (${(published.bytes / 1_000_000).toFixed(1)} MB, for ${published.platforms.join(', ')})`]);
  },
};

export const hubUpdateWithdraw: Verb = {
  name: 'hub update withdraw',
  summary: 'offers no update any more; stations that have it keep it',
  usage: '--dir D',
  help: [dirHelp],
  options: { dir: { type: 'string' } },
  async run(args) {
    const { withdrawUpdate } = await hub();
    const { version } = await withdrawUpdate({ dir: args.need('dir') });
    args.answer({ ok: true, ...(version === undefined ? {} : { version }) }, [version === undefined ? 'no update was offered' : `version ${version} is no longer offered`]);
  },
};
