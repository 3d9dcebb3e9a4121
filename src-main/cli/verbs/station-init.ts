import { roles, type Role } from '../../../src-shared/domain/common/context.ts';
import { readSecret } from '../read-secret.ts';
import { cipherOf } from './station-rekey.ts';
import { UsageError, type Verb } from '../verb.ts';

export const stationInit: Verb = {
  name: 'station init',
  summary: 'makes a new encrypted station with its first account; prints the recovery code once',
  usage: '--dir D --unit 25001 --name N --account A [--role R] [--display-name N] [--practice] [--cipher aegis|chacha20] [--hub URL --hub-user U]',
  help: [
    '--dir D              a new or empty directory',
    '--unit KEY           permanent key of the unit, a-z 0-9 (its administrative code at founding)',
    '--name N             name of the unit as shown on screen',
    '--account A          first account; password in TRAMXA_PASSWORD or --password-file FILE',
    `--role R             ${roles.join(', ')} (default head)`,
    '--display-name N     name of the person',
    '--practice           for learning: the station says so on every page',
    '--cipher C           aegis for processors with AES instructions, chacha20 for others (default: measured)',
    '--hub URL            hub to exchange with later; password in TRAMXA_HUB_PASSWORD or --hub-password-file FILE',
    '--hub-user U         user the hub gave this PC',
  ],
  options: {
    dir: { type: 'string' }, unit: { type: 'string' }, name: { type: 'string' }, account: { type: 'string' }, role: { type: 'string' }, 'display-name': { type: 'string' },
    'password-file': { type: 'string' }, practice: { type: 'boolean' }, cipher: { type: 'string' }, hub: { type: 'string' }, 'hub-user': { type: 'string' }, 'hub-password-file': { type: 'string' },
  },
  async run(args) {
    const hubUrl = args.text('hub');
    const hub = hubUrl === undefined ? undefined : {
      url: hubAddress(hubUrl), user: args.need('hub-user'), password: readSecret('TRAMXA_HUB_PASSWORD', args.text('hub-password-file'), 'the password of this PC at its hub'),
    };
    const { initStation } = await import('../../station/accounts/init-station.ts');
    const made = await initStation({
      dir: args.need('dir'), unit: args.need('unit'), unitName: args.need('name'), practice: args.flag('practice'), cipher: cipherOf(args), hub, now: Date.now,
      firstAccount: {
        account: args.need('account'), displayName: args.text('display-name'), role: roleOf(args.text('role') ?? 'head'),
        password: readSecret('TRAMXA_PASSWORD', args.text('password-file'), 'the password of the first account'),
      },
    });
    args.answer({ dir: args.need('dir'), unit: made.keyring.unit, device: made.device, account: made.keyring.accounts[0]?.account, recoveryCode: made.recoveryCode }, [
      `station ${made.keyring.unit} (${made.keyring.unitName}) made in ${args.need('dir')}, device ${made.device}`,
      `recovery code, shown this once: ${made.recoveryCode}`,
      'Write it down and keep it where nobody finds it: it opens the data when every password is forgotten.',
    ]);
  },
};

export function roleOf(text: string): Role {
  const role = roles.find((known) => known === text);
  if (!role) throw new UsageError(`there is no role ${text}; roles are ${roles.join(', ')}`);
  return role;
}

/** @throws UsageError unless it is `http://…` or `https://…`. */
export function hubAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) throw new UsageError(`${text} is not an address of a hub (http://… or https://…)`);
  if (url.username || url.password) throw new UsageError('user and password do not belong into the address: --hub-user and TRAMXA_HUB_PASSWORD');
  return url.href.replace(/\/$/, '');
}
