import { renderUnicodeCompact } from 'uqr';
import { readSecret } from '../read-secret.ts';
import type { Verb } from '../verb.ts';

const hub = () => import('../../../src-hub/main.ts');
const dir = { dir: { type: 'string' } } as const;
const dirHelp = '--dir D              directory of the hub';
const account = { ...dir, account: { type: 'string' } } as const;
const accountHelp = '--account A          its name';

/** The address for an authenticator, as a picture for the telephone's camera and in letters. */
export const authenticatorLines = (otpauth: string): string[] => [
  ...renderUnicodeCompact(otpauth, { border: 2 }).split('\n'), `authenticator ${otpauth}`, 'shown this once: let an authenticator app read the picture, or put the address into it; its six digits are asked at each sign-in',
];

const list: Verb = {
  name: 'hub user list', summary: 'accounts of the review console', usage: '--dir D', help: [dirHelp], options: dir,
  async run(args) {
    const { listUsers } = await hub();
    const users = await listUsers({ dir: args.need('dir') });
    args.answer({ users }, users.map((user) => `${user.account}\t${user.role}\t${user.unit}\t${user.displayName}\t${user.hasAuthenticator ? 'authenticator' : 'password only'}${user.disabledAt === undefined ? '' : `\tdisabled ${user.disabledAt}`}`));
  },
};

const disable: Verb = {
  name: 'hub user disable', summary: 'an account opens nothing any more; what it did stays', usage: '--dir D --account A', help: [dirHelp, accountHelp], options: account,
  async run(args) {
    const { disableUser } = await hub();
    args.answer(await disableUser({ dir: args.need('dir'), account: args.need('account') }), [`${args.need('account')} disabled, its sessions ended`]);
  },
};

const enable: Verb = {
  name: 'hub user enable', summary: 'a disabled account may sign in again', usage: '--dir D --account A', help: [dirHelp, accountHelp], options: account,
  async run(args) {
    const { enableUser } = await hub();
    args.answer(await enableUser({ dir: args.need('dir'), account: args.need('account') }), [`${args.need('account')} enabled`]);
  },
};

const reset: Verb = {
  name: 'hub user reset', summary: 'a new password for an account; its sessions end', usage: '--dir D --account A [--password-file FILE]',
  help: [dirHelp, `${accountHelp}; the new password in TRAMXA_ADMIN_PASSWORD or --password-file FILE`], options: { ...account, 'password-file': { type: 'string' } },
  async run(args) {
    const { resetUserPassword } = await hub();
    const password = readSecret('TRAMXA_ADMIN_PASSWORD', args.text('password-file'), 'the new password');
    args.answer(await resetUserPassword({ dir: args.need('dir'), account: args.need('account'), password }), [`${args.need('account')} has a new password, its sessions ended`]);
  },
};

const rekey: Verb = {
  name: 'hub user rekey', summary: 'a new authenticator for an account (the telephone was lost); the one before counts no more', usage: '--dir D --account A', help: [dirHelp, accountHelp], options: account,
  async run(args) {
    const { rekeyUser } = await hub();
    const answer = await rekeyUser({ dir: args.need('dir'), account: args.need('account') });
    args.answer(answer, [
      answer.first ? `${answer.account} had no authenticator: from now on its password alone opens nothing` : `${answer.account} has a new authenticator: the one before counts no more`, 'its sessions ended', ...authenticatorLines(answer.otpauth),
    ]);
  },
};

const childRevoke: Verb = {
  name: 'hub child revoke', summary: 'takes the credential of a child hub back; what it brought stays', usage: '--dir D --unit 769', help: [dirHelp, '--unit KEY           unit of the child hub'], options: { ...dir, unit: { type: 'string' } },
  async run(args) {
    const { revokeChild } = await hub();
    const revoked = await revokeChild({ dir: args.need('dir'), unit: args.need('unit') });
    args.answer(revoked, [`${revoked.user} revoked`]);
  },
};

const credentialList: Verb = {
  name: 'hub credential list', summary: 'station PCs and child hubs that may sign in here, and those that were taken back', usage: '--dir D', help: [dirHelp], options: dir,
  async run(args) {
    const { listCredentials } = await hub();
    const credentials = await listCredentials({ dir: args.need('dir') });
    args.answer({ credentials }, credentials.map(({ user, kind, lastContactAt, revokedAt }) => `${user}\t${kind}\t${lastContactAt === undefined ? 'never met' : `last met ${lastContactAt}`}${revokedAt === undefined ? '' : `\trevoked ${revokedAt}`}`));
  },
};

export const hubAccounts: readonly Verb[] = [list, disable, enable, reset, rekey, childRevoke, credentialList];
