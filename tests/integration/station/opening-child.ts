import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { openStationFile } from '../../../src-main/station/open-station-file.ts';

/** Opens the directory of its first argument and says each step of it, until somebody kills it. */
const [dir = '', account = '', password = ''] = process.argv.slice(2);
const unlocked = await createAccounts(dir, Date.now).unlock(account, password);
if (!unlocked.ok) throw new Error('not unlocked');
await openStationFile({ dir, key: unlocked.key, keyring: createAccounts(dir, Date.now).keyring(), now: Date.now, say: ({ step, share }) => { process.stdout.write(`${step} ${share}\n`); } });
process.stdout.write('opened\n');
process.exit(0);
