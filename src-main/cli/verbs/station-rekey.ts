import { createAccounts } from '../../station/accounts/accounts.ts';
import { ciphers } from '../../station/accounts/keyring.ts';
import { findServing } from '../../station/server/runtime-file.ts';
import { StationProblem } from '../../station/station-problem.ts';
import { stationOptions, stationOptionsHelp } from '../open-work.ts';
import { readSecret } from '../read-secret.ts';
import { UsageError, type Arguments, type Verb } from '../verb.ts';

export const stationRekey: Verb = {
  name: 'station rekey',
  summary: 'encrypts the whole file with a new key, after an account was forgotten or the key may be known; only the head may',
  usage: '--dir D --account HEAD [--cipher aegis|chacha20] [--new-recovery-code]',
  help: [
    ...stationOptionsHelp, '--cipher C           aegis for processors with AES instructions, chacha20 for others (default: as it is)',
    '--new-recovery-code  also makes a new recovery code; the former one opens nothing any more',
    'Passwords stay. Needs the station to itself, and as much room as the file takes. Backups made before open with what opened them then: make a new one, and destroy the old ones where the key may be known.',
  ],
  options: { ...stationOptions, cipher: { type: 'string' }, 'new-recovery-code': { type: 'boolean' } },
  async run(args) {
    const dir = args.need('dir');
    const account = args.need('account');
    const password = readSecret('TRAMXA_PASSWORD', args.text('password-file'), 'the password');
    const cipher = cipherOf(args);
    if (await findServing(dir)) throw new StationProblem('StationServing', 'the station is open: end it first, a new key needs the file to itself');
    const { runRekey } = await import('../../station/work/run-rekey.ts');
    const { database, cipher: now, recoveryCode } = await runRekey({
      dir, account, password, cipher, newRecoveryCode: args.flag('new-recovery-code'), now: Date.now, tell: (step) => args.say(words[step]),
    });
    args.answer({ database, cipher: now, ...(recoveryCode === undefined ? {} : { recoveryCode }) }, [
      `the file has a new key (${now}); make a backup now`, ...(recoveryCode === undefined ? [] : [`recovery code, shown this once: ${recoveryCode}`]),
    ]);
    if (recoveryCode !== undefined) await createAccounts(dir, Date.now).dropFormerRecovery();
  },
};

const words = {
  copying: '1/5 copying the file …', rekeying: '2/5 encrypting the copy with the new key …', checking: '3/5 reading the copy and comparing it …',
  switching: '4/5 switching to the new file …', removing: '5/5 removing the old file …',
} as const;

/** @throws UsageError */
export function cipherOf(args: Arguments): (typeof ciphers)[number] | undefined {
  const text = args.text('cipher');
  const cipher = ciphers.find((known) => known === text);
  if (text !== undefined && cipher === undefined) throw new UsageError(`there is no cipher ${text}; ciphers are ${ciphers.join(', ')}`);
  return cipher;
}
