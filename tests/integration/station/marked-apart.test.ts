import { expect, it } from 'vitest';
import type { Nutrition } from '../../../src-shared/contract/queries.ts';
import type { StationWork } from '../../../src-main/station/work/station-work.ts';
import { ask, did, exchange, twoPcs } from './two-pcs.ts';
import { aPerson, aVisit, personId } from './world.ts';

const today = new Date().toISOString().slice(0, 10);
const aChild = (n: number) => aPerson(n, { bornOn: `${String(Number(today.slice(0, 4)) - 1)}-01-10` });
/** Who stands for the children, as the list of those under five, the search and the report have them. */
const standing = async (pc: StationWork) => {
  const { rows } = await ask<Nutrition>(pc, 'nutrition', {});
  const { numbers } = await ask<{ numbers: { id: string; value: number }[] }>(pc, 'reportForm', { month: today.slice(0, 7), form: 'people' });
  return `${rows.map(({ patient }) => Number.parseInt(patient.id.slice(-12), 16)).sort().join(' ')} of ${String(numbers.find(({ id }) => id === 'people.book')?.value)}`;
};
const timeline = async (pc: StationWork, n: number) => (await ask<unknown[]>(pc, 'encounterTimeline', { patientId: personId(n) })).length;

it('[PAT34] two PCs that mark two records as each other, or make a chain, lose nobody from any list; undone, they part', async () => {
  const [one, two] = await twoPcs();
  for (const n of [1, 2, 3, 4, 5]) await did(one, 'registerPatient', aChild(n));
  for (const n of [1, 2, 3, 4, 5]) await did(one, 'recordVisit', aVisit(n, { occurredOn: today }));
  await exchange(one, two);
  for (const pc of [one, two]) expect(await standing(pc)).toBe('1 2 3 4 5 of 5');

  await did(one, 'markSamePerson', { id: personId(2), sameAsId: personId(1) });
  await did(two, 'markSamePerson', { id: personId(1), sameAsId: personId(2) });
  await did(one, 'markSamePerson', { id: personId(5), sameAsId: personId(4) });
  await did(two, 'markSamePerson', { id: personId(4), sameAsId: personId(3) });
  await exchange(one, two);
  for (const pc of [one, two]) expect(await standing(pc)).toBe('1 3 of 2');
  // Of one PC: a process has no room for the screens of two.
  expect(await Promise.all([1, 2, 3, 4, 5].map((n) => timeline(one, n)))).toEqual([2, 2, 3, 3, 3]);

  await did(one, 'unmarkSamePerson', { id: personId(1) });
  await did(two, 'unmarkSamePerson', { id: personId(4) });
  await exchange(one, two);
  for (const pc of [one, two]) expect(await standing(pc)).toBe('1 3 4 of 3');
}, 60_000);

it('[PAT34] a record marked as one that the other PC struck out stands for itself', async () => {
  const [one, two] = await twoPcs();
  for (const n of [1, 2]) await did(one, 'registerPatient', aChild(n));
  await did(one, 'recordVisit', aVisit(2, { occurredOn: today }));
  await exchange(one, two);
  for (const pc of [one, two]) expect(await standing(pc)).toBe('1 2 of 2');
  await did(one, 'markSamePerson', { id: personId(2), sameAsId: personId(1) });
  await did(two, 'voidPatient', { id: personId(1), voidReason: 'enteredInError' });
  await exchange(one, two);
  for (const pc of [one, two]) expect(await standing(pc)).toBe('2 of 1');
}, 60_000);
