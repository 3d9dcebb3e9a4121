import { describe, expect, it } from 'vitest';
import type { ConflictRow, ImmunizationCardView, ImmunizationMonth, ImmunizationsDue, VaccineLotRow } from '../../../src-shared/contract/queries.ts';
import type { StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { verifyStation } from '../../../src-main/station/verify/verify-station.ts';
import { anId } from '../../support/builders.ts';
import { aDatabase, must, refusal, show, tell, today } from './one-pc.ts';
import { aPerson, personId, until } from './world.ts';
import { ask, did, exchange, twoPcs } from './two-pcs.ts';

const lotId = anId('lots');
const medicineId = anId('medicines');

const aChild = (n: number, with_: object = {}) => aPerson(n, { bornOn: '2026-08-01', ...with_ });
const aDose = (n: number, with_: object = {}) => ({ patientId: personId(n), vaccine: 'BCG', doseNumber: 1, occurredOn: '2026-08-10', place: 'here', lotNumber: 'B-1', expiresOn: '2028-01', ...with_ });
const stock = (db: StationDatabase, quantityBaseUnits = 2) => {
  must(tell(db, 'addMedicine', { id: medicineId, code: 'BCG-LIEU', inn: 'Vắc xin BCG', baseUnit: 'liều', atc: 'J07AN01' }));
  must(tell(db, 'receiveStock', { medicineId, lotId, lotNumber: 'L-7', expiresOn: '2028-06', quantityBaseUnits, occurredOn: '2026-08-01', source: 'programme' }));
};
const fromStore = { lotId, lotNumber: undefined, expiresOn: undefined };

describe('doses at one PC', () => {
  it('[IMM11] [IMM15] takes a dose from the book in the same commit, gives it back once, and done twice is done once', () => {
    const db = aDatabase();
    stock(db);
    must(tell(db, 'registerPatient', aChild(1)));
    const given = must(tell(db, 'recordImmunization', aDose(1, fromStore), 'first'));
    expect(given.ids).toHaveLength(2);
    expect(db.stock.balance(lotId)).toBe(1);
    expect(must(tell(db, 'recordImmunization', aDose(1, fromStore), 'first'))).toEqual({ ...given, already: true });
    // A line of a dose is not undone alone.
    expect(refusal(tell(db, 'reverseStock', { movementId: given.ids[1] }))?.code).toBe('ReverseWholeDispense');
    must(tell(db, 'voidImmunization', { id: given.id, voidReason: 'enteredInError' }));
    expect(db.stock.balance(lotId)).toBe(2);
    expect(refusal(tell(db, 'voidImmunization', { id: given.id, voidReason: 'enteredInError' }))).toEqual({ code: 'ImmunizationVoided' });
    expect(db.store.get('immunizations', given.id)).toMatchObject({ lotNumber: 'L-7', voided: { reason: 'enteredInError' } });
    expect([...db.store.iterate('auditEvents')].map(({ operation }) => operation).sort()).toEqual(['addMedicine', 'receiveStock', 'recordImmunization', 'registerPatient', 'voidImmunization']);
    expect(verifyStation(db).problems).toEqual([]);
  });

  it('[IMM11] takes none where none is left, or nothing at all', () => {
    const db = aDatabase();
    stock(db, 1);
    for (const n of [1, 2]) must(tell(db, 'registerPatient', aChild(n)));
    must(tell(db, 'recordImmunization', aDose(1, fromStore)));
    expect(refusal(tell(db, 'recordImmunization', aDose(2, fromStore)))).toMatchObject({ code: 'ReductionBelowZero', lotId, available: 0 });
    expect(db.store.count('immunizations')).toBe(1);
  });

  it('[IMM8] [IMM16] follows a person through both records', async () => {
    const db = aDatabase();
    for (const n of [1, 2]) must(tell(db, 'registerPatient', aChild(n)));
    must(tell(db, 'recordImmunization', aDose(1)));
    must(tell(db, 'recordImmunization', aDose(2, { vaccine: 'HEPB0', occurredOn: '2026-08-02' })));
    must(tell(db, 'markSamePerson', { id: personId(2), sameAsId: personId(1) }));
    expect(refusal(tell(db, 'recordImmunization', aDose(2)))?.code).toBe('DoseAlreadyGiven');
    for (const n of [1, 2]) {
      const view = await show(db, 'immunizationCard', { patientId: personId(n) });
      expect(view?.card.lines.filter(({ state }) => state === 'given').map(({ vaccine }) => vaccine)).toEqual(['HEPB0', 'BCG']);
      expect(view?.records.map(({ vaccine }) => vaccine)).toEqual(['BCG', 'HEPB0']);
    }
    expect((await show(db, 'immunizationsDue', { until: today })).rows.map(({ patient }) => patient.id)).toEqual([personId(1)]);
    must(tell(db, 'unmarkSamePerson', { id: personId(2) }));
    const due = await show(db, 'immunizationsDue', { until: today, vaccine: 'BCG' });
    expect(due.rows.map(({ patient }) => patient.id)).toEqual([personId(2)]);
    expect(await show(db, 'immunizationCard', { patientId: personId(9) })).toBeNull();
  });

  it('[IMM17] lists children with doses due, by village and name, filtered, and follows what is written', async () => {
    const db = aDatabase();
    must(tell(db, 'registerPatient', aChild(1, { fullName: 'Trần Văn Bình', village: 'Thôn 2' })));
    must(tell(db, 'registerPatient', aChild(2, { fullName: 'Lê Thị An', village: 'Thôn 2', guardian: { fullName: 'Lê Văn Tám', phone: '0912345678' } })));
    must(tell(db, 'registerPatient', aChild(3, { fullName: 'Vũ Thị Yến', village: 'Thôn 1', bornOn: '2018-11-23' })));
    must(tell(db, 'registerPatient', aChild(4, { fullName: 'Quá Tuổi', village: 'Thôn 1', bornOn: '2018-11-22' })));
    must(tell(db, 'registerPatient', aChild(5, { fullName: 'Không Thôn', village: undefined, bornOn: '2026-11' })));
    must(tell(db, 'registerPatient', aChild(6, { fullName: 'Ghi Nhầm' })));
    must(tell(db, 'voidPatient', { id: personId(6), voidReason: 'enteredInError' }));
    const names = (due: ImmunizationsDue) => due.rows.map(({ patient }) => patient.fullName);
    const all = await show(db, 'immunizationsDue', { until: today });
    expect(names(all)).toEqual(['Vũ Thị Yến', 'Lê Thị An', 'Trần Văn Bình']);
    expect(all).toMatchObject({ total: 3, children: 4, villages: [{ village: 'Thôn 1', children: 1 }, { village: 'Thôn 2', children: 2 }] });
    expect(all.rows[1]).toMatchObject({ guardian: { fullName: 'Lê Văn Tám', phone: '0912345678' }, hasRecords: false, doses: [{ vaccine: 'BCG', state: 'late', dueOn: '2026-08-01' }, { vaccine: 'DPT-VGB-Hib', doseNumber: 1, state: 'late' }, { vaccine: 'bOPV' }, { vaccine: 'ROTA' }] });
    // Nothing is written of any of them: what stands in their paper books nobody knows.
    expect(all).toMatchObject({ needed: [], withoutBook: 3 });
    expect(all.rows.map(({ withoutBook }) => withoutBook)).toEqual([true, true, true]);
    const newborn = await show(db, 'immunizationsDue', { until: '2026-12-01', village: null });
    expect(newborn).toMatchObject({ withoutBook: 0, needed: [{ vaccine: 'HEPB0', doseNumber: 1, doses: 1 }, { vaccine: 'BCG', doseNumber: 1, doses: 1 }] });
    expect(newborn.rows[0]).not.toHaveProperty('withoutBook');
    // Born at the latest on the last of the month, which has not come.
    expect(names(await show(db, 'immunizationsDue', { until: '2026-12-01' }))).toContain('Không Thôn');
    expect(names(await show(db, 'immunizationsDue', { until: '2026-12-01', village: null }))).toEqual(['Không Thôn']);
    expect((await show(db, 'immunizationsDue', { until: today, village: 'Thôn 2', limit: 1, offset: 1 })).rows.map(({ patient }) => patient.id)).toEqual([personId(1)]);

    must(tell(db, 'recordImmunization', aDose(1)));
    expect(await show(db, 'immunizationsDue', { until: today, vaccine: 'ROTA' })).toMatchObject({ total: 2, withoutBook: 1, needed: [{ vaccine: 'ROTA', doseNumber: 1, doses: 1 }] });
    const bcg = () => show(db, 'immunizationsDue', { until: today, vaccine: 'BCG', late: true });
    expect(names(await bcg())).toEqual(['Lê Thị An']);
    const missed = must(tell(db, 'recordImmunization', { patientId: personId(2), vaccine: 'BCG', doseNumber: 1, occurredOn: today, place: 'here', status: 'notDone', notDoneReason: 'ill' }));
    expect((await bcg()).rows[0]).toMatchObject({ hasRecords: true, doses: [{ notDone: { id: missed.id, reason: 'ill' } }] });
    must(tell(db, 'updatePatient', aChild(2, { fullName: 'Lê Thị An', village: 'Thôn 3', bornOn: '2025-01-01' })));
    expect(names(await bcg())).toEqual([]);
    expect((await show(db, 'immunizationsDue', { until: today })).villages.map(({ village }) => village)).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 3']);
    must(tell(db, 'handOverPerson', { patientId: personId(1), toUnit: '25002', reason: 'movedHome' }));
    expect(names(await show(db, 'immunizationsDue', { until: today }))).not.toContain('Trần Văn Bình');
  });

  it('[IMM17] sees what is written while the list is being read, and answers all who ask', async () => {
    const db = aDatabase();
    for (let n = 1; n <= 40; n += 1) must(tell(db, 'registerPatient', aChild(n, { fullName: `Nguyễn Văn ${String.fromCodePoint(65 + (n % 26))}` })));
    const bcg = { until: today, vaccine: 'BCG' as const, limit: 500 };
    const asking = show(db, 'immunizationsDue', bcg);
    const wrong = must(tell(db, 'recordImmunization', aDose(1))).id;
    must(tell(db, 'recordImmunization', aDose(40)));
    must(tell(db, 'voidPatient', { id: personId(2), voidReason: 'trial' }));
    const meanwhile = show(db, 'immunizationsDue', bcg);
    must(tell(db, 'voidImmunization', { id: wrong, voidReason: 'wrongPatient' }));
    await Promise.all([asking, meanwhile]);
    for (const due of await Promise.all([show(db, 'immunizationsDue', bcg), show(db, 'immunizationsDue', bcg)])) {
      expect(due.rows.map(({ patient }) => patient.id).sort()).toEqual(Array.from({ length: 40 }, (_, n) => personId(n + 1)).filter((id) => id !== personId(40) && id !== personId(2)));
    }
  });

  it('[IMM17] a birth date no program should have written hinders nobody else', async () => {
    const db = aDatabase();
    for (const n of [1, 2]) must(tell(db, 'registerPatient', aChild(n)));
    const [broken] = [db.store.get('patients', personId(2))];
    db.store.commit({ context: 'foreign', documents: [{ table: 'patients', document: { ...broken!, bornOn: '2026-99-99' } }] });
    expect((await show(db, 'immunizationsDue', { until: today })).rows.map(({ patient }) => patient.id)).toEqual([personId(1)]);
    expect(await show(db, 'immunizationCard', { patientId: personId(2) })).toBeNull();
    const { id } = must(tell(db, 'recordImmunization', aDose(1)));
    must(tell(db, 'recordImmunization', aDose(1, { vaccine: 'HEPB0', occurredOn: '2026-08-02' })));
    db.store.commit({ context: 'foreign', documents: [{ table: 'immunizations', document: { ...db.store.get('immunizations', id)!, occurredOn: 'hôm qua', reactions: undefined } }] });
    expect((await show(db, 'immunizationCard', { patientId: personId(1) }))?.records.map(({ vaccine }) => vaccine)).toEqual(['HEPB0']);
  });

  it('[IMM19] counts a month of what was done here, read by its own records', async () => {
    const db = aDatabase();
    for (const n of [1, 2, 3]) must(tell(db, 'registerPatient', aChild(n)));
    const first = must(tell(db, 'recordImmunization', aDose(1))).id;
    must(tell(db, 'recordImmunization', aDose(2, { occurredOn: '2026-09-01' })));
    must(tell(db, 'recordImmunization', aDose(3, { place: 'elsewhere' })));
    const wrong = must(tell(db, 'recordImmunization', aDose(1, { vaccine: 'HEPB0', occurredOn: '2026-08-02' }))).id;
    must(tell(db, 'addImmunizationReaction', { id: first, onsetOn: '2026-08-11', signs: 'Sưng', severity: 'serious', outcome: 'recovering' }));
    const august: ImmunizationMonth = { month: '2026-08', given: [{ vaccine: 'HEPB0', doseNumber: 1, doses: 1, underOne: 1 }, { vaccine: 'BCG', doseNumber: 1, doses: 1, underOne: 1 }], notDone: [], withReaction: 1, withSeriousReaction: 1 };
    expect(await show(db, 'immunizationMonth', { month: '2026-08' })).toEqual(august);
    must(tell(db, 'voidImmunization', { id: wrong, voidReason: 'duplicate' }));
    expect((await show(db, 'immunizationMonth', { month: '2026-08' })).given).toEqual(august.given.slice(1));
    expect((await show(db, 'immunizationMonth', { month: '2026-09' })).given).toMatchObject([{ doses: 1 }]);
    expect((await show(db, 'immunizationMonth', { month: '2026-10' })).given).toEqual([]);
  });

  it('[IMM20] offers lots of vaccines that may be given, those that fit and expire first', async () => {
    const db = aDatabase();
    stock(db);
    const ipv = anId('medicines', 2);
    must(tell(db, 'receiveStock', { medicineId, lotNumber: 'L-1', expiresOn: '2027-06', quantityBaseUnits: 1, occurredOn: today, source: 'programme' }));
    const held = must(tell(db, 'receiveStock', { medicineId, lotNumber: 'L-2', expiresOn: '2027-05', quantityBaseUnits: 1, occurredOn: today, source: 'programme' }));
    must(tell(db, 'setLotStatus', { lotId: held.ids.find((id) => id.startsWith('lots:')), status: 'onHold' }));
    must(tell(db, 'addMedicine', { id: ipv, code: 'IPV', inn: 'Vắc xin IPV', baseUnit: 'lọ' }));
    must(tell(db, 'receiveStock', { medicineId: ipv, lotNumber: 'I-1', expiresOn: '2027-01', quantityBaseUnits: 1, occurredOn: today, source: 'programme' }));
    must(tell(db, 'addMedicine', { id: anId('medicines', 3), code: 'PARA', inn: 'Paracetamol', baseUnit: 'viên' }));
    must(tell(db, 'receiveStock', { medicineId: anId('medicines', 3), lotNumber: 'P-1', expiresOn: '2027-01', quantityBaseUnits: 1, occurredOn: today, source: 'programme' }));
    const said = (rows: VaccineLotRow[]) => rows.map(({ lotNumber, fits, countedInDoses }) => `${lotNumber} ${fits} ${countedInDoses}`);
    expect(said(await show(db, 'vaccineLots', { vaccine: 'BCG' }))).toEqual(['L-1 true true', 'L-7 true true', 'I-1 false false']);
    expect(said(await show(db, 'vaccineLots', { vaccine: 'IPV' }))[0]).toBe('I-1 true false');
  });

  it('[IMM22] does not strike out a person with a dose in force', () => {
    const db = aDatabase();
    must(tell(db, 'registerPatient', aChild(1)));
    const { id } = must(tell(db, 'recordImmunization', aDose(1)));
    expect(refusal(tell(db, 'voidPatient', { id: personId(1), voidReason: 'trial' }))).toEqual({ code: 'PersonHasImmunizations', immunizations: 1 });
    must(tell(db, 'voidImmunization', { id, voidReason: 'enteredInError' }));
    must(tell(db, 'voidPatient', { id: personId(1), voidReason: 'trial' }));
  });

  it('[IMM23] verify names a dose whose line is missing, differs, or was given back', () => {
    const db = aDatabase();
    stock(db, 3);
    const ids = [1, 2, 3].map((n) => { must(tell(db, 'registerPatient', aChild(n))); return must(tell(db, 'recordImmunization', aDose(n, fromStore))); });
    expect(verifyStation(db).problems).toEqual([]);
    const dose = (n: number) => db.store.get('immunizations', ids[n]!.id)!;
    const line = (n: number) => db.store.get('stockMovements', ids[n]!.ids[1]!)!;
    db.store.commit({ context: 'damage', documents: [
      { table: 'immunizations', document: { ...dose(0), movementId: anId('stockMovements', 77) } },
      { table: 'stockMovements', document: { ...line(1), quantityBaseUnits: -2 } },
      { table: 'stockMovements', document: { ...line(2), _id: anId('stockMovements', 88), kind: 'reversal', quantityBaseUnits: 1, reversalOf: line(2)._id } },
    ] });
    expect(verifyStation(db).problems.filter(({ check }) => check === 'ledger').map(({ problem, id }) => `${problem} ${String(id)}`).sort()).toEqual([
      `dispenseRecordMissing ${line(0)._id}`, `movementDiffers ${ids[1]!.id}`, `movementMissing ${ids[0]!.id}`, `reversalAndRecordDiffer ${ids[2]!.id}`,
    ]);
  });
});

describe('doses at two PCs', () => {
  it('[IMM14] [IMM15] [IMM21] write apart, keep both, show the same, and all of it is proved', async () => {
    const [one, two] = await twoPcs();
    await did(one, 'registerPatient', aPerson(1, { bornOn: '2025-01-15' }));
    await did(one, 'addMedicine', { id: medicineId, code: 'BCG-LIEU', inn: 'Vắc xin BCG', baseUnit: 'liều', atc: 'J07AN01' });
    await did(one, 'receiveStock', { medicineId, lotId, lotNumber: 'L-7', expiresOn: '2031-06', quantityBaseUnits: 5, occurredOn: '2025-01-01', source: 'programme' });
    const taken = await did(one, 'recordImmunization', aDose(1, { ...fromStore, occurredOn: '2025-02-01' }));
    const kept = await did(one, 'recordImmunization', aDose(1, { vaccine: 'JE', occurredOn: '2026-02-01' }));
    await exchange(one, two);

    // Apart from each other: one dose voided twice, reactions at both, one dose written at both.
    for (const work of [one, two]) await did(work, 'voidImmunization', { id: taken, voidReason: 'enteredInError' });
    await did(one, 'addImmunizationReaction', { id: kept, onsetOn: '2026-02-01', signs: 'Sốt', severity: 'mild', outcome: 'recovered' });
    await did(two, 'addImmunizationReaction', { id: kept, onsetOn: '2026-02-02', signs: 'Sưng', severity: 'mild', outcome: 'recovered' });
    const again = [await did(one, 'recordImmunization', aDose(1, { vaccine: 'MR', occurredOn: '2026-08-01' })), await did(two, 'recordImmunization', aDose(1, { vaccine: 'MR', occurredOn: '2026-08-02' }))];
    await exchange(one, two);

    const views = await Promise.all([one, two].map((work) => ask<ImmunizationCardView>(work, 'immunizationCard', { patientId: personId(1) })));
    expect(views[1]).toEqual(views[0]);
    expect(views[0]?.card.lines.filter(({ state }) => state === 'given').map(({ vaccine, given }) => `${vaccine} ${given?.on}`)).toEqual(['JE 2026-02-01', 'MR 2026-08-01']);
    expect(views[0]?.card.otherIds).toEqual([again[1]]);
    expect(views[0]?.records.find(({ _id }) => _id === kept)?.reactions.map(({ signs }) => signs).sort()).toEqual(['Sưng', 'Sốt']);
    for (const work of [one, two]) {
      expect(await ask<ConflictRow[]>(work, 'conflictInbox')).toEqual([]);
      expect(await ask<VaccineLotRow[]>(work, 'vaccineLots', { vaccine: 'BCG' })).toMatchObject([{ balance: 5 }]);
      expect((await ask<ImmunizationsDue>(work, 'immunizationsDue', { until: '2026-08-03' })).rows[0]?.doses.map(({ vaccine }) => vaccine)).toEqual(expect.not.arrayContaining(['MR']));
      expect(await work.verify()).toMatchObject({ ok: true, documents: { immunizations: 4 } });
      await until(async () => (await work.exchange({})).receipts.every(({ missing }) => missing === 0));
    }
    expect(await ask(one, 'recordTicks', { ids: [kept] })).toMatchObject([{ id: kept, denied: false, proved: [{ unit: '769', proved: true }] }]);
  });
});
