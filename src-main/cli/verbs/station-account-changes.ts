import { stationOptions, stationOptionsHelp, withWork } from '../open-work.ts';
import { readSecret } from '../read-secret.ts';
import type { Verb } from '../verb.ts';

const forOption = { ...stationOptions, for: { type: 'string' } } as const;

const change = (verb: 'disable' | 'enable' | 'forget', summary: string, done: string): Verb => ({
  name: `station account ${verb}`,
  summary,
  usage: '--dir D --account HEAD --for A',
  help: [...stationOptionsHelp, '--for A              whose account'],
  options: forOption,
  async run(args) {
    const subject = args.need('for');
    return withWork(args, async (work) => {
      const person = await work.accounts[verb](subject);
      args.answer(person, [`account ${person.account} (${person.displayName}) ${done}`]);
    });
  },
});

const password: Verb = {
  name: 'station account password',
  summary: 'changes your own password',
  usage: '--dir D --account A',
  help: [...stationOptionsHelp, 'the new password stands in TRAMXA_NEW_PASSWORD or --new-password-file FILE'],
  options: { ...stationOptions, 'new-password-file': { type: 'string' } },
  async run(args) {
    const next = readSecret('TRAMXA_NEW_PASSWORD', args.text('new-password-file'), 'the new password');
    const present = readSecret('TRAMXA_PASSWORD', args.text('password-file'), 'the password');
    return withWork(args, async (work) => {
      const person = await work.accounts.changePassword(present, next);
      args.answer(person, [`account ${person.account} has a new password`]);
    });
  },
};

const recoveryCode: Verb = {
  name: 'station account recovery-code',
  summary: 'makes a new recovery code, printed once; the former one opens nothing any more',
  usage: '--dir D --account HEAD',
  help: stationOptionsHelp,
  options: stationOptions,
  async run(args) {
    return withWork(args, async (work) => {
      const renewed = await work.accounts.renewRecoveryCode();
      args.answer(renewed, [`recovery code, shown this once: ${renewed.recoveryCode}`]);
      await work.accounts.recoveryCodeShown();
    });
  },
};

export const stationAccountChanges: readonly Verb[] = [
  password,
  change('disable', 'from now on the account opens nothing; only the head may', 'opens nothing any more'),
  change('enable', 'lets a disabled account in again, with the password it had; only the head may', 'may sign in again'),
  change('forget', "removes an account's way to the data for good; its name stays for what it did; only the head may", 'was removed; "station rekey" makes a key it never knew'),
  recoveryCode,
];
