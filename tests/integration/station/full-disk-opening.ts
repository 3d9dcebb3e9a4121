import { cpSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { readKeyring } from '../../../src-main/station/accounts/keyring.ts';
import { openStationFile } from '../../../src-main/station/open-station-file.ts';
import { fixtureAccount, fixturePassword } from '../../fixtures/station/fixture-station.ts';

/**
 * Opens the station of an earlier version (second argument) on a disk of its own (first argument) that has so much room left (each of the others) once the copy is made, and
 * then with more. Says what happened as JSON.
 */
const [disk = '', fixture = '', ...rooms] = process.argv.slice(2);
const dir = join(disk, 'station');
const filler = join(disk, 'filler');
const freeBytes = () => { const { bavail, bsize } = statfsSync(disk); return bavail * bsize; };

/** What the file holds once it is open. */
async function open(key: Buffer, copied: () => void = () => undefined): Promise<unknown> {
  try {
    const say = ({ step }: { step: string }) => { if (step === 'checking') copied(); };
    const db = await openStationFile({ dir, key, keyring: readKeyring(dir), now: Date.now, say, reserveBytes: 0 });
    const { store } = db;
    const people = [...store.iterate('patients')];
    const held = {
      people: people.length, visits: store.count('encounters'), found: people.filter(({ _id, fullName }) => store.getWith('patients', 'fullName', String(fullName)).some((one) => one._id === _id)).length,
      byPerson: people.flatMap(({ _id }) => store.getWith('encounters', 'patientId', _id)).length, problems: store.check(true),
    };
    await db.close();
    return held;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : String(error);
  }
}

const said: Record<string, unknown> = {};
for (const room of rooms) {
  cpSync(fixture, dir, { recursive: true });
  const unlocked = await createAccounts(dir, Date.now).unlock(fixtureAccount, fixturePassword);
  if (!unlocked.ok) throw new Error('not unlocked');
  const full = await open(unlocked.key, () => { writeFileSync(filler, Buffer.alloc(freeBytes() - Number(room), 1)); });
  rmSync(filler);
  said[room] = [full, await open(unlocked.key)];
  rmSync(dir, { recursive: true });
}
process.stdout.write(JSON.stringify(said));
