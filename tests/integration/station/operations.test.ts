import { describe, expect, it } from 'vitest';
import { describeOperation, operationNames } from '../../../src-shared/contract/describe.ts';
import { operations } from '../../../src-shared/contract/operations.ts';
import { acceptClock } from '../../../src-main/station/db/accept-clock.ts';
import { openStationDatabase, type StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { prepareOperation } from '../../../src-main/station/operations/prepare-operation.ts';
import type { Person } from '../../../src-main/station/accounts/accounts.ts';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { aDatabase, lan, must, noon, refusal, tell, today } from './one-pc.ts';
import { aPerson, aVisit, atEnd, personId, tempDir } from './world.ts';

const counts = (db: StationDatabase) => ({ patients: db.store.count('patients'), audit: db.store.count('auditEvents'), waiting: db.journal.waiting().count });

const medicineId = 'medicines:019a0000-0000-7000-8000-000000000001';
const lotId = 'lots:019a0000-0000-7000-8000-000000000001';
function stocked(db: StationDatabase, quantityBaseUnits = 100): void {
  must(tell(db, 'addMedicine', { id: medicineId, code: 'PARA', inn: 'Paracetamol', strength: '500 mg', baseUnit: 'viên' }));
  must(tell(db, 'receiveStock', { medicineId, lotId, lotNumber: 'A1', expiresOn: '2028-01', quantityBaseUnits, occurredOn: today, source: 'upperLevel' }));
}

describe('operations', () => {
  it('[STA1] writes record, audit event, key and outbox in one commit, or nothing', () => {
    const db = aDatabase();
    const commits: string[][] = [];
    db.store.changes.subscribe(({ changes }) => commits.push(changes.map(({ table }) => table)));
    const { id } = must(tell(db, 'registerPatient', aPerson(1), 'first'));
    expect(id).toBe(personId(1));
    expect(commits).toEqual([['patients', 'auditEvents']]);
    expect(db.doneKeys.find('first')).toMatchObject({ operation: 'registerPatient' });
    expect(counts(db)).toEqual({ patients: 1, audit: 1, waiting: 2 });
    const [event] = [...db.store.iterate('auditEvents')];
    expect(event).toMatchObject({ account: 'lan', operation: 'registerPatient', recordIds: [personId(1)], chainIndex: 0 });
    expect(JSON.stringify(event)).not.toContain('Hoà');

    const real = db.doneKeys.remember;
    db.doneKeys.remember = () => { throw new Error('planted: disk full'); };
    expect(() => tell(db, 'registerPatient', aPerson(2))).toThrow('planted');
    db.doneKeys.remember = real;
    expect(counts(db)).toEqual({ patients: 1, audit: 1, waiting: 2 });
    expect(db.people.size).toBe(1);
    must(tell(db, 'registerPatient', aPerson(2)));
    expect(db.auditChain.head()?.chainIndex).toBe(1);
  });

  it('[STA2] does a key once and refuses it for another content', () => {
    const db = aDatabase();
    const first = must(tell(db, 'registerPatient', aPerson(1), 'k'));
    expect(must(tell(db, 'registerPatient', aPerson(1), 'k'))).toEqual({ ...first, already: true });
    expect(refusal(tell(db, 'registerPatient', aPerson(1, { fullName: 'Trần B' }), 'k'))).toEqual({ code: 'KeyReused' });
    expect(refusal(tell(db, 'recordVisit', aPerson(1), 'k'))).toEqual({ code: 'KeyReused' });
    expect(counts(db)).toEqual({ patients: 1, audit: 1, waiting: 2 });
  });

  it('[STA3] refuses what is unknown or does not fit, by path and code, without the value', () => {
    const db = aDatabase();
    expect(refusal(tell(db, 'constructor', {}))).toEqual({ code: 'UnknownOperation' });
    expect(refusal(tell(db, 'registerPatient', aPerson(1), ''))).toEqual({ code: 'InvalidKey' });
    const wrong = refusal(tell(db, 'registerPatient', aPerson(1, { fullName: '\u0007\u0007', bornOn: '1985-02-31', secret: 'Bí mật' })));
    expect(wrong).toMatchObject({ code: 'InvalidInput' });
    expect(wrong?.issues).toEqual(expect.arrayContaining([expect.objectContaining({ path: 'bornOn', code: 'NotADate' }), expect.objectContaining({ path: 'secret', code: 'UnknownField' })]));
    expect(JSON.stringify(wrong)).not.toMatch(/Bí mật|02-31/);
    for (const input of [null, 1, 'text', [], aPerson(1, { fullName: 'N'.repeat(10_000_000) })]) expect(refusal(tell(db, 'registerPatient', input))).toMatchObject({ code: 'InvalidInput' });
    expect(counts(db).patients).toBe(0);
  });

  it('[STA4] refuses a role that may not before it looks at anything', () => {
    const db = aDatabase();
    stocked(db);
    const nurse: Person = { account: 'mai', displayName: 'Mai', role: 'healthWorker' };
    expect(refusal(tell(db, 'setLotStatus', { lotId, status: 'onHold' }, 'k', nurse))).toMatchObject({ code: 'RoleNotAllowed', role: 'healthWorker' });
    expect(refusal(tell(db, 'setLotStatus', { nonsense: 1 }, '', nurse))).toMatchObject({ code: 'RoleNotAllowed' });
    expect(must(tell(db, 'setLotStatus', { lotId, status: 'onHold' }, 'k')).already).toBe(false);
  });

  it('[STA5] overwrites nothing: ids that are taken, records changed meanwhile', () => {
    const db = aDatabase();
    must(tell(db, 'registerPatient', aPerson(1)));
    expect(refusal(tell(db, 'registerPatient', aPerson(1, { fullName: 'Trần B' })))).toEqual({ code: 'IdTaken', id: personId(1) });
    const { id } = must(tell(db, 'recordVisit', aVisit(1)));
    const version = db.store.get('encounters', id)?.version;
    const amend = (reason: string, fields = {}) => tell(db, 'amendEncounter', { ...aVisit(1), id, reason, amendReason: 'Sửa', ...fields });
    must(amend('Sốt', { editedVersion: version }));
    expect(refusal(amend('Đau', { editedVersion: version }))).toMatchObject({ code: 'ChangedMeanwhile' });
    expect(db.store.get('encounters', id)).toMatchObject({ reason: 'Sốt', status: 'amended' });
    expect(db.store.get('patients', personId(1))?.fullName).toBe('Nguyễn Thị Hoà');
  });

  it('[STA6] keeps the highest time seen, says that the clock is behind and refuses what depends on it', async () => {
    let now = noon;
    const [file, key] = [join(tempDir(), 'station.db'), randomBytes(32)];
    const db = aDatabase({ file, key, now: () => now });
    stocked(db);
    must(tell(db, 'registerPatient', aPerson(1)));
    now = Date.parse('2009-01-01T00:00:00.000Z');
    const give = () => tell(db, 'dispenseMedicine', { patientId: personId(1), occurredOn: today, items: [{ medicineId, quantityBaseUnits: 1 }] });
    expect(db.clock.isBehind()).toBe(true);
    expect(refusal(give())).toEqual({ code: 'ClockBehind' });
    must(tell(db, 'registerPatient', aPerson(2)));
    expect(String(db.store.get('patients', personId(2))?.createdAt) >= new Date(noon).toISOString()).toBe(true);

    const { identity } = db;
    await db.close();
    const again = openStationDatabase({ file, key: Buffer.from(key), identity, now: () => now, mustExist: true });
    atEnd(() => again.close());
    expect(again.clock.isBehind()).toBe(true);
    now = noon - 3_600_000;
    again.clock.heardHub(now + 1000);
    expect(again.clock.isBehind()).toBe(false);
    again.clock.heardHub(now + 3_600_000);
    expect(again.clock.isBehind()).toBe(true);
    now -= 86_400_000;
    again.clock.heardHub(now + 1);
    now = Date.parse('2099-01-01T00:00:00.000Z');
    must(tell(again, 'registerPatient', aPerson(3)));
    now = noon;
    expect(refusal(tell(again, 'dispenseMedicine', { patientId: personId(1), occurredOn: today, items: [{ medicineId, quantityBaseUnits: 1 }] }))).toEqual({ code: 'ClockBehind' });
    expect(acceptClock(again, lan)).toMatchObject({ behind: false, now: new Date(noon).toISOString() });
    must(tell(again, 'dispenseMedicine', { patientId: personId(1), occurredOn: today, items: [{ medicineId, quantityBaseUnits: 1 }] }));
    expect([...again.store.iterate('auditEvents')].map(({ operation }) => operation)).toContain('acceptClock');
  });

  it("[STA7] takes the day of the unit's zone", () => {
    const db = aDatabase({ now: () => Date.parse('2026-11-22T18:30:00.000Z') });
    expect(db.clock.today()).toBe('2026-11-23');
    must(tell(db, 'registerPatient', aPerson(1)));
    must(tell(db, 'recordVisit', aVisit(1, { occurredOn: '2026-11-23' })));
    expect(refusal(tell(db, 'recordVisit', aVisit(1, { occurredOn: '2026-11-24' })))).toMatchObject({ code: 'OccurredInFuture' });
  });

  it('[STA8] follows commits that other parts make', () => {
    const db = aDatabase();
    stocked(db, 100);
    expect([db.stock.balance(lotId), db.people.size]).toEqual([100, 0]);
    const movement = db.stock.movementsOf([lotId])[0];
    if (!movement) throw new Error('no movement');
    const foreign = (table: string, document: Record<string, unknown> & { _id: string }, deleted = false) => db.store.commit({
      context: 'pull', documents: [{ table, document: { ...document, _id: document._id, _rev: `9-${randomBytes(4).toString('hex')}`, _deleted: deleted, _meta: { lwt: 0 }, _attachments: {} } }],
    });
    foreign('stockMovements', { ...movement, _id: 'stockMovements:other', quantityBaseUnits: -30 });
    expect(db.stock.balance(lotId)).toBe(70);
    foreign('stockMovements', { ...movement, _id: 'stockMovements:other', quantityBaseUnits: -30 }, true);
    expect(db.stock.balance(lotId)).toBe(100);
    foreign('patients', { ...aPerson(9), _id: personId(9), allergies: [], updatedAt: '2026-01-01T00:00:00.000Z' });
    expect(db.people.size).toBe(1);
    expect(refusal(tell(db, 'registerPatient', aPerson(9, { id: undefined })))).toBeUndefined();
    expect(must(tell(db, 'registerPatient', aPerson(9, { id: undefined }))).warnings).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'PossibleDuplicate' })]));
  });

  /** As the hub writes of somebody another station hands over. */
  const someoneArrives = (db: ReturnType<typeof aDatabase>, n: number) => {
    const id = `transfer:019a0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
    const body = { kind: 'arriving', handoverId: id.replace('transfer', 'handovers'), fromUnit: '25009', toUnit: '25001', person: aPerson(90 + n, { fullName: `Trần Văn ${'Một Hai Ba Bốn Năm Sáu Bảy Tám Chín Mười'.split(' ')[n % 10]}`, village: `Thôn ${n}` }), records: [], unit: '25001', device: 'hub-769', createdAt: '2026-01-01T00:00:00.000Z', createdBy: 'hub', updatedAt: '2026-01-01T00:00:00.000Z', updatedBy: 'hub', version: '1', schemaVersion: 1 };
    db.store.commit({ context: 'pull', documents: [{ table: 'transfers', document: { ...body, _id: id, _rev: '1-a', _deleted: false, _meta: { lwt: 0 }, _attachments: {} } }] });
    return id;
  };

  it('[HOV13] hands a person over to a unit of the table that came down, and to any without one', () => {
    const db = aDatabase();
    const to = (toUnit: string) => tell(db, 'handOverPerson', { patientId: personId(1), toUnit, reason: 'nearer' });
    must(tell(db, 'registerPatient', aPerson(1)));
    must(tell(db, 'takeBackPerson', { id: must(to('nosuch')).id }));
    const unit = (key: string, fields: Record<string, unknown>) => ({ table: 'orgUnits', document: { _id: `org:${key}`, unit: key, name: `Trạm ${key}`, tier: 'station', parents: [], from: '2025-07-01', device: 'hub-vn', createdAt: '2026-01-01T00:00:00.000Z', createdBy: 'hub', updatedAt: '2026-01-01T00:00:00.000Z', updatedBy: 'hub', version: '1', schemaVersion: 1, ...fields, _rev: '1-a', _deleted: false, _meta: { lwt: 0 }, _attachments: {} } });
    const under = (parent: string) => ({ parents: [{ kind: 'professional', unit: parent, from: '2025-07-01' }] });
    db.store.commit({ context: 'pull', documents: [unit('25001', under('769')), unit('769', { tier: 'district', ...under('79') }), unit('79', { tier: 'province' }), unit('25002', {}), unit('25003', { to: '2025-12-31', successors: [{ unit: '25002', from: '2026-01-01' }] })] });
    expect(refusal(to('nosuch'))).toEqual({ code: 'UnitUnknown', unit: 'nosuch' });
    expect(refusal(to('79'))).toEqual({ code: 'UnitAbove', unit: 'Trạm 79' });
    expect(to('25003')).toMatchObject({ ok: false, refusals: [{ code: 'UnitReplaced', unit: 'Trạm 25003', successors: 'Trạm 25002' }] });
    must(to('25002'));
  });

  it('[CTR5] accepts the lines of the examples in the order of the list', async () => {
    const db = aDatabase();
    someoneArrives(db, 8);
    someoneArrives(db, 9);
    // The second record of the examples, who is the newborn too.
    must(tell(db, 'registerPatient', { ...aPerson(1), id: operations.linkNewborn.example.childId, sex: 'female' }));
    const refused: unknown[] = [];
    for (const name of operationNames) {
      const { line } = describeOperation(name);
      await prepareOperation(db, line);
      refused.push(refusal(tell(db, line.operation, line.input)));
    }
    expect(refused).toEqual(operationNames.map(() => undefined));
  });

  it('[STA9] runs every operation of the contract', async () => {
    const db = aDatabase();
    const done = new Set<string>();
    const go = (operation: keyof typeof operations, input: unknown) => { done.add(operation); return must(tell(db, operation, input)); };
    go('registerPatient', aPerson(1));
    go('updatePatient', aPerson(1, { phone: '0912345678' }));
    go('registerPatient', aPerson(2));
    go('markSamePerson', { id: personId(2), sameAsId: personId(1) });
    go('unmarkSamePerson', { id: personId(2) });
    go('voidPatient', { id: personId(2), voidReason: 'enteredInError' });
    expect(db.store.get('patients', personId(2))).toMatchObject({ voided: { reason: 'enteredInError' } });
    go('restorePatient', { id: personId(2), restoreReason: 'Hủy nhầm hồ sơ' });
    const moved = go('handOverPerson', { patientId: personId(2), toUnit: '25002', reason: 'nearer' });
    go('takeBackPerson', { id: moved.id });
    go('acceptHandover', { transferId: someoneArrives(db, 1) });
    go('declineHandover', { transferId: someoneArrives(db, 2), note: 'Không ở xã này' });
    go('recordCheckup', { patientId: personId(1), occurredOn: today, reason: 'Khám', conclusionClass: 'II', observations: { heightCm: { value: 156 }, weightKg: { value: 52.5 }, pulsePerMin: { value: 76 }, systolicMmHg: { value: 118 }, diastolicMmHg: { notMeasured: 'noDevice' } } });
    const visit = go('recordVisit', aVisit(1));
    go('amendEncounter', { ...aVisit(1, { reason: 'Sốt' }), id: visit.id, amendReason: 'Sửa' });
    go('voidEncounter', { id: visit.id, voidReason: 'wrongPatient' });
    expect(db.store.get('encounters', visit.id)).toMatchObject({ status: 'voided', voided: { reason: 'wrongPatient' } });
    go('restoreEncounter', { id: visit.id, restoreReason: 'Hủy nhầm' });
    go('addMedicine', { id: medicineId, code: 'PARA', inn: 'Paracetamol', strength: '500 mg', baseUnit: 'viên' });
    go('recordOpeningStock', { medicineId, lotId, lotNumber: 'A1', expiresOn: '2027-06', quantityBaseUnits: 50, occurredOn: '2026-11-20' });
    go('receiveStock', { medicineId, lotNumber: 'A2', expiresOn: '2028-01-31', quantityBaseUnits: 100, occurredOn: today, source: 'purchase' });
    const given = go('dispenseMedicine', { patientId: personId(1), occurredOn: today, items: [{ medicineId, quantityBaseUnits: 60 }] });
    expect(db.stock.balance(lotId)).toBe(0);
    expect(given.ids).toHaveLength(3);
    go('reverseStock', { dispenseId: given.id });
    expect(db.stock.balance(lotId)).toBe(50);
    go('adjustStock', { lotId, changeBaseUnits: -5, reasonCode: 'wastage', occurredOn: today });
    go('discardStock', { occurredOn: today, lines: [{ lotId, quantityBaseUnits: 1, reasonCode: 'damagedDestroyed' }] });
    go('finishStocktake', { lines: [{ lotId, countedBaseUnits: 44, reasonCode: 'unknown' }] });
    expect(db.stock.balance(lotId)).toBe(44);
    const dose = go('recordImmunization', { patientId: personId(1), vaccine: 'TT', doseNumber: 1, occurredOn: today, place: 'here', lotNumber: 'T-1', expiresOn: '2028-01' });
    go('addImmunizationReaction', { id: dose.id, onsetOn: today, signs: 'Sưng nhẹ', severity: 'mild', outcome: 'recovered' });
    go('voidImmunization', { id: dose.id, voidReason: 'enteredInError' });
    const condition = go('enrolCondition', { patientId: personId(1), condition: 'hypertension', foundOn: '2026', foundBy: 'visit', enrolledOn: today });
    const control = go('recordFollowUp', { patientId: personId(1), occurredOn: today, bloodPressure: [{ systolicMmHg: 150, diastolicMmHg: 90 }] });
    go('changeEpisodeStatus', { id: condition.id, on: today, status: 'stopped' });
    go('voidFollowUp', { id: control.id, voidReason: 'enteredInError' });
    go('voidEpisode', { id: condition.id, voidReason: 'enteredInError' });
    const expecting = go('registerPregnancy', { patientId: personId(1), registeredOn: '2026-03-01', lastPeriodOn: '2025-12-20' });
    go('amendPregnancy', { id: expecting.id, registeredOn: '2026-03-01', lastPeriodOn: '2025-12-21' });
    const antenatal = go('recordAntenatalVisit', { patientId: personId(1), pregnancyId: expecting.id, occurredOn: '2026-03-01', weightKg: 52 });
    const delivered = go('recordBirth', { patientId: personId(1), pregnancyId: expecting.id, bornOn: '2026-09-25', place: 'station', mode: 'vaginal', babies: [{ sex: 'male', status: 'live' }], motherStatus: 'well' });
    go('linkNewborn', { id: delivered.id, baby: 0, childId: personId(2) });
    const afterwards = go('recordPostnatalVisit', { patientId: personId(1), pregnancyId: expecting.id, occurredOn: '2026-09-27', place: 'home', bleeding: 'normal' });
    go('changePregnancyStatus', { id: expecting.id, on: '2026-10-01', status: 'movedAway' });
    go('voidPostnatalVisit', { id: afterwards.id, voidReason: 'enteredInError' });
    go('voidBirth', { id: delivered.id, voidReason: 'enteredInError' });
    go('voidAntenatalVisit', { id: antenatal.id, voidReason: 'enteredInError' });
    go('voidPregnancy', { id: expecting.id, voidReason: 'enteredInError' });
    const told = { diagnosis: 'Sốt phát ban nghi sởi', outcome: 'treated', vaccination: 'unknown' };
    const measles = go('reportCase', { patientId: personId(1), diseaseId: 'measles', detectedAt: '2026-10-01T03:00:00.000Z', classification: 'suspected', ...told });
    const confirmed = go('reviseCaseReport', { reportId: measles.id, change: 'result', classification: 'confirmed', ...told });
    go('withdrawCaseReport', { reportId: confirmed.id, reason: 'reportedTwice' });
    go('checkVvm', { lotId, vvmStage: 2, checkedOn: today });
    go('setLotStatus', { lotId, status: 'recalled' });
    for (const name of ['addEquipment', 'correctEquipment', 'moveEquipment', 'serviceEquipment', 'recordTemperature', 'decideColdAlarm', 'voidTemperature', 'reportEquipment', 'undoEquipmentEvent', 'voidEquipment', 'restoreEquipment', 'recordFacilityProfile', 'recordYearFigures'] as const) go(name, operations[name].example);
    await prepareOperation(db, { operation: 'lockReport', input: operations.lockReport.example });
    go('lockReport', operations.lockReport.example);
    expect(db.store.get('facilityProfiles', 'facility:25001')).toMatchObject({ staff: { doctor: { headcount: 2, atWork: 1 } } });
    expect([...done].sort()).toEqual(Object.keys(operations).sort());
    expect(db.store.get('encounters', visit.id)).toMatchObject({ status: 'amended', reason: 'Sốt' });
    expect(refusal(tell(db, 'dispenseMedicine', { patientId: personId(1), occurredOn: today, items: [{ medicineId, quantityBaseUnits: 101 }] }))).toMatchObject({ code: 'NotEnoughStock', available: 100 });
  });
});
