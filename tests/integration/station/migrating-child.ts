import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { openStationFile } from '../../../src-main/station/open-station-file.ts';
import { withSlowMigration } from './slow-migration.ts';

/** Opens the directory of its first argument with a slow change and says each step, until somebody kills it. */
const [dir = '', account = '', password = ''] = process.argv.slice(2);
const unlocked = await createAccounts(dir, Date.now).unlock(account, password);
if (!unlocked.ok) throw new Error('not unlocked');
const wait = new Int32Array(new SharedArrayBuffer(4));
await openStationFile({
  dir, key: unlocked.key, keyring: createAccounts(dir, Date.now).keyring(), now: Date.now, migrations: withSlowMigration(() => { Atomics.wait(wait, 0, 0, 40); }),
  say: ({ step, share }) => { process.stdout.write(`${step} ${share}\n`); },
});
process.stdout.write('opened\n');
process.exit(0);
