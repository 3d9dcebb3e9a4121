import { readSecret } from '../read-secret.ts';
import type { Verb } from '../verb.ts';
import { hubAddress } from './station-init.ts';

/** Names the hub above anew: another address, or the new password after "hub child revoke" and "hub child add" there. */
export const hubParent: Verb = {
  name: 'hub parent',
  summary: 'gives a hub its new password for the hub above, or another hub above; also while it serves, without a restart',
  usage: '--dir D [--url URL] [--parent-user U] [--hub-password-file FILE]',
  help: [
    '--dir D              directory of this hub; the password that "hub child add" printed at the hub above in TRAMXA_HUB_PASSWORD or --hub-password-file FILE',
    '--url URL            address of the hub above; as it was unless given', '--parent-user U      as it was unless given, at first child.<unit>',
  ],
  options: { dir: { type: 'string' }, url: { type: 'string' }, 'parent-user': { type: 'string' }, 'hub-password-file': { type: 'string' } },
  async run(args) {
    const { setParent } = await import('../../../src-hub/main.ts');
    const url = args.text('url');
    const parent = await setParent({
      dir: args.need('dir'), url: url === undefined ? undefined : hubAddress(url), user: args.text('parent-user'),
      password: readSecret('TRAMXA_HUB_PASSWORD', args.text('hub-password-file'), 'the password of this hub at the hub above'),
    });
    args.answer(parent, [`the hub above is ${parent.url}, this hub is ${parent.user} there; the new password is kept`, 'while this hub serves, its /healthz says "parent":"connected" within a minute']);
  },
};
