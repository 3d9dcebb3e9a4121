import { createAccounts } from '../../station/accounts/accounts.ts';
import { unlockedOrProblem } from '../../station/accounts/unlocked-or-problem.ts';
import { openWork, stationOptions, stationOptionsHelp } from '../open-work.ts';
import { readSecret } from '../read-secret.ts';
import type { Verb } from '../verb.ts';

export const stationBackup: Verb = {
  name: 'station backup',
  summary: 'writes one encrypted file that can be restored alone, while the station goes on working, and reads it back',
  usage: '--dir D --account A --out FILE',
  help: [...stationOptionsHelp, '--out FILE           a new file, best on another disk or a USB stick; the passwords of the accounts and the recovery code open it'],
  options: { ...stationOptions, out: { type: 'string' } },
  async run(args) {
    const dir = args.need('dir');
    const out = args.need('out');
    const account = args.need('account');
    // Whoever serves the station, or this process, holds it open meanwhile and has slowed down wrong passwords.
    const work = await openWork(args);
    try {
      const { key } = unlockedOrProblem(await createAccounts(dir, Date.now).unlock(account, readSecret('TRAMXA_PASSWORD', args.text('password-file'), 'the password')), account);
      const { backUpStation } = await import('../../station/backup/back-up-station.ts');
      const report = await backUpStation({ dir, key, out, say: (step) => args.say(`${step} …`) });
      key.fill(0);
      const total = Object.values(report.documents).reduce((sum, count) => sum + count, 0);
      args.answer({ ok: true, ...report, total }, [`${report.file}: ${total} documents, ${report.bytes} bytes, newest of ${report.newestAt ?? 'no work yet'}; read back and sound`]);
    } finally {
      await work.close();
    }
  },
};
