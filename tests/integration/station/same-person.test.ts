import { describe, expect, it } from 'vitest';
import { aPerson, aStation, aVisit, openWork, personId, run } from './world.ts';

const similar = async (work: Awaited<ReturnType<typeof openWork>>, input: object) => {
  const outcome = await work.ask('similarPeople', input);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.answer as { id: string; certainty: string }[];
};
const timelineOf = async (work: Awaited<ReturnType<typeof openWork>>, n: number) => {
  const outcome = await work.ask('encounterTimeline', { patientId: personId(n) });
  return (outcome.ok ? outcome.answer : []) as unknown[];
};

describe('two records of one person', () => {
  it('[PAT24] are linked, both show everything, a change of details keeps the link, and they part again', async () => {
    const work = await openWork((await aStation()).dir);
    for (const n of [1, 2, 3]) await run(work, 'registerPatient', aPerson(n));
    await run(work, 'recordVisit', aVisit(1));
    await run(work, 'recordVisit', aVisit(2));
    expect(await run(work, 'markSamePerson', { id: personId(2), sameAsId: personId(1) })).toMatchObject({ ok: true });
    expect([(await timelineOf(work, 1)).length, (await timelineOf(work, 2)).length, (await timelineOf(work, 3)).length]).toEqual([2, 2, 0]);
    expect((await similar(work, { fullName: 'Nguyễn Thị Hoà', bornOn: '1985-03-15' })).map(({ id }) => id).sort()).toEqual([personId(1), personId(3)]);

    expect(await run(work, 'markSamePerson', { id: personId(3), sameAsId: personId(2) })).toMatchObject({ ok: false, refusals: [{ code: 'SamePersonElsewhere', patientId: personId(1) }] });
    expect(await run(work, 'markSamePerson', { id: personId(1), sameAsId: personId(3) })).toMatchObject({ ok: false, refusals: [{ code: 'StandsForOthers' }] });
    expect(await run(work, 'markSamePerson', { id: personId(2), sameAsId: personId(3) })).toMatchObject({ ok: false, refusals: [{ code: 'AlreadySamePerson' }] });
    expect(await run(work, 'markSamePerson', { id: personId(1), sameAsId: personId(1) })).toMatchObject({ ok: false, refusals: [{ code: 'SameRecord' }] });

    expect(await run(work, 'updatePatient', aPerson(2, { phone: '0912345678' }))).toMatchObject({ ok: true });
    expect(await work.ask('patient', { id: personId(2) })).toMatchObject({ answer: { phone: '0912345678', sameAs: { patientId: personId(1) } } });

    expect(await run(work, 'unmarkSamePerson', { id: personId(2) })).toMatchObject({ ok: true });
    expect([(await timelineOf(work, 1)).length, (await timelineOf(work, 2)).length]).toEqual([1, 1]);
    expect(await run(work, 'unmarkSamePerson', { id: personId(2) })).toMatchObject({ ok: false, refusals: [{ code: 'NotMarkedSame' }] });
  });
});
