import { createAccounts } from '../../station/accounts/accounts.ts';
import { unlockedOrProblem } from '../../station/accounts/unlocked-or-problem.ts';
import { stationOptions, stationOptionsHelp, withWork } from '../open-work.ts';
import { readSecret } from '../read-secret.ts';
import { UsageError, type Verb } from '../verb.ts';

export const stationBackup: Verb = {
  name: 'station backup',
  summary: 'writes one encrypted file that can be restored alone, while the station goes on working, and reads it back',
  usage: '--dir D --account A --out FILE   |   --dir D --account A --auto',
  help: [
    ...stationOptionsHelp,
    '--out FILE           a new file, best on another disk or a USB stick; the passwords of the accounts and the recovery code open it',
    '--auto               instead of a file: the copy that is made every hour by itself, now ("station backup set" says where to)',
  ],
  options: { ...stationOptions, out: { type: 'string' }, auto: { type: 'boolean' } },
  async run(args) {
    const dir = args.need('dir');
    if (args.flag('auto') && args.text('out') !== undefined) throw new UsageError('--out and --auto exclude each other');
    const out = args.flag('auto') ? undefined : args.need('out');
    const account = args.need('account');
    // Whoever serves the station, or this process, holds it open meanwhile and has slowed down wrong passwords.
    return withWork(args, async (work) => {
      if (out === undefined) {
        const made = await work.backUp((step, share) => { if (share === 1) args.say(`${step} …`); });
        args.answer({ ok: true, ...made, at: new Date(made.at).toISOString() }, [`${made.file}: ${made.kind === 'hour' ? `${made.changedPages} changed pages of ${made.pages}` : `${made.pages} pages`}, ${made.bytes} bytes; read back and sound`]);
        return;
      }
      const { key } = unlockedOrProblem(await createAccounts(dir, Date.now).unlock(account, readSecret('TRAMXA_PASSWORD', args.text('password-file'), 'the password')), account);
      const { backUpStation } = await import('../../station/backup/back-up-station.ts');
      const report = await backUpStation({ dir, key, out, say: (step) => args.say(`${step} …`) });
      key.fill(0);
      const total = Object.values(report.documents).reduce((sum, count) => sum + count, 0);
      args.answer({ ok: true, ...report, total }, [`${report.file}: ${total} documents, ${report.bytes} bytes, newest of ${report.newestAt ?? 'no work yet'}; read back and sound`]);
    });
  },
};
