import { resolve } from 'node:path';
import type { UpdateStatus } from '../../../src-shared/contract/updates.ts';
import { stationOptions, stationOptionsHelp, withWork } from '../open-work.ts';
import type { Verb } from '../verb.ts';

export const stationUpdate: Verb = {
  name: 'station update',
  summary: 'checks a signed update file, copies the data, and puts the new version in place for the next start',
  usage: '--dir D --account A FILE',
  help: [...stationOptionsHelp, 'FILE                 a .tramxa-update file; an older, a damaged, a foreign one is refused and nothing is touched', 'Only the head of the station may. The version that works now is kept and comes back by itself should the new one not start.'],
  options: stationOptions,
  positionals: { min: 1, max: 1 },
  async run(args) {
    const [file = ''] = args.positionals;
    await withWork(args, async (work) => {
      const status = await work.update(resolve(file));
      args.answer({ ok: true, ...status }, [`version ${status.next ?? ''} starts the next time the program does; ${status.version} is kept`]);
    });
  },
};

export const stationUpdateStatus: Verb = {
  name: 'station update status',
  summary: 'says which version works here, which one comes next, and which one did not start',
  usage: '--dir D --account A',
  help: stationOptionsHelp,
  options: stationOptions,
  async run(args) {
    await withWork(args, async (work) => {
      const status = await work.updateStatus();
      args.answer(status, words(status));
    });
  },
};

const words = ({ version, previous, offered, next, failed }: UpdateStatus): string[] => [
  `version ${version}${previous === undefined ? '' : `; before it ${previous}, which is kept`}`,
  ...(offered ? [`${offered.version} from the ${offered.from === 'hub' ? 'hub' : 'stick'}: ${Math.floor(offered.share * 100)} % of it is here`] : []),
  ...(next === undefined ? [] : [`${next} starts the next time the program does`]),
  ...(failed ? [`${failed.version} did not work here (${failed.code}, ${failed.at})`] : []),
];
