import { stationOptions, stationOptionsHelp, withWork } from '../open-work.ts';
import { readSecret } from '../read-secret.ts';
import { hubAddress } from './station-init.ts';
import type { Verb } from '../verb.ts';

export const stationEnrol: Verb = {
  name: 'station enrol',
  summary: 'names the hub this station exchanges with, or another one; only the head may',
  usage: '--dir D --account HEAD --hub URL --hub-user U',
  help: [...stationOptionsHelp, '--hub URL            address of the hub', '--hub-user U         user the hub gave this PC; password in TRAMXA_HUB_PASSWORD or --hub-password-file FILE'],
  options: { ...stationOptions, hub: { type: 'string' }, 'hub-user': { type: 'string' }, 'hub-password-file': { type: 'string' } },
  async run(args) {
    const hub = { url: hubAddress(args.need('hub')), user: args.need('hub-user'), password: readSecret('TRAMXA_HUB_PASSWORD', args.text('hub-password-file'), 'the password of this PC at its hub') };
    return withWork(args, async (work) => {
      await work.enrol(hub);
      args.answer({ hub: hub.url, user: hub.user }, [`the station exchanges with ${hub.url} as ${hub.user}`]);
    });
  },
};
