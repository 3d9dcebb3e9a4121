import { describe, expect, it } from 'vitest';
import { aPerson, aStation, aVisit, openWork, personId, run } from './world.ts';

type Work = Awaited<ReturnType<typeof openWork>>;
const answer = async <T>(work: Work, query: string, input: object): Promise<T> => {
  const outcome = await work.ask(query, input);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.answer as T;
};
const wrong = (n: number) => ({ id: personId(n), voidReason: 'enteredInError' });
const found = (work: Work, text: string) => answer<{ rows: { id: string; voided?: true }[]; total: number; people: number }>(work, 'patientSearch', { text });

describe('a person’s record entered in error', () => {
  it('[PAT26] is not voided before what hangs on it is', async () => {
    const work = await openWork((await aStation()).dir);
    for (const n of [1, 2]) await run(work, 'registerPatient', aPerson(n));
    const visit = await run(work, 'recordVisit', aVisit(1));
    const second = await run(work, 'recordVisit', aVisit(1, { status: 'draft' }));
    expect(await run(work, 'voidPatient', wrong(1))).toMatchObject({ ok: false, refusals: [{ code: 'PersonHasRecords', encounters: 2, dispenses: 0 }] });
    for (const made of [visit, second]) await run(work, 'voidEncounter', { id: made.ok ? made.result.id : '', voidReason: 'wrongPatient' });
    await run(work, 'markSamePerson', { id: personId(2), sameAsId: personId(1) });
    expect(await run(work, 'voidPatient', wrong(1))).toMatchObject({ ok: false, refusals: [{ code: 'StandsForOthers' }] });
    await run(work, 'unmarkSamePerson', { id: personId(2) });
    expect(await run(work, 'voidPatient', wrong(1))).toMatchObject({ ok: true });
    expect(await answer<unknown[]>(work, 'encounterTimeline', { patientId: personId(1) })).toHaveLength(2);
    expect(await run(work, 'restoreEncounter', { id: visit.ok ? visit.result.id : '', restoreReason: 'Hủy nhầm' })).toMatchObject({ ok: false, refusals: [{ code: 'PatientVoided' }] });
  });

  it('[PAT27] takes nothing new, counts as nobody, is still found, and leaves its number to others', async () => {
    const work = await openWork((await aStation()).dir);
    const numbered = { nationalId: '034185001234', noNationalIdReason: undefined };
    for (const [n, fields] of [[1, numbered], [2, { fullName: 'Trần Văn Bình', sex: 'male' }]] as const) await run(work, 'registerPatient', aPerson(n, fields));
    expect(await found(work, '')).toMatchObject({ total: 2, people: 2 });
    expect(await run(work, 'voidPatient', wrong(1), 'once')).toMatchObject({ ok: true, result: { already: false } });
    expect(await run(work, 'voidPatient', wrong(1), 'once')).toMatchObject({ ok: true, result: { already: true } });
    expect(await found(work, '')).toMatchObject({ total: 2, people: 1 });
    expect((await found(work, 'hoa')).rows).toEqual([expect.objectContaining({ id: personId(1), voided: true })]);
    expect(await answer(work, 'similarPeople', { fullName: 'Nguyễn Thị Hoà', bornOn: '1985-03-15' })).toEqual([]);
    for (const [operation, input] of [
      ['recordVisit', aVisit(1)], ['recordVisit', aVisit(1, { status: 'draft' })], ['updatePatient', aPerson(1, { ...numbered, phone: '0912345678' })],
      ['markSamePerson', { id: personId(1), sameAsId: personId(2) }], ['markSamePerson', { id: personId(2), sameAsId: personId(1) }],
      ['handOverPerson', { patientId: personId(1), toUnit: '25002', reason: 'movedHome' }], ['dispenseMedicine', { patientId: personId(1), occurredOn: '2026-03-01', items: [{ medicineId: 'medicines:019a0000-0000-7000-8000-000000000003', quantityBaseUnits: 1 }] }],
    ] as const) {
      const outcome = await run(work, operation, input);
      expect([operation, outcome.ok ? 'done' : outcome.refusals.map(({ code }) => code)]).toEqual([operation, expect.arrayContaining(['PatientVoided'])]);
    }
    expect(await run(work, 'registerPatient', aPerson(3, numbered))).toMatchObject({ ok: true });
    expect(await run(work, 'restorePatient', { id: personId(1), restoreReason: 'Có thật' })).toMatchObject({ ok: false, refusals: [{ code: 'NationalIdTaken', patientId: personId(3) }] });
    await run(work, 'voidPatient', wrong(3));
    expect(await run(work, 'restorePatient', { id: personId(1), restoreReason: 'Có thật' })).toMatchObject({ ok: true });
    expect(await found(work, '')).toMatchObject({ total: 3, people: 2 });
    expect(await run(work, 'recordVisit', aVisit(1))).toMatchObject({ ok: true });
  });
});
