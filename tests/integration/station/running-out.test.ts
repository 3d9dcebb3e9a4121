import { expect, it } from 'vitest';
import type { MedicineRow, TodayView } from '../../../src-shared/contract/queries.ts';
import { aPerson, aStation, openWork, personId, run } from './world.ts';

const noon = Date.parse('2026-11-22T05:00:00.000Z');
const para = 'medicines:019a0000-0000-7000-8000-000000000001';
const amox = 'medicines:019a0000-0000-7000-8000-000000000002';

const lotOf = (medicineId: string) => medicineId.replace('medicines', 'lots');

/** A hundred of each of two medicines, received twenty days ago. */
async function aStoreRoom() {
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
  const station = await start();
  for (const [medicineId, code, inn] of [[para, 'PARA', 'Paracetamol'], [amox, 'AMOX', 'Amoxicilin']] as const) {
    await station.must('addMedicine', { id: medicineId, code, inn, baseUnit: 'viên' });
    await station.must('receiveStock', { lotId: lotOf(medicineId), medicineId, lotNumber: `${code}1`, expiresOn: '2029-01-31', quantityBaseUnits: 100, occurredOn: '2026-11-03', source: 'upperLevel' });
  }
  return { ...station, again: async () => { await station.work.close(); return start(); } };
}

it('[SUP24] what lasts less than a month stands on the first page; what was undone is no use, before and after a restart', async () => {
  const { must, daysLeft, runningOut, again } = await aStoreRoom();
  await must('registerPatient', aPerson(1));
  const give = (medicineId: string, quantityBaseUnits: number) => must('dispenseMedicine', { patientId: personId(1), occurredOn: '2026-11-20', items: [{ medicineId, quantityBaseUnits }] });
  await give(para, 60);
  const wrong = await give(amox, 90);
  await give(amox, 10);
  expect(await daysLeft()).toEqual([['AMOX', 0], ['PARA', 13]]);
  expect(await runningOut()).toEqual(['AMOX', 'PARA']);

  await must('reverseStock', { dispenseId: wrong.id, reason: 'wrongMedicine' });
  expect(await daysLeft()).toEqual([['AMOX', 171], ['PARA', 13]]);
  expect(await runningOut()).toEqual(['PARA']);

  expect(await (await again()).daysLeft()).toEqual([['AMOX', 171], ['PARA', 13]]);
});

it('[SUP29] what procedures used and points of the station were sent is use, less what came back; what was wasted or undone is none', async () => {
  const { must, daysLeft, again } = await aStoreRoom();
  const adjust = (medicineId: string, changeBaseUnits: number, reasonCode: string) => must('adjustStock', { lotId: lotOf(medicineId), changeBaseUnits, reasonCode, occurredOn: '2026-11-20' });
  await adjust(amox, -50, 'wastage');
  expect(await daysLeft()).toEqual([['AMOX', undefined], ['PARA', undefined]]);
  await adjust(para, -50, 'sentToPoint');
  await adjust(para, 10, 'returnedFromPoint');
  const wrong = await adjust(para, -20, 'usedInProcedure');
  expect(await daysLeft()).toEqual([['AMOX', undefined], ['PARA', 13]]);
  await must('reverseStock', { movementId: wrong.id });
  expect(await daysLeft()).toEqual([['AMOX', undefined], ['PARA', 30]]);
  expect(await (await again()).daysLeft()).toEqual([['AMOX', undefined], ['PARA', 30]]);
});
