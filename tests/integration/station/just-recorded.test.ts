import { expect, it } from 'vitest';
import type { TodayView } from '../../../src-shared/contract/queries.ts';
import { aPerson, aStation, aVisit, openWork, password, run } from './world.ts';

it('[STA15] the first page lists what was written last, newest first, whatever day a visit is of', async () => {
  let now = Date.parse('2026-11-20T08:00:00+07:00');
  const clock = () => (now += 1000);
  const { dir } = await aStation({ now: clock });
  const work = await openWork(dir, 'lan', password, clock);
  await run(work, 'registerPatient', aPerson(1));
  for (let n = 1; n <= 26; n += 1) await run(work, 'recordVisit', aVisit(1, { occurredOn: '2026-11-20', reason: `lượt ${n}` }));
  await run(work, 'recordVisit', aVisit(1, { occurredOn: '2026-03-01', reason: 'chép từ sổ' }));
  const outcome = await work.ask('today', {});
  const { recent } = (outcome.ok ? outcome.answer : {}) as TodayView;
  expect(recent.map(({ reason }) => reason)).toEqual(['chép từ sổ', ...Array.from({ length: 19 }, (_, n) => `lượt ${26 - n}`)]);
});
