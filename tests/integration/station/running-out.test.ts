import { expect, it } from 'vitest';
import type { MedicineRow, TodayView } from '../../../src-shared/contract/queries.ts';
import { aPerson, aStation, openWork, personId, run } from './world.ts';

const noon = Date.parse('2026-11-22T05:00:00.000Z');
const para = 'medicines:019a0000-0000-7000-8000-000000000001';
const amox = 'medicines:019a0000-0000-7000-8000-000000000002';

it('[SUP24] what lasts less than a month stands on the first page; what was undone is no use, before and after a restart', async () => {
  let passed = 0;
  const now = () => noon + (passed += 10);
  const { dir } = await aStation({ now });
  const start = async () => {
    const work = await openWork(dir, 'lan', undefined, now);
    const ask = async <T>(query: string) => { const outcome = await work.ask(query, {}); if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals)); return outcome.answer as T; };
    return {
      work,
      must: async (operation: string, input: unknown) => { const answer = await run(work, operation, input); if (!answer.ok) throw new Error(JSON.stringify(answer.refusals)); return answer.result; },
      daysLeft: async () => (await ask<MedicineRow[]>('medicineList')).map(({ code, daysLeft }) => [code, daysLeft]),
      runningOut: async () => (await ask<TodayView>('today')).runningOut.map(({ code }) => code),
    };
  };
  const { work, must, daysLeft, runningOut } = await start();
  await must('registerPatient', aPerson(1));
  for (const [medicineId, code, inn] of [[para, 'PARA', 'Paracetamol'], [amox, 'AMOX', 'Amoxicilin']] as const) {
    await must('addMedicine', { id: medicineId, code, inn, baseUnit: 'viên' });
    await must('receiveStock', { medicineId, lotNumber: `${code}1`, expiresOn: '2029-01-31', quantityBaseUnits: 100, occurredOn: '2026-11-03', source: 'upperLevel' });
  }
  const give = (medicineId: string, quantityBaseUnits: number) => must('dispenseMedicine', { patientId: personId(1), occurredOn: '2026-11-20', items: [{ medicineId, quantityBaseUnits }] });
  await give(para, 60);
  const wrong = await give(amox, 90);
  await give(amox, 10);
  expect(await daysLeft()).toEqual([['AMOX', 0], ['PARA', 13]]);
  expect(await runningOut()).toEqual(['AMOX', 'PARA']);

  await must('reverseStock', { dispenseId: wrong.id, reason: 'wrongMedicine' });
  expect(await daysLeft()).toEqual([['AMOX', 171], ['PARA', 13]]);
  expect(await runningOut()).toEqual(['PARA']);

  await work.close();
  const again = await start();
  expect(await again.daysLeft()).toEqual([['AMOX', 171], ['PARA', 13]]);
});
