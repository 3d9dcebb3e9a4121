import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAccountChanges } from '../../../src-main/station/accounts/account-changes.ts';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { initStation } from '../../../src-main/station/accounts/init-station.ts';
import { readKeyring } from '../../../src-main/station/accounts/keyring.ts';
import { writeAuditNotes } from '../../../src-main/station/accounts/write-audit-notes.ts';
import { openStationFile } from '../../../src-main/station/open-station-file.ts';
import { runOperation } from '../../../src-main/station/operations/run-operation.ts';

/** Changes accounts on a disk of its own (first argument) with not a byte free: with the room kept, and when that is gone, too. Says what happened as JSON. */
const [disk = ''] = process.argv.slice(2);
const dir = join(disk, 'station');
const password = 'mật khẩu của Lan';
const lan = { account: 'lan', displayName: 'Lan', role: 'head' as const };
const freeBytes = () => { const { bavail, bsize } = statfsSync(disk); return bavail * bsize; };
const fill = (name: string) => {
  try { for (let n = 0; ; n += 1) writeFileSync(join(disk, `${name}-${n}`), Buffer.alloc(Math.max(4096, Math.min(1_000_000, freeBytes())), 1)); } catch { /* Full. */ }
};
const said: Record<string, unknown> = {};
const outcome = async (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code ?? String(error));

const { recoveryCode } = await initStation({ dir, unit: '25001', unitName: 'Trạm', now: Date.now, firstAccount: { ...lan, password } });
const accounts = createAccounts(dir, Date.now);
const unlocked = await accounts.unlock('lan', password);
if (!unlocked.ok) throw new Error('not unlocked');
const { key } = unlocked;
const db = await openStationFile({ dir, key, keyring: accounts.keyring(), now: Date.now, reserveBytes: 1_000_000 });
const changes = createAccountChanges({ accounts, person: lan, db, key });
const other = (account: string) => ({ account, role: 'doctor' as const, displayName: account, password: 'mật khẩu khác' });
await changes.add(other('mai'));

fill('filler');
said.free = freeBytes();
const renewed = { recoveryCode: '' };
said.changes = [
  await outcome(changes.add(other('binh'))), await outcome(changes.reset('mai', 'mật khẩu thứ ba')), await outcome(changes.disable('mai')), await outcome(changes.forget('binh')),
  await outcome(changes.changePassword(password, 'mật khẩu mới')), await outcome(changes.renewRecoveryCode().then((made) => Object.assign(renewed, made))),
];
const answer = runOperation(db, lan, { operation: 'registerPatient', key: 'p', input: { id: 'patients:019a0000-0000-7000-8000-000000000001', fullName: 'Nguyễn Thị Hoà', sex: 'female', bornOn: '1985-03-15', noNationalIdReason: 'notBrought', village: 'Thôn 3' } });
said.recordsAfter = answer.ok ? 'saved' : answer.refusals[0]?.code;
said.newCode = (await accounts.unlockWithRecoveryCode('lan', renewed.recoveryCode)).ok && (await accounts.unlockWithRecoveryCode('lan', recoveryCode)).ok;
said.newPassword = (await accounts.unlock('lan', 'mật khẩu mới')).ok;

fill('rest');
const before = JSON.stringify(readKeyring(dir));
said.without = [await outcome(changes.renewRecoveryCode()), await outcome(changes.reset('mai', 'mật khẩu thứ tư'))];
said.unchanged = JSON.stringify(readKeyring(dir)) === before;
const wrong = await accounts.unlock('lan', 'không phải');
said.wrongPassword = wrong.ok ? 'opened' : wrong.refusal.code;
said.stillOpens = (await accounts.unlock('lan', 'mật khẩu mới')).ok && (await accounts.unlockWithRecoveryCode('lan', recoveryCode)).ok;

for (const name of readdirSync(disk)) if (name.startsWith('filler') || name.startsWith('rest')) rmSync(join(disk, name));
await writeAuditNotes(db, accounts);
said.audited = [...db.store.iterate('auditEvents')].map(({ operation }) => operation).sort();
said.left = [...readdirSync(dir).filter((name) => name.endsWith('.tmp')), ...readKeyring(dir).toAudit];
await db.close();
process.stdout.write(JSON.stringify(said));
