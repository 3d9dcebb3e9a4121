import { describe, expect, it } from 'vitest';
import type { SubmittedRecord } from '../../../src-shared/contract/hub-api.ts';
import type { Handovers, ImmunizationCardView, RecordReviews, TodayView } from '../../../src-shared/contract/queries.ts';
import { engineKinds } from '../../contract/hub/hub-world.ts';
import { aPerson, personId, run } from '../station/world.ts';
import { twoStations } from './two-stations.ts';

describe.each(engineKinds)('doses at the hub (%s)', (engine) => {
  const { of, go, see, met, reader, queue, codesOf, anotherPc } = twoStations(engine);
  const aDose = (with_: object = {}) => ({ patientId: personId(1), vaccine: 'BCG', doseNumber: 1, occurredOn: '2026-01-20', place: 'here', lotNumber: 'B-1', expiresOn: '2031-01', ...with_ });

  it('[IMM25] stand in the queue with what is wrong or doubtful, come back returned, and are answered by a voiding', async () => {
    await go('25001', 'registerPatient', aPerson(1, { bornOn: '2026-01-15' }));
    await go('25001', 'registerPatient', aPerson(2, { bornOn: '2026-01-15' }));
    const clean = await go('25001', 'recordImmunization', aDose({ occurredOn: '2026-01-20', place: 'elsewhere' }));
    const early = await go('25001', 'recordImmunization', aDose({ vaccine: 'JE', occurredOn: '2026-02-01', lotNumber: undefined, expiresOn: undefined }));
    await go('25001', 'addImmunizationReaction', { id: early, onsetOn: '2026-02-02', signs: 'Co giật', severity: 'serious', outcome: 'referred' });
    const missed = await go('25001', 'recordImmunization', { patientId: personId(1), vaccine: 'ROTA', doseNumber: 1, occurredOn: '2026-04-01', place: 'here', status: 'notDone', notDoneReason: 'outOfStock' });
    const twins = [await go('25001', 'recordImmunization', aDose({ patientId: personId(1), vaccine: 'HEPB0', place: 'elsewhere' })), await go('25001', 'recordImmunization', aDose({ patientId: personId(2), vaccine: 'HEPB0', place: 'elsewhere' }))];
    await of('25001').exchange({});
    const rows = await queue({ kind: 'immunization' });
    expect(rows.map(({ recordId }) => recordId).sort()).toEqual([clean, early, missed, ...twins].sort());
    expect(rows.find(({ recordId }) => recordId === clean)).toMatchObject({ kind: 'immunization', status: 'submitted', review: 'submitted', occurredOn: '2026-01-20', dose: { vaccine: 'BCG', doseNumber: 1 }, patientName: 'Nguyễn Thị Hoà', author: 'Lan', problems: [] });
    expect(codesOf(rows, early)).toEqual(['doubtful TooEarlyForAge', 'doubtful LotNumberMissing', 'doubtful SeriousReaction', 'doubtful WrittenLate']);
    expect(codesOf(rows, missed)).toEqual(['doubtful WrittenLate']);
    expect(await queue({ kind: 'visit' })).toEqual([]);
    // A birth date that was corrected judges them anew.
    await go('25001', 'updatePatient', aPerson(1, { bornOn: '2024-12-01' }));
    await of('25001').exchange({});
    expect(codesOf(await queue({ kind: 'immunization' }), early)).not.toContain('doubtful TooEarlyForAge');

    const opened = await reader().query<SubmittedRecord>('record', { unit: '25001', recordId: early });
    expect(opened).toMatchObject({ record: { vaccine: 'JE', reactions: [{ severity: 'serious' }] }, patient: { fullName: 'Nguyễn Thị Hoà' }, trail: [] });
    expect(await reader().tell('decide', { key: '019a0000-0000-7000-8000-0000000000a1', unit: '25001', recordId: early, version: opened.row.version, decision: 'returned', comment: 'Cháu chưa đủ tuổi?', comments: [{ field: 'vaccine', text: 'Loại nào?' }] })).toMatchObject({ ok: true });
    const [back] = (await met('25001', () => see<TodayView>('25001', 'today'), ({ returned }) => returned.length === 1)).returned;
    expect(back).toMatchObject({ recordId: early, kind: 'immunization', dose: { vaccine: 'JE', doseNumber: 1 }, patientId: personId(1), reason: 'Cháu chưa đủ tuổi?', fields: ['vaccine'] });
    expect(await see<RecordReviews>('25001', 'recordReviews', { id: early })).toMatchObject({ status: 'returned', current: { comment: 'Cháu chưa đủ tuổi?' }, trail: [{ review: { decision: 'returned' } }] });
    await go('25001', 'voidImmunization', { id: early, voidReason: 'enteredInError' });
    expect((await see<TodayView>('25001', 'today')).returned).toEqual([]);
    await of('25001').exchange({});
    expect((await queue({ kind: 'immunization' })).find(({ recordId }) => recordId === early)).toMatchObject({ status: 'voided', review: 'submitted', problems: [] });
  });

  it('[IMM25] marks one dose in two records, and no longer once one is voided', async () => {
    await go('25001', 'registerPatient', aPerson(3, { bornOn: '2026-01-15' }));
    const first = await go('25001', 'recordImmunization', aDose({ patientId: personId(3), place: 'elsewhere' }));
    await of('25001').exchange({});
    // As another PC of the station wrote it apart.
    const twin = first.replace(/.{4}$/, 'abcd');
    const found = await of('25001').ask('immunizationCard', { patientId: personId(3) });
    const record = found.ok ? (found.answer as ImmunizationCardView).records[0] : undefined;
    const send = await anotherPc(twin);
    await send(record!, '1-a', { start: 1, ids: ['a'] });
    const marked = async () => (await queue({ kind: 'immunization' })).filter(({ problems }) => problems.some(({ code }) => code === 'DoseAlreadyGiven')).map(({ recordId }) => recordId).sort();
    expect(await marked()).toEqual([first, twin].sort());
    await send({ ...record!, version: `${record!.version}z`, voided: { at: record!.createdAt, by: record!.author, reason: 'duplicate' } }, '2-b', { start: 2, ids: ['b', 'a'] });
    expect(await marked()).toEqual([]);
    await send({ _id: twin, unit: '25001', device: 'pc2', patientId: personId(3), vaccine: 'BCG', occurredOn: 7 }, '3-c', { start: 3, ids: ['c', 'b', 'a'] });
    expect(codesOf(await queue({ kind: 'immunization' }), twin)).toEqual(['wrong NotReadable']);
  });

  it('[IMM24] go along with a person handed over, count on the card there, and no more once voided', async () => {
    await go('25001', 'registerPatient', aPerson(7, { bornOn: '2026-01-15', fullName: 'Lê Văn Bảy' }));
    const bcg = await go('25001', 'recordImmunization', aDose({ patientId: personId(7) }));
    await go('25001', 'recordImmunization', aDose({ patientId: personId(7), vaccine: 'HEPB0', occurredOn: '2026-01-15' }));
    const handover = await go('25001', 'handOverPerson', { patientId: personId(7), toUnit: '25002', reason: 'movedHome' });
    await of('25001').exchange({});
    expect((await see<{ rows: { patient: { id: string } }[] }>('25001', 'immunizationsDue', { until: '2026-11-22' })).rows.map(({ patient }) => patient.id)).not.toContain(personId(7));
    const { arriving } = await met('25002', () => see<Handovers>('25002', 'handovers'), (seen) => seen.arriving.length === 1);
    expect(arriving[0]).toMatchObject({ records: 2 });
    // The list is asked before the history is taken in: what came with it must be seen afterwards.
    expect((await see<{ children: number }>('25002', 'immunizationsDue', { until: '2026-11-22' })).children).toBe(0);
    const here = await go('25002', 'acceptHandover', { transferId: handover.replace('handovers:', 'transfer:') });
    const given = async () => { const view = await see<ImmunizationCardView>('25002', 'immunizationCard', { patientId: here }); return { given: view.card.lines.filter(({ state }) => state === 'given').map(({ vaccine }) => vaccine), from: view.records.map(({ carriedFrom }) => carriedFrom) }; };
    expect(await given()).toEqual({ given: ['HEPB0', 'BCG'], from: ['25001', '25001'] });
    expect(await run(of('25002'), 'recordImmunization', aDose({ patientId: here }))).toMatchObject({ ok: false, refusals: [{ code: 'DoseAlreadyGiven', immunizationId: bcg }] });
    expect(await run(of('25002'), 'voidImmunization', { id: bcg, voidReason: 'enteredInError' })).toMatchObject({ ok: false, refusals: [{ code: 'ImmunizationNotFound' }] });
    const due = async () => (await see<{ rows: { doses: { vaccine: string }[]; hasRecords: boolean }[] }>('25002', 'immunizationsDue', { until: '2026-11-22' })).rows;
    expect((await due()).map(({ doses, hasRecords }) => [hasRecords, doses.some(({ vaccine }) => vaccine === 'BCG')])).toEqual([[true, false]]);
    await go('25001', 'voidImmunization', { id: bcg, voidReason: 'wrongPatient' });
    await of('25001').exchange({});
    expect(await met('25002', given, (seen) => seen.given.length === 1)).toEqual({ given: ['HEPB0'], from: ['25001'] });
    expect((await due())[0]?.doses.some(({ vaccine }) => vaccine === 'BCG')).toBe(true);
    expect(await run(of('25002'), 'recordImmunization', aDose({ patientId: here }))).toMatchObject({ ok: true });
  });
});
