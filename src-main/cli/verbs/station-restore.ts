import { findSecret, readSecret } from '../read-secret.ts';
import type { Arguments, Verb } from '../verb.ts';

export const stationRestore: Verb = {
  name: 'station restore',
  summary: 'makes a station of a backup in a new directory; it goes on as a new device, and the next sync brings what the hub has',
  usage: '--from FILE --dir D2 --account A   |   --from FILE --dir D2   with TRAMXA_RECOVERY_CODE set',
  help: [
    '--from FILE          a file of "station backup"',
    '--dir D2             a new or empty directory',
    '--account A          an account of the backup, with the password it had then in TRAMXA_PASSWORD or --password-file FILE',
    'without --account, the recovery code of TRAMXA_RECOVERY_CODE or --recovery-code-file FILE opens it',
    'The station it was made of is not to be used any more: what it had not sent and the backup has not is only there.',
  ],
  options: { from: { type: 'string' }, dir: { type: 'string' }, account: { type: 'string' }, 'password-file': { type: 'string' }, 'recovery-code-file': { type: 'string' } },
  async run(args) {
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

function secretOf(args: Arguments): { account: string; password: string } | { account?: string; recoveryCode: string } {
  const account = args.text('account');
  const recoveryCode = findSecret('TRAMXA_RECOVERY_CODE', args.text('recovery-code-file'));
  const password = account === undefined ? undefined : findSecret('TRAMXA_PASSWORD', args.text('password-file'));
  if (recoveryCode !== undefined && password === undefined) return { ...(account === undefined ? {} : { account }), recoveryCode };
  return { account: args.need('account'), password: readSecret('TRAMXA_PASSWORD', args.text('password-file'), 'the password') };
}
