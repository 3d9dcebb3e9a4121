import { expect, it } from 'vitest';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { databaseFile, readKeyring } from '../../../src-main/station/accounts/keyring.ts';
import { openLocalWork } from '../../../src-main/station/work/open-local-work.ts';
import type { QueryAnswer } from '../../../src-shared/contract/queries.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { openStore } from '../../../store/index.ts';
import { anId } from '../../support/builders.ts';
import { aPerson, aStation, atEnd, openWork, password, personId } from './world.ts';
import { ask, did } from './two-pcs.ts';

it('[CHR26] gets its tables in steps, at sign-in, with a word on how far it is', async () => {
  const { dir } = await aStation();
  const work = await openWork(dir);
  await did(work, 'registerPatient', aPerson(1, { bornOn: '1960-05-01' }));
  const first = await did(work, 'recordVisit', { patientId: personId(1), occurredOn: '2026-01-05', symptoms: 'Ho', observations: { systolicMmHg: { value: 150 }, diastolicMmHg: { value: 90 } } });
  await work.close();
  const unlocked = await createAccounts(dir, Date.now).unlock('lan', password);
  if (!unlocked.ok) throw new Error('not unlocked');
  const store = openStore({ file: databaseFile(dir), key: unlocked.key, cipher: readKeyring(dir).cipher, mustExist: true });
  const visited = store.get('encounters', first)!;
  // Nobody follows these writes, so that the tables will have to be made anew.
  for (let n = 0; n < 2500; n += 500) store.commit({ context: 'test', documents: Array.from({ length: 500 }, (_, at) => ({ table: 'encounters', document: { ...visited, _id: anId('encounters', 1 + n + at), occurredOn: addDays('2025-02-01', (n + at) % 300) } })) });
  store.close();
  const said: number[] = [];
  const again = await openLocalWork({ dir, account: 'lan', password, now: Date.now, say: (progress) => { if (progress.step === 'people') said.push(progress.share); } });
  atEnd(() => again.close());
  expect(said.map((share) => Math.round(share * 10))).toEqual([2, 4, 7, 9]);
  expect((await ask<QueryAnswer<'suspects'>>(again, 'suspects')).rows).toMatchObject([{ kind: 'confirm', patient: { id: personId(1) } }]);
  expect((await ask<QueryAnswer<'careMonth'>>(again, 'careMonth', { month: '2025-03' })).indicators.at(-1)).toEqual({ id: 'screened40plus', numerator: 1, denominator: 1 });
});
