import { describe, expect, it } from 'vitest';
import type { LotRow, MedicineRow, TimelineEntry, TodayView } from '../../../src-shared/contract/queries.ts';
import { queries } from '../../../src-shared/contract/queries.ts';
import { aPerson, aStation, aVisit, openWork, personId, run } from './world.ts';

const noon = Date.parse('2026-11-22T05:00:00.000Z');
const today = '2026-11-22';
const medicineId = 'medicines:019a0000-0000-7000-8000-000000000001';

describe('queries', () => {
  it('[STA13] show what the file holds', async () => {
    let passed = 0;
    const now = () => noon + (passed += 10);
    const { dir } = await aStation({ now });
    const work = await openWork(dir, 'lan', undefined, now);
    const must = async (operation: string, input: unknown) => { const answer = await run(work, operation, input); if (!answer.ok) throw new Error(JSON.stringify(answer.refusals)); return answer.result; };
    const ask = async <T>(query: string, input: unknown = {}) => { const outcome = await work.ask(query, input); if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals)); return outcome.answer as T; };

    await must('registerPatient', aPerson(1, { allergies: [{ substance: 'Penicillin' }] }));
    await must('registerPatient', aPerson(2, { fullName: 'Trần Văn Bình', sex: 'male' }));
    await must('recordVisit', aVisit(1, { occurredOn: '2026-03-01', reason: 'Cũ' }));
    const newer = await must('recordVisit', aVisit(1, { occurredOn: today, reason: 'Mới' }));
    const voided = await must('recordVisit', aVisit(1, { occurredOn: today, reason: 'Nhầm' }));
    await must('voidEncounter', { id: voided.id, voidReason: 'wrongPatient' });
    await must('addMedicine', { id: medicineId, code: 'PARA', inn: 'Paracetamol', strength: '500 mg', baseUnit: 'viên' });
    await must('receiveStock', { medicineId, lotNumber: 'SOON1', expiresOn: '2027-01-15', quantityBaseUnits: 20, occurredOn: today, source: 'upperLevel' });
    await must('receiveStock', { medicineId, lotNumber: 'LATE1', expiresOn: '2029-01-31', quantityBaseUnits: 80, occurredOn: '2026-11-01', source: 'upperLevel' });
    await must('recordOpeningStock', { medicineId, lotNumber: 'OLD1', expiresOn: '2026-01-31', quantityBaseUnits: 5, occurredOn: '2026-11-01' });
    await must('dispenseMedicine', { patientId: personId(1), occurredOn: today, items: [{ medicineId, quantityBaseUnits: 30 }] });

    const list = await ask<{ rows: Record<string, unknown>[]; total: number; people: number }>('patientSearch', { text: 'hoa' });
    expect(list).toMatchObject({ total: 1, people: 2, rows: [{ id: personId(1), hasAllergies: true, village: 'Thôn 3' }] });
    expect((await ask<typeof list>('patientSearch', { limit: 1, offset: 1 })).rows).toHaveLength(1);

    const timeline = await ask<TimelineEntry[]>('encounterTimeline', { patientId: personId(1) });
    expect(timeline.map(({ type, on }) => `${type} ${on}`)).toEqual([`dispense ${today}`, `encounter ${today}`, `encounter ${today}`, 'encounter 2026-03-01']);
    expect(await ask('encounter', { id: newer.id })).toMatchObject({ reason: 'Mới', status: 'submitted' });
    expect(await ask('patient', { id: personId(9) })).toBeNull();

    const view = await ask<TodayView>('today');
    expect(view).toMatchObject({ encountersToday: 1, newPatientsToday: 2, dispensesToday: 1, people: 2 });
    expect(view.expiringLots.map(({ lotNumber, state }) => `${lotNumber} ${state}`)).toEqual(['OLD1 expired']);
    expect(view.recent[0]).toMatchObject({ occurredOn: today, patientName: 'Nguyễn Thị Hoà' });

    const lots = await ask<LotRow[]>('lotsOnHand');
    expect(lots.map(({ lotNumber, balance, state }) => `${lotNumber} ${balance} ${state}`)).toEqual(['OLD1 5 expired', 'LATE1 70 usable']);
    expect((await ask<LotRow[]>('lotsOnHand', { medicineId, includeEmpty: true })).map(({ lotNumber }) => lotNumber)).toEqual(['OLD1', 'SOON1', 'LATE1']);
    expect(await ask<MedicineRow[]>('medicineList')).toMatchObject([{ code: 'PARA', balance: 75, usableBalance: 70, expiredBalance: 5, nextExpiry: '2029-01-31' }]);
    const card = await ask<{ balance: number; quantityBaseUnits: number; lotNumber: string }[]>('stockCard', { medicineId });
    expect(card.map(({ quantityBaseUnits, balance }) => `${quantityBaseUnits}→${balance}`)).toEqual(['-10→75', '-20→85', '20→105', '5→85', '80→80']);

    expect(await ask('stationProfile')).toMatchObject({ unit: '25001', unitName: 'Trạm y tế An Bình', clockBehind: false, path: [] });
    expect(await ask('syncStatus')).toMatchObject({ line: 'notEnrolled', denied: 0, conflicts: 0, allProved: false, tiers: [] });
    expect(await ask('recordTicks', { ids: [personId(1)] })).toEqual([{ id: personId(1), saved: true, denied: false, proved: [] }]);
    expect(await ask('deniedRecords')).toEqual([]);
    expect(await ask('conflictInbox')).toEqual([]);
    for (const [query, { example }] of Object.entries(queries)) expect((await work.ask(query, example)).ok).toBe(true);
    expect(await work.ask('nothing', {})).toMatchObject({ ok: false, refusals: [{ code: 'UnknownQuery' }] });
    expect(await work.ask('patient', { id: 7 })).toMatchObject({ ok: false, refusals: [{ code: 'InvalidInput' }] });
  });
});
