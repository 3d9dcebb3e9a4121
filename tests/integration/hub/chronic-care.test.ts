import { describe, expect, it } from 'vitest';
import type { SubmittedRecord } from '../../../src-shared/contract/hub-api.ts';
import type { CareDue, ChronicCareView, Handovers, RecordReviews, TodayView } from '../../../src-shared/contract/queries.ts';
import { engineKinds } from '../../contract/hub/hub-world.ts';
import { readings } from '../../support/chronic.ts';
import { aPerson, personId, run } from '../station/world.ts';
import { twoStations } from './two-stations.ts';

describe.each(engineKinds)('chronic conditions at the hub (%s)', (engine) => {
  const { of, go, see, met, reader, queue, codesOf, anotherPc } = twoStations(engine);
  const enrol = (n: number, with_: object = {}) => go('25001', 'enrolCondition', { patientId: personId(n), condition: 'hypertension', foundOn: '2025', foundBy: 'visit', enrolledOn: '2026-01-10', ...with_ });
  const follow = (n: number, occurredOn: string, pressure: string, with_: object = {}) => go('25001', 'recordFollowUp', { patientId: personId(n), occurredOn, bloodPressure: readings(pressure), ...with_ });

  it('[CHR23] stand in the queue with what is doubtful, come back returned, and are answered', async () => {
    await go('25001', 'registerPatient', aPerson(1, { bornOn: '1960-05-01' }));
    const condition = await enrol(1);
    const high = await follow(1, '2026-02-02', '186/95');
    await of('25001').exchange({});
    const [episodes, followUps] = [await queue({ kind: 'episode' }), await queue({ kind: 'followUp' })];
    expect(episodes).toMatchObject([{ recordId: condition, kind: 'episode', condition: 'hypertension', status: 'submitted', review: 'submitted', occurredOn: '2026-01-10', patientName: 'Nguyễn Thị Hoà', author: 'Lan' }]);
    expect(codesOf(episodes, condition)).toEqual(['doubtful WrittenLate']);
    expect(followUps).toMatchObject([{ recordId: high, kind: 'followUp', occurredOn: '2026-02-02' }]);
    expect(codesOf(followUps, high)).toEqual(['doubtful PressureVeryHigh', 'doubtful WrittenLate']);
    expect(followUps[0]).not.toHaveProperty('condition');
    expect(await queue({ kind: 'visit' })).toEqual([]);
    // A birth date that was corrected judges them anew.
    await go('25001', 'updatePatient', aPerson(1, { bornOn: '2026' }));
    await of('25001').exchange({});
    expect(codesOf(await queue({ kind: 'episode' }), condition)).toContain('wrong OccurredBeforeBirth');

    const opened = await reader().query<SubmittedRecord>('record', { unit: '25001', recordId: condition });
    expect(opened).toMatchObject({ record: { condition: 'hypertension', statusChanges: [{ status: 'active' }] }, trail: [] });
    const decide = async (key: string, recordId: string, comment: string, field: string) => {
      const { row } = await reader().query<SubmittedRecord>('record', { unit: '25001', recordId });
      expect(await reader().tell('decide', { key, unit: '25001', recordId, version: row.version, decision: 'returned', comment, comments: [{ field, text: 'Xem lại' }] })).toMatchObject({ ok: true });
    };
    await decide('019a0000-0000-7000-8000-0000000000b1', condition, 'Năm sinh?', 'foundOn');
    await decide('019a0000-0000-7000-8000-0000000000b2', high, 'Đã chuyển tuyến chưa?', 'bloodPressure');
    const { returned } = await met('25001', () => see<TodayView>('25001', 'today'), (seen) => seen.returned.length === 2);
    expect(returned).toEqual(expect.arrayContaining([
      expect.objectContaining({ recordId: condition, kind: 'episode', condition: 'hypertension', occurredOn: '2026-01-10', reason: 'Năm sinh?', fields: ['foundOn'] }),
      expect.objectContaining({ recordId: high, kind: 'followUp', occurredOn: '2026-02-02', patientId: personId(1), fields: ['bloodPressure'] }),
    ]));
    expect(await see<RecordReviews>('25001', 'recordReviews', { id: high })).toMatchObject({ status: 'returned', trail: [{ review: { decision: 'returned' } }] });
    await go('25001', 'voidFollowUp', { id: high, voidReason: 'enteredInError' });
    await go('25001', 'changeEpisodeStatus', { id: condition, on: '2026-02-03', status: 'referred' });
    expect((await see<TodayView>('25001', 'today')).returned).toEqual([]);
    await of('25001').exchange({});
    expect(await queue({ kind: 'followUp' })).toMatchObject([{ status: 'voided', review: 'submitted', problems: [] }]);
    expect(await queue({ kind: 'episode' })).toMatchObject([{ status: 'submitted', review: 'submitted', condition: 'hypertension' }]);
  });

  it('[CHR23] marks one condition and one day in two records, and no longer once one is voided or has ended', async () => {
    await go('25001', 'registerPatient', aPerson(3, { bornOn: '1960-05-01' }));
    const [first, one, two] = [await enrol(3, { condition: 'asthma' }), await follow(3, '2026-03-01', '120/80'), await follow(3, '2026-03-01', '122/80')];
    await of('25001').exchange({});
    const marked = async (kind: string, code: string) => (await queue({ kind })).filter(({ problems }) => problems.some((problem) => problem.code === code)).map(({ recordId }) => recordId).sort();
    expect(await marked('followUp', 'FollowUpThatDay')).toEqual([one, two].sort());
    await go('25001', 'voidFollowUp', { id: two, voidReason: 'duplicate' });
    // As another PC of the station wrote it apart.
    const twin = first.replace(/.{4}$/, 'abcd');
    const record = (await see<ChronicCareView>('25001', 'chronicCare', { patientId: personId(3) })).episodes[0]!;
    const send = await anotherPc(twin);
    await send(record, '1-a', { start: 1, ids: ['a'] });
    expect(await marked('episode', 'AlreadyEnrolled')).toEqual([first, twin].sort());
    await send({ ...record, version: `${record.version}z`, statusChanges: [...record.statusChanges, { ...record.statusChanges[0]!, on: '2026-02-01', status: 'stopped' }] }, '2-b', { start: 2, ids: ['b', 'a'] });
    expect(await marked('episode', 'AlreadyEnrolled')).toEqual([]);
    await of('25001').exchange({});
    expect(await marked('followUp', 'FollowUpThatDay')).toEqual([]);
    await send({ _id: twin, unit: '25001', device: 'pc2', patientId: personId(3), condition: 'asthma', enrolledOn: 7 }, '3-c', { start: 3, ids: ['c', 'b', 'a'] });
    expect(codesOf(await queue({ kind: 'episode' }), twin)).toEqual(['wrong NotReadable']);
  });

  it('[CHR22] go along with a person handed over, who is to come there, and is enrolled anew', async () => {
    await go('25001', 'registerPatient', aPerson(7, { bornOn: '1960-05-01', fullName: 'Lê Văn Bảy' }));
    const condition = await enrol(7);
    await follow(7, '2026-02-02', '150/95', { nextVisitOn: '2026-03-02' });
    const handover = await go('25001', 'handOverPerson', { patientId: personId(7), toUnit: '25002', reason: 'movedHome' });
    await of('25001').exchange({});
    const due = async (unit: string) => (await see<CareDue>(unit, 'careDue', { until: '2026-12-31' })).rows.map(({ patient, conditions }) => `${patient.fullName} ${conditions.map(({ isCarried }) => isCarried).join()}`);
    expect(await due('25001')).not.toContainEqual(expect.stringContaining('Bảy'));
    expect((await met('25002', () => see<Handovers>('25002', 'handovers'), (seen) => seen.arriving.length === 1)).arriving[0]).toMatchObject({ records: 2 });
    // The list is asked before the history is taken in: what came with it must be seen afterwards.
    expect(await due('25002')).toEqual([]);
    const here = await go('25002', 'acceptHandover', { transferId: handover.replace('handovers:', 'transfer:') });
    expect(await due('25002')).toEqual(['Lê Văn Bảy true']);
    const view = () => see<ChronicCareView>('25002', 'chronicCare', { patientId: here });
    expect(await view()).toMatchObject({ episodes: [{ _id: condition, carriedFrom: '25001' }], followUps: [{ carriedFrom: '25001' }], standing: { nextVisitOn: '2026-03-02', lastPressure: { systolicMmHg: 150 }, conditions: [{ isCarried: true }] } });
    expect(await run(of('25002'), 'changeEpisodeStatus', { id: condition, on: '2026-02-03', status: 'stopped' })).toMatchObject({ ok: false, refusals: [{ code: 'EpisodeNotFound' }] });
    const own = await go('25002', 'enrolCondition', { patientId: here, condition: 'hypertension', foundOn: '2025', foundBy: 'hospital', enrolledOn: '2026-02-10' });
    expect((await view()).standing.conditions).toMatchObject([{ episodeId: own, isCarried: false }]);
    expect(await due('25002')).toEqual(['Lê Văn Bảy false']);
  });
});
