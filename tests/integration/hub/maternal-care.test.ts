import { describe, expect, it } from 'vitest';
import type { SubmittedRecord } from '../../../src-shared/contract/hub-api.ts';
import type { Handovers, MaternalCareView, MaternalDue, RecordReviews, TodayView } from '../../../src-shared/contract/queries.ts';
import { engineKinds } from '../../contract/hub/hub-world.ts';
import { readings } from '../../support/chronic.ts';
import { aPerson, personId } from '../station/world.ts';
import { twoStations } from './two-stations.ts';

describe.each(engineKinds)('the care of mothers at the hub (%s)', (engine) => {
  const { of, go, see, met, reader, queue, codesOf, anotherPc } = twoStations(engine);
  const fields = { registeredOn: '2025-09-01', lastPeriodOn: '2025-06-10' };

  it('[MAT31] [MAT28] stands in the queue with what is doubtful, comes back returned, and is answered; no result is in a row', async () => {
    await go('25001', 'registerPatient', aPerson(1, { bornOn: '1998-05-01' }));
    const pregnancy = await go('25001', 'registerPregnancy', { patientId: personId(1), ...fields, lastPeriodOn: undefined, screenings: [{ test: 'hiv', result: 'positive', on: '2025-09-01' }] });
    const visit = await go('25001', 'recordAntenatalVisit', { patientId: personId(1), pregnancyId: pregnancy, occurredOn: '2025-12-01', bloodPressure: readings('150/95'), dangerSigns: ['headacheOrVision'] });
    const birth = await go('25001', 'recordBirth', { patientId: personId(1), pregnancyId: pregnancy, bornOn: '2026-03-10', place: 'station', mode: 'vaginal', babies: [{ sex: 'female', weightG: 450, status: 'live' }], motherStatus: 'well' });
    const after = await go('25001', 'recordPostnatalVisit', { patientId: personId(1), pregnancyId: pregnancy, occurredOn: '2026-03-12', place: 'home', fever: true });
    await of('25001').exchange({});
    const rows = Object.fromEntries(await Promise.all(['pregnancy', 'antenatalVisit', 'birth', 'postnatalVisit'].map(async (kind) => [kind, await queue({ kind })] as const)));
    expect(rows['pregnancy']).toMatchObject([{ recordId: pregnancy, kind: 'pregnancy', status: 'submitted', review: 'submitted', occurredOn: '2025-09-01', patientName: 'Nguyễn Thị Hoà', author: 'Lan' }]);
    expect(JSON.stringify(rows)).not.toContain('positive');
    expect(codesOf(rows['pregnancy']!, pregnancy)).toEqual(['doubtful DueDayUnknown', 'doubtful WrittenLate']);
    expect(codesOf(rows['antenatalVisit']!, visit)).toEqual(['doubtful DangerSigns', 'doubtful PressureHigh', 'doubtful WrittenLate']);
    expect(codesOf(rows['birth']!, birth)).toEqual(['doubtful BabyWeightUnusual', 'doubtful WrittenLate']);
    expect(rows['birth']![0]?.problems[0]).toMatchObject({ field: 'babies' });
    expect(codesOf(rows['postnatalVisit']!, after)).toEqual(['doubtful Fever', 'doubtful WrittenLate']);
    for (const kind of ['pregnancy', 'birth']) { expect(rows[kind]![0]).not.toHaveProperty('dose'); expect(rows[kind]![0]).not.toHaveProperty('condition'); }
    // A birth date that was corrected judges them anew.
    await go('25001', 'updatePatient', aPerson(1, { bornOn: '2026' }));
    await of('25001').exchange({});
    expect(codesOf(await queue({ kind: 'pregnancy' }), pregnancy)).toContain('wrong OccurredBeforeBirth');

    const decide = async (key: string, recordId: string, comment: string, field: string) => {
      const { row } = await reader().query<SubmittedRecord>('record', { unit: '25001', recordId });
      expect(await reader().tell('decide', { key, unit: '25001', recordId, version: row.version, decision: 'returned', comment, comments: [{ field, text: 'Xem lại' }] })).toMatchObject({ ok: true });
    };
    await decide('019a0000-0000-7000-8000-0000000000c1', pregnancy, 'Kinh cuối?', 'lastPeriodOn');
    await decide('019a0000-0000-7000-8000-0000000000c2', after, 'Sốt bao nhiêu độ?', 'fever');
    const { returned } = await met('25001', () => see<TodayView>('25001', 'today'), (seen) => seen.returned.length === 2);
    expect(returned).toEqual(expect.arrayContaining([
      expect.objectContaining({ recordId: pregnancy, kind: 'pregnancy', occurredOn: '2025-09-01', reason: 'Kinh cuối?', fields: ['lastPeriodOn'] }),
      expect.objectContaining({ recordId: after, kind: 'postnatalVisit', occurredOn: '2026-03-12', patientId: personId(1), fields: ['fever'] }),
    ]));
    expect(await see<RecordReviews>('25001', 'recordReviews', { id: after })).toMatchObject({ status: 'returned', trail: [{ review: { decision: 'returned' } }] });
    await go('25001', 'voidPostnatalVisit', { id: after, voidReason: 'enteredInError' });
    await go('25001', 'updatePatient', aPerson(1, { bornOn: '1998-05-01' }));
    await go('25001', 'amendPregnancy', { id: pregnancy, ...fields });
    expect((await see<TodayView>('25001', 'today')).returned).toEqual([]);
    await of('25001').exchange({});
    expect(await queue({ kind: 'postnatalVisit' })).toMatchObject([{ status: 'voided', review: 'submitted', problems: [] }]);
    expect(codesOf(await queue({ kind: 'pregnancy' }), pregnancy)).toEqual(['doubtful WrittenLate']);
  });

  it('[MAT31] marks one pregnancy, one birth and one day in two records, and no longer once one is voided', async () => {
    await go('25001', 'registerPatient', aPerson(3, { bornOn: '1998-05-01' }));
    const pregnancy = await go('25001', 'registerPregnancy', { patientId: personId(3), ...fields });
    const visits = [await go('25001', 'recordAntenatalVisit', { patientId: personId(3), pregnancyId: pregnancy, occurredOn: '2025-12-01', weightKg: 50 }), await go('25001', 'recordAntenatalVisit', { patientId: personId(3), pregnancyId: pregnancy, occurredOn: '2025-12-01', weightKg: 51 })];
    await of('25001').exchange({});
    const marked = async (kind: string, code: string) => (await queue({ kind })).filter(({ problems }) => problems.some((problem) => problem.code === code)).map(({ recordId }) => recordId).sort();
    expect(await marked('antenatalVisit', 'VisitThatDay')).toEqual(visits.toSorted());
    await go('25001', 'voidAntenatalVisit', { id: visits[1], voidReason: 'duplicate' });
    await of('25001').exchange({});
    expect(await marked('antenatalVisit', 'VisitThatDay')).toEqual([]);
    // As another PC of the station wrote it apart.
    const twin = pregnancy.replace(/.{4}$/, 'abcd');
    const { pregnancy: record } = (await see<MaternalCareView>('25001', 'maternalCare', { patientId: personId(3) })).pregnancies[0]!;
    const send = await anotherPc(twin);
    await send(record, '1-a', { start: 1, ids: ['a'] });
    expect(await marked('pregnancy', 'AlreadyPregnant')).toEqual([pregnancy, twin].sort());
    await send({ ...record, version: `${record.version}z`, statusChanges: [...record.statusChanges, { ...record.statusChanges[0]!, on: '2025-10-01', status: 'miscarried' }] }, '2-b', { start: 2, ids: ['b', 'a'] });
    expect(await marked('pregnancy', 'AlreadyPregnant')).toEqual([]);
    await send({ _id: twin, unit: '25001', device: 'pc2', patientId: personId(3), registeredOn: 7 }, '3-c', { start: 3, ids: ['c', 'b', 'a'] });
    expect(codesOf(await queue({ kind: 'pregnancy' }), twin)).toEqual(['wrong NotReadable']);
  });

  it('[MAT30] goes along with a woman handed over, who is to come there, and is examined there', async () => {
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
    await go('25001', 'registerPatient', aPerson(7, { bornOn: '1998-05-01', fullName: 'Lê Thị Bảy' }));
    const pregnancy = await go('25001', 'registerPregnancy', { patientId: personId(7), registeredOn: ago(70), lastPeriodOn: ago(140) });
    await go('25001', 'recordAntenatalVisit', { patientId: personId(7), pregnancyId: pregnancy, occurredOn: ago(70), weightKg: 50, nextVisitOn: ago(20) });
    const handover = await go('25001', 'handOverPerson', { patientId: personId(7), toUnit: '25002', reason: 'movedHome' });
    await of('25001').exchange({});
    const due = async (unit: string) => (await see<MaternalDue>(unit, 'maternalDue', { until: ago(-30) })).rows.map(({ patient, standing }) => `${patient.fullName} ${standing.isCarried}`);
    expect(await due('25001')).not.toContainEqual(expect.stringContaining('Bảy'));
    expect((await met('25002', () => see<Handovers>('25002', 'handovers'), (seen) => seen.arriving.length === 1)).arriving[0]).toMatchObject({ records: 2 });
    expect(await due('25002')).toEqual([]);
    const here = await go('25002', 'acceptHandover', { transferId: handover.replace('handovers:', 'transfer:') });
    expect(await due('25002')).toEqual(['Lê Thị Bảy true']);
    await go('25002', 'recordAntenatalVisit', { patientId: here, pregnancyId: pregnancy, occurredOn: ago(1), weightKg: 55, nextVisitOn: ago(-40) });
    expect(await see<MaternalCareView>('25002', 'maternalCare', { patientId: here })).toMatchObject({ standing: { visits: 2, isCarried: true }, pregnancies: [{ pregnancy: { _id: pregnancy, carriedFrom: '25001' }, visits: [{ weightKg: 55 }, { carriedFrom: '25001' }] }] });
    expect(await due('25002')).toEqual([]);
  });
});
