import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { buildPatient } from '../../../src-shared/domain/patient/build-patient.ts';
import { samplePerson, seededRandom } from '../../../src-shared/domain/practice/sample-people.ts';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { unlockedOrProblem } from '../../../src-main/station/accounts/unlocked-or-problem.ts';
import { recordWrite, saveRecords } from '../../../src-main/station/db/save-records.ts';
import { openStationFile } from '../../../src-main/station/open-station-file.ts';

/** People of one commit; a commit waits for the disk. */
const together = 1000;

/** Puts invented people into a station that does not run, many to a commit. Some of them have the same name, as in life. */
export async function fillPeople(dir: string, { account, password, count }: { account: string; password: string; count: number }): Promise<void> {
  const accounts = createAccounts(dir, Date.now);
  const unlocked = unlockedOrProblem(await accounts.unlock(account, password), account);
  const db = await openStationFile({ dir, key: unlocked.key, keyring: accounts.keyring(), now: Date.now });
  const random = seededRandom(7);
  const today = todayInUnitZone(Date.now());
  for (let first = 0; first < count; first += together) {
    const context = db.contextFor(unlocked.person);
    const people = Array.from({ length: Math.min(together, count - first) }, (_, n) => buildPatient(samplePerson(random, { today, serial: first + n }), context));
    const ids = people.map(({ _id }) => _id);
    saveRecords(db, context, { operation: 'registerPatient', key: `fill-${String(first)}`, inputHash: '', records: people.map((patient) => recordWrite(patient)), result: { id: ids[0] ?? '', ids, warnings: [] } });
  }
  await db.close();
}
