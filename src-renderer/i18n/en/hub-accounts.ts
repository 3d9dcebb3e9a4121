/** Accounts of the console and the machines that may sign in at a hub. */
export const hubAccounts = {
  title: 'Accounts', people: 'People who use the console', machines: 'PCs of stations and hubs below', add: 'Add an account', displayName: 'Name', role: 'Role', unit: 'Of the unit', unitHint: 'Sees this unit and those below it',
  reset: 'Reset password', rekey: 'New authenticator', disable: 'Disable', enable: 'Enable', isDisabled: 'Disabled', hasAuthenticator: 'Two factors', noAuthenticator: 'Password only', disabled: '{{account}} was disabled', enabled: '{{account}} may sign in again',
  resetTitle: 'New password for {{account}}', resetBody: 'Every open session of this account ends at once.', wasReset: '{{account}} has a new password', rekeyTitle: 'New authenticator for {{account}}?', rekeyFirst: 'This account has no authenticator yet. From now on six digits are asked at each sign-in; the password alone opens nothing any more. Open sessions end.', rekeyBody: 'For a lost or new phone. The old digits count no more, open sessions end.',
  qrTitle: 'Authenticator of {{account}}', qrBody: 'Open the authenticator app on the phone and scan this picture. It is shown only once.', qrLabel: 'QR code for the authenticator app', qrKey: 'If it cannot be scanned, type the key: {{key}}', qrDone: 'Scanned',
  kinds: { device: 'Station PC', child: 'Hub below' }, revoke: 'Revoke', revokeTitle: 'Revoke {{user}}?', revokeBody: 'It sends and receives nothing any more. What it sent stays.', revoked: '{{user}} was revoked', isRevoked: 'Revoked {{when}}',
} as const;
