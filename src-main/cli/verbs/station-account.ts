import { readFileSync } from 'node:fs';
import { roles } from '../../../src-shared/domain/common/context.ts';
import { createAccounts, type Unlocked, type Person } from '../../station/accounts/accounts.ts';
import { readKeyring } from '../../station/accounts/keyring.ts';
import { unlockedOrProblem } from '../../station/accounts/unlocked-or-problem.ts';
import { accountRows } from '../../station/accounts/account-rows.ts';
import { findServing } from '../../station/server/runtime-file.ts';
import { createCommandCall } from '../../station/work/open-remote-work.ts';
import { explain } from '../explain.ts';
import { sayOpening, stationOptions, stationOptionsHelp, withWork } from '../open-work.ts';
import { findSecret, readSecret } from '../read-secret.ts';
import { roleOf } from './station-init.ts';
import type { Arguments, Verb } from '../verb.ts';

const newPassword = (args: Arguments): string => readSecret('TRAMXA_NEW_PASSWORD', args.text('new-password-file'), 'the new password');
const newPasswordHelp = 'the new password stands in TRAMXA_NEW_PASSWORD or --new-password-file FILE';

export const stationAccountAdd: Verb = {
  name: 'station account add',
  summary: 'adds an account; only the head may',
  usage: '--dir D --account HEAD --for NEW --role R [--display-name N]',
  help: [...stationOptionsHelp, '--for NEW            name of the new account, a-z 0-9 . _ -', `--role R             ${roles.join(', ')}`, '--display-name N     name of the person', newPasswordHelp],
  options: { ...stationOptions, for: { type: 'string' }, role: { type: 'string' }, 'display-name': { type: 'string' }, 'new-password-file': { type: 'string' } },
  async run(args) {
    const added = { account: args.need('for'), role: roleOf(args.need('role')), displayName: args.text('display-name'), password: newPassword(args) };
    return withWork(args, async (work) => {
      const person = await work.accounts.add(added);
      args.answer(person, [`account ${person.account} (${person.role}) added`]);
    });
  },
};

export const stationAccountReset: Verb = {
  name: 'station account reset',
  summary: 'gives an account a new password: by the head, or with the recovery code',
  usage: '--dir D --account HEAD --for A   |   --dir D --account A [--recovery-file F]   with TRAMXA_RECOVERY_CODE set',
  help: [...stationOptionsHelp, '--for A              whose password is reset by the head (--account)', 'without --for, the recovery code of TRAMXA_RECOVERY_CODE or --recovery-code-file FILE resets --account', '--recovery-file F    of "hub recover-station", with its code in TRAMXA_RECOVERY_CODE', newPasswordHelp],
  options: { ...stationOptions, for: { type: 'string' }, 'new-password-file': { type: 'string' }, 'recovery-code-file': { type: 'string' }, 'recovery-file': { type: 'string' } },
  async run(args) {
    const subject = args.text('for');
    const person = subject === undefined ? await resetByCode(args) : await resetByHead(args, subject);
    args.answer(person, [`account ${person.account} has a new password`]);
  },
};

async function resetByHead(args: Arguments, account: string): Promise<Person> {
  const password = newPassword(args);
  return withWork(args, (work) => work.accounts.reset(account, password));
}

async function resetByCode(args: Arguments): Promise<Person> {
  const dir = args.need('dir');
  const account = args.need('account');
  const code = findSecret('TRAMXA_RECOVERY_CODE', args.text('recovery-code-file'));
  if (code === undefined) return resetByHead(args, account);
  const password = newPassword(args);
  const recoveryFile = args.text('recovery-file');
  if (recoveryFile !== undefined) return resetByTier(args, { dir, account, code, password, recoveryFile });
  readKeyring(dir);
  const serving = await findServing(dir);
  if (serving) {
    const answer = await createCommandCall(serving)<{ ok: true; person: Person } | Extract<Unlocked, { ok: false }>>('reset-by-code', { account, code, newPassword: password });
    return answer.ok ? answer.person : unlockedOrProblem(answer, account, 'recovery code').person;
  }
  const accounts = createAccounts(dir, Date.now);
  const { key } = unlockedOrProblem(await accounts.unlockWithRecoveryCode(account, code), account, 'recovery code');
  const person = await accounts.reset(key, account, password, { operation: 'resetByCode' });
  await auditNow(args, account, password);
  return person;
}

/** To open the file is to write into its audit chain who was reset. Where it does not open just now, the next opening does it; the password is a new one all the same. */
async function auditNow(args: Arguments, account: string, password: string): Promise<void> {
  const { openLocalWork } = await import('../../station/work/open-local-work.ts');
  try {
    await (await openLocalWork({ dir: args.need('dir'), account, password, now: Date.now, say: sayOpening((line) => args.say(line)) })).close();
  } catch (error) {
    args.say(`the audit chain will say so at the next opening: ${explain(error).message}`);
  }
}

async function resetByTier(args: Arguments, { dir, account, code, password, recoveryFile }: { dir: string; account: string; code: string; password: string; recoveryFile: string }): Promise<Person> {
  const accounts = createAccounts(dir, Date.now);
  const { openRecoveryFile } = await import('../../station/accounts/open-recovery-file.ts');
  const key = await openRecoveryFile(accounts.keyring(), readFileSync(recoveryFile, 'utf8'), code);
  const person = await accounts.reset(key, account, password, { operation: 'resetByTier' });
  await auditNow(args, account, password);
  return person;
}

export const stationAccountList: Verb = {
  name: 'station account list',
  summary: 'lists the accounts, their roles, and which are disabled or forgotten',
  usage: '--dir D',
  help: ['--dir D              directory of the station'],
  options: stationOptions,
  async run(args) {
    const accounts = accountRows(readKeyring(args.need('dir')));
    args.answer({ accounts }, accounts.map(({ account, role = '', displayName, state }) => `${account.padEnd(20)} ${role.padEnd(15)} ${displayName}${state === 'active' ? '' : `   (${state})`}`));
  },
};
