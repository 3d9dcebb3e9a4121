import { findSecret, readSecret } from '../read-secret.ts';
import { StationProblem } from '../../station/station-problem.ts';
import type { Arguments, Verb } from '../verb.ts';

export const stationRestore: Verb = {
  name: 'station restore',
  summary: 'makes a station of a backup in a new directory; it goes on as a new device, and the next sync brings what the hub has',
  usage: '--from FILE|FOLDER --dir D2 --account A   |   --from FILE|FOLDER --dir D2   with TRAMXA_RECOVERY_CODE set   |   --in-place --dir D --account A [--from FILE|FOLDER]',
  help: [
    '--from FILE          a file of "station backup", or a copy the station made by itself',
    '--from FOLDER        the newest sound copy in it',
    '--dir D2             a new or empty directory',
    '--account A          an account of the backup, with the password it had then in TRAMXA_PASSWORD or --password-file FILE',
    'without --account, the recovery code of TRAMXA_RECOVERY_CODE or --recovery-code-file FILE opens it',
    '--in-place           the station of D itself, whose file is damaged or gone: what is there is set aside in D and kept; without --from the newest copy it knows of',
    'The station it was made of is not to be used any more: what it had not sent and the backup has not is only there.',
  ],
  options: { 'in-place': { type: 'boolean' }, from: { type: 'string' }, dir: { type: 'string' }, account: { type: 'string' }, 'password-file': { type: 'string' }, 'recovery-code-file': { type: 'string' } },
  async run(args) {
    if (args.flag('in-place')) { await restoreInPlace(args); return; }
    const [from, dir, secret] = [args.need('from'), args.need('dir'), secretOf(args)];
    const { restoreStation } = await import('../../station/backup/restore-station.ts');
    const report = await restoreStation({ from, dir, secret, now: Date.now, say: (step) => args.say(`${step} …`) });
    const total = Object.values(report.documents).reduce((sum, count) => sum + count, 0);
    args.answer({ ok: true, ...report, total }, [
      `station ${report.unit} restored in ${report.dir} as device ${report.device} (was ${report.formerDevice}): ${total} documents, newest of ${report.newestAt ?? 'no work yet'}, ${report.waiting} wait to be sent`,
      'Now sync: what was sent after the backup comes back from the hub. Do not use the former station any more.',
    ]);
  },
};

async function restoreInPlace(args: Arguments): Promise<void> {
  const dir = args.need('dir');
  const account = args.need('account');
  const password = readSecret('TRAMXA_PASSWORD', args.text('password-file'), 'the password');
  const { findServing } = await import('../../station/server/runtime-file.ts');
  const serving = await findServing(dir);
  if (serving) throw new StationProblem('AlreadyServed', `this station is served at ${serving.address}: end it first, or press the button of its sign-in page`);
  const { replaceDamagedStation } = await import('../../station/backup/replace-damaged.ts');
  const report = await replaceDamagedStation({ dir, account, password, from: args.text('from'), now: Date.now, say: (step) => args.say(`${step} …`) });
  args.answer({ ok: true, ...report }, [
    `station ${report.unit} restored in ${report.dir} from ${report.from} as device ${report.device} (was ${report.formerDevice}), newest of ${report.newestAt ?? 'no work yet'}, ${report.waiting} wait to be sent`,
    `what was there before is kept in ${report.setAside}`,
    'Now sync: what was sent after the backup comes back from the hub.',
  ]);
}

function secretOf(args: Arguments): { account: string; password: string } | { account?: string; recoveryCode: string } {
  const account = args.text('account');
  const recoveryCode = findSecret('TRAMXA_RECOVERY_CODE', args.text('recovery-code-file'));
  const password = account === undefined ? undefined : findSecret('TRAMXA_PASSWORD', args.text('password-file'));
  if (recoveryCode !== undefined && password === undefined) return { ...(account === undefined ? {} : { account }), recoveryCode };
  return { account: args.need('account'), password: readSecret('TRAMXA_PASSWORD', args.text('password-file'), 'the password') };
}
