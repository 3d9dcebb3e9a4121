import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConflictRow, MaternalCareView, MaternalDue, QueryInput } from '../../../src-shared/contract/queries.ts';
import type { StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { verifyStation } from '../../../src-main/station/verify/verify-station.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { anId } from '../../support/builders.ts';
import { aBirth, anAntenatalVisit, aPregnancy } from '../../support/mothers.ts';
import { aDatabase, must, refusal, show, tell, today } from './one-pc.ts';
import { aPerson, personId, tempDir, until } from './world.ts';
import { ask, did, exchange, twoPcs } from './two-pcs.ts';

/** Last period so many weeks before today. */
const weeksAgo = (weeks: number) => addDays(today, -7 * weeks);

const somebody = (db: StationDatabase, n: number, with_: object = {}) => must(tell(db, 'registerPatient', aPerson(n, { bornOn: '1998-05-01', ...with_ })));
const expecting = (db: StationDatabase, n: number, weeks: number, with_: object = {}) => must(tell(db, 'registerPregnancy', { patientId: personId(n), registeredOn: today, lastPeriodOn: weeksAgo(weeks), ...with_ })).id;
const examined = (db: StationDatabase, n: number, pregnancyId: string, occurredOn: string, with_: object = {}) => must(tell(db, 'recordAntenatalVisit', { patientId: personId(n), pregnancyId, occurredOn, weightKg: 52, ...with_ })).id;
const born = (db: StationDatabase, n: number, pregnancyId: string, bornOn: string, with_: object = {}) => must(tell(db, 'recordBirth', { patientId: personId(n), pregnancyId, bornOn, place: 'station', attendant: 'midwife', mode: 'vaginal', babies: [{ sex: 'female', weightG: 3100, status: 'live', hepB0: true }], motherStatus: 'well', ...with_ })).id;
const names = (due: { rows: { patient: { fullName: string } }[] }) => due.rows.map(({ patient }) => patient.fullName);

describe('the care of mothers at one PC', () => {
  it('[MAT13] [MAT15] [MAT20] [MAT23] follows a woman through both records, from registering to the visits after the birth; done twice is done once', async () => {
    const db = aDatabase();
    for (const n of [1, 2]) somebody(db, n);
    const input = { patientId: personId(1), registeredOn: weeksAgo(30), lastPeriodOn: weeksAgo(40), screenings: [{ test: 'hiv', result: 'negative', on: weeksAgo(30) }] };
    const first = must(tell(db, 'registerPregnancy', input, 'first'));
    expect(must(tell(db, 'registerPregnancy', input, 'first'))).toEqual({ ...first, already: true });
    must(tell(db, 'markSamePerson', { id: personId(2), sameAsId: personId(1) }));
    expect(refusal(tell(db, 'registerPregnancy', { ...input, patientId: personId(2) }))).toMatchObject({ code: 'AlreadyPregnant', pregnancyId: first.id });
    const visits = [examined(db, 1, first.id, weeksAgo(28), { fundalHeightCm: 12 }), examined(db, 2, first.id, weeksAgo(10), { fundalHeightCm: 26, nextVisitOn: weeksAgo(6) })];
    const version = (await show(db, 'maternalCare', { patientId: personId(1) }))!.pregnancies[0]!.pregnancy.version;
    const { patientId: _patientId, screenings: _screenings, ...fields } = input;
    must(tell(db, 'amendPregnancy', { id: first.id, ...fields, gravida: 2, screenings: [{ test: 'hbsag', result: 'positive', on: weeksAgo(20) }], editedVersion: version }));
    expect(refusal(tell(db, 'amendPregnancy', { id: first.id, ...fields, editedVersion: version }))).toMatchObject({ code: 'ChangedMeanwhile' });
    for (const n of [1, 2]) {
      expect(await show(db, 'maternalCare', { patientId: personId(n) })).toMatchObject({
        bornOn: '1998-05-01', sex: 'female', standing: { pregnancyId: first.id, kind: 'antenatal', state: 'overdue', gestation: { weeks: 40, days: 0 }, visits: 2, alerts: [{ code: 'FundalHeightOff', value: 26, weeks: 30 }], isHighRisk: true },
        pregnancies: [{ pregnancy: { gravida: 2, screenings: [{ test: 'hiv' }, { test: 'hbsag' }] }, visits: [{ _id: visits[1], gestation: { weeks: 30, days: 0 }, alerts: [{ code: 'FundalHeightOff' }] }, { _id: visits[0], alerts: [] }], points: [{ days: 84, fundalHeightCm: 12 }, { days: 210, fundalHeightCm: 26, weightKg: 52 }] }],
      });
    }
    const birth = born(db, 2, first.id, addDays(today, -3));
    expect((await show(db, 'maternalCare', { patientId: personId(1) }))?.standing).toMatchObject({ status: 'delivered', kind: 'postnatal', state: 'due', birthId: birth });
    const after = must(tell(db, 'recordPostnatalVisit', { patientId: personId(1), pregnancyId: first.id, occurredOn: addDays(today, -1), place: 'home', bleeding: 'heavy' }));
    expect(after.warnings.map(({ code }) => code)).toEqual(['BleedingUnusual']);
    expect(refusal(tell(db, 'voidBirth', { id: birth, voidReason: 'enteredInError' }))).toEqual({ code: 'BirthHasRecords', records: 1 });
    expect(refusal(tell(db, 'voidPregnancy', { id: first.id, voidReason: 'enteredInError' }))).toEqual({ code: 'PregnancyHasRecords', records: 4 });
    must(tell(db, 'voidPostnatalVisit', { id: after.id, voidReason: 'wrongPatient' }));
    must(tell(db, 'voidBirth', { id: birth, voidReason: 'wrongPatient' }));
    const view = await show(db, 'maternalCare', { patientId: personId(1) });
    expect(view).toMatchObject({ standing: { status: 'active', kind: 'antenatal' }, pregnancies: [{ births: [{ voided: { reason: 'wrongPatient' } }], postnatal: [{ voided: {}, alerts: [{ code: 'BleedingUnusual' }] }] }] });
    expect((await show(db, 'encounterTimeline', { patientId: personId(2) })).map(({ type }) => type)).toEqual(['postnatalVisit', 'birth', 'antenatalVisit', 'antenatalVisit', 'pregnancy']);
    expect(await show(db, 'maternalCare', { patientId: personId(9) })).toBeNull();
    expect(refusal(tell(db, 'recordAntenatalVisit', { patientId: personId(1), pregnancyId: anId('pregnancies', 9), occurredOn: today, weightKg: 50 }))?.code).toBe('PregnancyNotFound');
    somebody(db, 3);
    expect(refusal(tell(db, 'recordAntenatalVisit', { patientId: personId(3), pregnancyId: first.id, occurredOn: today, weightKg: 50 }))?.code).toBe('PregnancyOfAnother');
    expect(verifyStation(db).problems).toEqual([]);
  });

  it('[MAT21] links a newborn with one person, and says whether the dose stands on its card', async () => {
    const db = aDatabase();
    somebody(db, 1);
    const birth = born(db, 1, expecting(db, 1, 40, { registeredOn: weeksAgo(20) }), addDays(today, -2), { babies: [{ sex: 'female', status: 'live', hepB0: true }, { sex: 'male', status: 'live' }] });
    const child = (n: number, sex: string) => must(tell(db, 'registerPatient', aPerson(n, { sex, bornOn: addDays(today, -2), noNationalIdReason: 'newborn', nationalId: undefined, guardian: { fullName: 'Nguyễn Thị Hoà', relation: 'mẹ' } })));
    child(11, 'female');
    child(12, 'male');
    const babies = async () => (await show(db, 'maternalCare', { patientId: personId(1) }))!.pregnancies[0]!.births[0]!.babies;
    must(tell(db, 'linkNewborn', { id: birth, baby: 0, childId: personId(11) }));
    expect(refusal(tell(db, 'linkNewborn', { id: birth, baby: 1, childId: personId(11) }))).toEqual({ code: 'ChildLinkedAlready', birthId: birth, baby: 0, field: 'childId' });
    expect(refusal(tell(db, 'linkNewborn', { id: birth, baby: 1, childId: personId(1) }))?.code).toBe('ChildIsMother');
    expect(await babies()).toMatchObject([{ childId: personId(11), hepB0: true, hepB0OnCard: false }, { sex: 'male' }]);
    must(tell(db, 'recordImmunization', { patientId: personId(11), vaccine: 'HEPB0', doseNumber: 1, occurredOn: addDays(today, -2), place: 'here', lotNumber: 'VGB-1', expiresOn: '2028-01' }));
    expect((await babies())[0]).toMatchObject({ childName: expect.any(String) as unknown, hepB0OnCard: true });
    must(tell(db, 'linkNewborn', { id: birth, baby: 0 }));
    expect((await babies())[0]).not.toHaveProperty('childId');
    must(tell(db, 'linkNewborn', { id: birth, baby: 1, childId: personId(12) }));
    expect(must(tell(db, 'linkNewborn', { id: birth, baby: 0, childId: personId(11) })).warnings).toEqual([]);
    expect((await babies()).map(({ childId }) => childId)).toEqual([personId(11), personId(12)]);
  });

  it('[MAT21] [MAT35] [MAT36] proposes who of the book a baby may be until somebody is, and again once that was taken back', async () => {
    const db = aDatabase();
    somebody(db, 1, { fullName: 'Vũ Thị Phượng', village: 'Thôn 4', householdHead: 'Vũ Văn Tạo', phone: '0912000863' });
    const day = addDays(today, -1);
    const birth = born(db, 1, expecting(db, 1, 40, { registeredOn: weeksAgo(20) }), day);
    const child = (n: number, with_: object = {}) => must(tell(db, 'registerPatient', aPerson(n, { sex: 'female', bornOn: day, noNationalIdReason: 'newborn', nationalId: undefined, fullName: `Bé ${n === 11 ? 'An' : 'Bình'}`, village: 'Thôn 9', guardian: { fullName: 'Bà ngoại' }, ...with_ })));
    child(11, { guardian: { fullName: 'Vũ Thị Phượng', phone: '0912000863' } });
    child(12, { village: 'Thôn 4', householdHead: 'Vũ Văn Tạo', bornOn: today });
    child(13);
    child(14, { guardian: { fullName: 'Vũ Thị Phượng' }, fullName: 'Bé An' });
    must(tell(db, 'markSamePerson', { id: personId(14), sameAsId: personId(11) }));
    const matches = async (baby = 0, birthId = birth) => (await show(db, 'newbornMatches', { birthId, baby })).map(({ id, because, daysApart }) => [id, because, daysApart]);
    expect(await matches()).toEqual([[personId(11), ['guardian', 'phone'], 0], [personId(12), ['household'], 1]]);
    expect([await matches(3), await matches(0, anId('births', 99))]).toEqual([[], []]);
    must(tell(db, 'linkNewborn', { id: birth, baby: 0, childId: personId(14) }));
    expect(await matches()).toEqual([[personId(12), ['household'], 1]]);
    must(tell(db, 'linkNewborn', { id: birth, baby: 0, unlinkReason: 'wrongPatient', note: 'Nhầm bé' }));
    expect((await matches()).map(([id]) => id)).toEqual([personId(11), personId(12)]);
    expect((await show(db, 'maternalCare', { patientId: personId(1) }))!.pregnancies[0]!.births[0]!.newborns).toMatchObject([{ childId: personId(14) }, { reason: 'wrongPatient', note: 'Nhầm bé', by: { displayName: 'Lan' } }]);
    must(tell(db, 'voidPatient', { id: personId(12), voidReason: 'enteredInError' }));
    expect((await matches()).map(([id]) => id)).toEqual([personId(11)]);
    must(tell(db, 'voidBirth', { id: birth, voidReason: 'enteredInError' }));
    expect(await matches()).toEqual([]);
    expect(verifyStation(db).problems).toEqual([]);
  });

  it('[MAT22] a woman with a pregnancy in force is not struck out', () => {
    const db = aDatabase();
    somebody(db, 1);
    const pregnancy = expecting(db, 1, 12);
    const strike = () => refusal(tell(db, 'voidPatient', { id: personId(1), voidReason: 'enteredInError' }));
    expect(strike()).toEqual({ code: 'PersonHasMaternalCare', records: 1 });
    must(tell(db, 'voidPregnancy', { id: pregnancy, voidReason: 'enteredInError' }));
    expect(strike()).toBeUndefined();
  });

  it('[MAT23] proposes what a visit of today measured', async () => {
    const db = aDatabase();
    somebody(db, 1);
    const visit = must(tell(db, 'recordVisit', { patientId: personId(1), occurredOn: today, symptoms: 'Ho', observations: { systolicMmHg: { value: 118 }, diastolicMmHg: { value: 74 }, weightKg: { value: 54.5 } } }));
    expect(await show(db, 'maternalCare', { patientId: personId(1) })).toMatchObject({ pregnancies: [], measuredToday: { encounterId: visit.id, bloodPressure: { systolicMmHg: 118, diastolicMmHg: 74 }, weightKg: 54.5 } });
  });

  it('[MAT24] [MAT25] [MAT28] lists who is to come and which births are expected, filtered, follows what is written, and tells no result', async () => {
    const db = aDatabase();
    somebody(db, 1, { fullName: 'Trần Thị Bình', village: 'Thôn 2', phone: '0912345678' });
    somebody(db, 2, { fullName: 'Lê Thị An', village: 'Thôn 2' });
    somebody(db, 3, { fullName: 'Vũ Thị Yến', village: 'Thôn 1' });
    somebody(db, 4, { fullName: 'Không Thôn', village: undefined });
    const ids = [expecting(db, 1, 41, { registeredOn: weeksAgo(30), screenings: [{ test: 'hiv', result: 'positive', on: weeksAgo(20) }] }), expecting(db, 2, 20, { registeredOn: weeksAgo(10), previousCaesarean: true, plannedPlace: 'hospital' }), expecting(db, 3, 44, { registeredOn: weeksAgo(30) }), expecting(db, 4, 12)];
    examined(db, 4, ids[3]!, today, { nextVisitOn: addDays(today, 30) });
    born(db, 3, ids[2]!, addDays(today, -5));
    const due = (input: Partial<QueryInput<'maternalDue'>> = {}): Promise<MaternalDue> => show(db, 'maternalDue', { until: today, ...input });
    const all = await due();
    expect(names(all)).toEqual(['Vũ Thị Yến', 'Lê Thị An', 'Trần Thị Bình']);
    expect(all).toMatchObject({ total: 3, people: 4, villages: [{ village: 'Thôn 1', people: 1 }, { village: 'Thôn 2', people: 2 }], states: { onTime: 0, due: 0, overdue: 2, pastDue: 1 }, kinds: { antenatal: 2, postnatal: 1 }, highRisk: 1 });
    expect(all.rows[2]).toMatchObject({ patient: { phone: '0912345678' }, standing: { state: 'pastDue', daysLate: 7, gestation: { weeks: 41, days: 0 } } });
    expect(JSON.stringify(all)).not.toContain('positive');
    expect(all.rows[1]).toMatchObject({ plannedPlace: 'hospital', standing: { isHighRisk: true } });
    expect(names(await due({ until: '2026-12-31' }))).toContain('Không Thôn');
    expect(await due({ kind: 'postnatal' })).toMatchObject({ total: 1, rows: [{ patient: { fullName: 'Vũ Thị Yến' } }], kinds: { antenatal: 2, postnatal: 1 }, states: { overdue: 1, pastDue: 0 }, highRisk: 0 });
    expect(names(await due({ highRisk: true }))).toEqual(['Lê Thị An']);
    expect(await due({ state: 'pastDue', village: 'Thôn 2' })).toMatchObject({ total: 1, states: { overdue: 1, pastDue: 1 }, villages: [{ village: 'Thôn 2', people: 1 }] });
    expect((await due({ until: '2026-12-31', village: null })).rows[0]).toMatchObject({ standing: { state: 'onTime' } });
    expect(names(await due({ village: 'Thôn 2', limit: 1, offset: 1 }))).toEqual(['Trần Thị Bình']);
    // Who is past her due day is on the list of any day.
    expect(names(await due({ until: '2020-01-01' }))).toEqual(['Trần Thị Bình']);

    const expected = await show(db, 'expectedBirths', {});
    expect(names(expected)).toEqual(['Trần Thị Bình', 'Lê Thị An', 'Không Thôn']);
    expect(expected).toMatchObject({ total: 3, months: [{ month: '2026-11', births: 1 }, { month: '2027-04', births: 1 }, { month: '2027-06', births: 1 }] });
    expect(await show(db, 'expectedBirths', { month: '2027-04', highRisk: true })).toMatchObject({ total: 1, months: [{ month: '2027-04', births: 1 }], villages: [{ village: 'Thôn 2', people: 1 }] });

    examined(db, 2, ids[1]!, today, { nextVisitOn: addDays(today, 30) });
    expect(names(await due())).toEqual(['Vũ Thị Yến', 'Trần Thị Bình']);
    must(tell(db, 'changePregnancyStatus', { id: ids[0], on: today, status: 'movedAway' }));
    expect(names(await due())).toEqual(['Vũ Thị Yến']);
    must(tell(db, 'updatePatient', aPerson(3, { fullName: 'Vũ Thị Yến', village: 'Thôn 9', bornOn: '1998-05-01' })));
    expect((await due()).villages).toEqual([{ village: 'Thôn 9', people: 1 }]);
    must(tell(db, 'handOverPerson', { patientId: personId(3), toUnit: '25002', reason: 'movedHome' }));
    expect(await due()).toMatchObject({ total: 0, people: 2 });
  });

  it('[MAT38] says whose dose of tetanus is due, by the card, the visits and what was said at registering', async () => {
    const db = aDatabase();
    for (const n of [1, 2, 3]) somebody(db, n);
    const ids = [expecting(db, 1, 34, { registeredOn: weeksAgo(20) }), expecting(db, 2, 20, { registeredOn: weeksAgo(10), tetanusDosesBefore: 2 }), expecting(db, 3, 34, { registeredOn: weeksAgo(20), tetanusDosesBefore: 5 })];
    const stands = async (n: number) => (await show(db, 'maternalCare', { patientId: personId(n) }))!.pregnancies[0]!.tetanus;
    expect(await stands(1)).toEqual({ given: 0, next: { doseNumber: 1, fromOn: weeksAgo(20), state: 'late' } });
    expect(await stands(2)).toEqual({ given: 2, next: { doseNumber: 3, fromOn: weeksAgo(10), state: 'due' } });
    expect(await stands(3)).toEqual({ given: 5 });
    examined(db, 1, ids[0]!, addDays(today, -30), { tetanusDose: 1, nextVisitOn: today });
    const ofList = async () => (await show(db, 'maternalDue', { until: today })).rows.map(({ patient, tetanus }) => [patient.id, tetanus?.next?.state]);
    expect(await ofList()).toEqual(expect.arrayContaining([[personId(1), 'late'], [personId(2), 'due'], [personId(3), undefined]]));
    expect((await show(db, 'expectedBirths', {})).rows.map(({ tetanus }) => tetanus?.given).sort()).toEqual([1, 2, 5]);
    // Given at the vaccination table, and taken back there.
    const dose = must(tell(db, 'recordImmunization', { patientId: personId(1), vaccine: 'TT', doseNumber: 2, occurredOn: today, place: 'here', lotNumber: 'TT-1', expiresOn: '2028-01' })).id;
    expect(await stands(1)).toEqual({ given: 2, lastOn: today, next: { doseNumber: 3, fromOn: addDays(today, 183), state: 'toCome' } });
    must(tell(db, 'voidImmunization', { id: dose, voidReason: 'enteredInError' }));
    expect(await stands(1)).toMatchObject({ given: 1, next: { doseNumber: 2, state: 'late' } });
    must(tell(db, 'recordImmunization', { patientId: personId(1), vaccine: 'TT', doseNumber: 3, occurredOn: '2024', place: 'elsewhere' }));
    expect(await stands(1)).toEqual({ given: 3, next: { doseNumber: 4, fromOn: weeksAgo(20), state: 'due' } });
    born(db, 1, ids[0]!, today);
    expect(await stands(1)).toBeUndefined();
    expect((await show(db, 'maternalDue', { until: '2027-01-31' })).rows.find(({ patient }) => patient.id === personId(1))?.tetanus).toBeUndefined();
  });

  it('[MAT26] counts a month and the five before, and counts anew what is written since', async () => {
    const db = aDatabase();
    somebody(db, 1);
    somebody(db, 2);
    const pregnancy = expecting(db, 1, 40, { registeredOn: weeksAgo(28), tetanusDosesBefore: 1 });
    for (const weeks of [28, 20, 10, 4]) examined(db, 1, pregnancy, weeksAgo(weeks));
    born(db, 1, pregnancy, addDays(today, -3));
    expecting(db, 2, 9, { screenings: [{ test: 'hiv', result: 'negative', on: today }] });
    const share = async (id: string, month = '2026-11') => { const one = (await show(db, 'maternalMonth', { month })).indicators.find((each) => each.id === id); return `${one?.numerator}/${one?.denominator}`; };
    const now = await show(db, 'maternalMonth', { month: '2026-11' });
    expect(now).toMatchObject({ on: today, births: 1, registered: 1, pregnant: 1, babies: { live: 1 }, places: [{ place: 'station', births: 1 }] });
    expect(await Promise.all(['anc3in3', 'anc4', 'earlyRegistration', 'tetanusProtected', 'skilledBirth', 'lowBirthWeight', 'postnatalWeek1', 'hivTested'].map((id) => share(id)))).toEqual(['1/1', '1/1', '0/1', '0/1', '1/1', '0/1', '0/1', '1/1']);
    expect(now.months.map(({ month, births }) => `${month} ${births}`)).toEqual(['2026-06 0', '2026-07 0', '2026-08 0', '2026-09 0', '2026-10 0', '2026-11 1']);
    expect(await share('earlyRegistration', '2026-05')).toBe('1/1');
    // The card of vaccinations counts, and so does what is written after the first question.
    must(tell(db, 'recordImmunization', { patientId: personId(1), vaccine: 'TT', doseNumber: 2, occurredOn: addDays(today, -60), place: 'here', lotNumber: 'UV-1', expiresOn: '2028-01' }));
    must(tell(db, 'recordPostnatalVisit', { patientId: personId(1), pregnancyId: pregnancy, occurredOn: addDays(today, -1), place: 'home', bleeding: 'normal' }));
    expect([await share('tetanusProtected'), await share('postnatalWeek1')]).toEqual(['1/1', '1/1']);
  });

  it('[MAT30] [MAT12] shows what came along, has the woman among those to come, and goes on with visits of ours', async () => {
    const db = aDatabase();
    expect((await show(db, 'maternalDue', { until: today })).people).toBe(0);
    const transfer = 'transfer:019a0000-0000-7000-8000-000000000001';
    const stamps = { unit: '25001', device: 'hub-769', createdAt: '2026-01-01T00:00:00.000Z', createdBy: 'hub', updatedAt: '2026-01-01T00:00:00.000Z', updatedBy: 'hub', version: '1', schemaVersion: 1 };
    const [pregnancy, other] = [aPregnancy({ registeredOn: weeksAgo(20), lastPeriodOn: weeksAgo(30) }), aPregnancy({ registeredOn: '2024-03-01', lastPeriodOn: '2024-01-01' })];
    const past = { ...other, _id: anId('pregnancies', 2) };
    const carried = (kind: string, record: { _id: string }) => ({ id: record._id, rev: '1-a', unit: '25009', kind, body: record });
    const records = [carried('pregnancy', pregnancy), carried('antenatalVisit', anAntenatalVisit(pregnancy, weeksAgo(18), { nextVisitOn: weeksAgo(12) })), carried('pregnancy', past), carried('birth', aBirth(past, { bornOn: '2024-10-01' }))];
    db.store.commit({ context: 'pull', documents: [{ table: 'transfers', document: { _id: transfer, kind: 'arriving', handoverId: transfer.replace('transfer', 'handovers'), fromUnit: '25009', fromName: 'Trạm xa', toUnit: '25001', person: aPerson(1, { bornOn: '1998-05-01' }), records, ...stamps, _rev: '1-a', _deleted: false, _meta: { lwt: 0 }, _attachments: {} } }] });
    const patientId = must(tell(db, 'acceptHandover', { transferId: transfer })).id;
    expect(await show(db, 'maternalCare', { patientId })).toMatchObject({ standing: { isCarried: true, visits: 1, state: 'overdue', nextVisitOn: weeksAgo(12) }, pregnancies: [{ pregnancy: { carriedFrom: 'Trạm xa' }, visits: [{ carriedFrom: 'Trạm xa' }] }, { standing: { status: 'delivered' }, births: [{ carriedFrom: 'Trạm xa' }] }] });
    expect((await show(db, 'maternalDue', { until: today })).rows).toHaveLength(1);
    expect((await show(db, 'encounterTimeline', { patientId })).map(({ type, on }) => `${type} ${on}`)).toEqual([`carried ${weeksAgo(18)}`, `carried ${weeksAgo(20)}`, 'carried 2024-10-01', 'carried 2024-03-01']);
    // A visit of ours is of the pregnancy that came along; what they wrote is not changed.
    must(tell(db, 'recordAntenatalVisit', { patientId, pregnancyId: pregnancy._id, occurredOn: weeksAgo(11), weightKg: 55, nextVisitOn: addDays(today, 7) }));
    expect((await show(db, 'maternalCare', { patientId }))?.standing).toMatchObject({ visits: 2, state: 'onTime' });
    expect(refusal(tell(db, 'changePregnancyStatus', { id: pregnancy._id, on: today, status: 'terminated' }))?.code).toBe('PregnancyNotFound');
    const own = must(tell(db, 'registerPregnancy', { patientId, registeredOn: today, lastPeriodOn: weeksAgo(30) }));
    const view = await show(db, 'maternalCare', { patientId });
    expect(view).toMatchObject({ standing: { pregnancyId: own.id, isCarried: false, visits: 2 } });
    expect(view?.pregnancies.map(({ visits }) => visits.length)).toEqual([2, 0]);
    // Registered there, not here: ours is the one of this month; the birth of then is theirs.
    expect(await show(db, 'maternalMonth', { month: '2026-11' })).toMatchObject({ registered: 1, pregnant: 1 });
    expect(await show(db, 'maternalMonth', { month: '2024-10' })).toMatchObject({ births: 0 });
  });

  it('[MAT32] shows what can be read beside a record that cannot, which verify names', async () => {
    const db = aDatabase();
    somebody(db, 1);
    const pregnancy = expecting(db, 1, 40, { registeredOn: weeksAgo(20) });
    const [visit, birth] = [examined(db, 1, pregnancy, weeksAgo(10)), born(db, 1, pregnancy, addDays(today, -2))];
    const after = must(tell(db, 'recordPostnatalVisit', { patientId: personId(1), pregnancyId: pregnancy, occurredOn: today, place: 'home', bleeding: 'normal' })).id;
    const odd = (table: string, id: string, with_: object) => ({ table, document: { ...db.store.get(table, id)!, _id: id.replace(/.{4}$/, 'abcd'), ...with_ } });
    db.store.commit({ context: 'foreign', documents: [odd('pregnancies', pregnancy, { statusChanges: 'active' }), odd('antenatalVisits', visit, { occurredOn: 'hôm qua' }), odd('births', birth, { newborns: 7 }), odd('postnatalVisits', after, { place: 'đâu đó' })] });
    expect((await show(db, 'maternalCare', { patientId: personId(1) }))?.pregnancies).toMatchObject([{ visits: [{ _id: visit }], births: [{ _id: birth }], postnatal: [{ _id: after }] }]);
    expect((await show(db, 'maternalDue', { until: '2027-01-31' })).people).toBe(1);
    expect(verifyStation(db).problems.map(({ problem, collection }) => `${String(collection)} ${problem}`).sort()).toEqual(['antenatalVisits doesNotFit', 'births doesNotFit', 'postnatalVisits doesNotFit', 'pregnancies doesNotFit']);
  });

  it('[MAT34] a file without the tables these lists are read from gets them when it is opened', async () => {
    const [file, key] = [join(tempDir(), 'station.db'), randomBytes(32)];
    const before = aDatabase({ file, key });
    somebody(before, 1);
    somebody(before, 2, { bornOn: addDays(today, -2) });
    const birth = born(before, 1, expecting(before, 1, 40, { registeredOn: weeksAgo(20) }), addDays(today, -2));
    must(tell(before, 'linkNewborn', { id: birth, baby: 0, childId: personId(2) }));
    for (const name of ['pregnancies maternalPeople', 'births newborns']) before.store.sql.run('DELETE FROM store_meta WHERE key = ?', `derived ${name}`);
    for (const table of ['maternal_people', 'newborns']) before.store.sql.run(`DROP TABLE ${table}`);
    before.close();
    const after = aDatabase({ file, key });
    expect((await show(after, 'maternalDue', { until: today })).people).toBe(1);
    somebody(after, 3);
    const second = born(after, 3, expecting(after, 3, 40, { registeredOn: weeksAgo(20) }), addDays(today, -2));
    expect(refusal(tell(after, 'linkNewborn', { id: second, baby: 0, childId: personId(2) }))).toMatchObject({ code: 'ChildLinkedAlready', birthId: birth });
  });
});

describe('the care of mothers at two PCs', () => {
  it('[MAT29] writes apart, keeps words, tests and links of both, shows the same, and all of it is proved', async () => {
    const [one, two] = await twoPcs();
    await did(one, 'registerPatient', aPerson(1, { bornOn: '1998-05-01' }));
    for (const n of [2, 3]) await did(one, 'registerPatient', aPerson(n, { bornOn: '2026-02-01' }));
    const fields = { registeredOn: '2025-09-01', lastPeriodOn: '2025-05-04' };
    const pregnancy = await did(one, 'registerPregnancy', { patientId: personId(1), ...fields });
    const birth = await did(one, 'recordBirth', { patientId: personId(1), pregnancyId: pregnancy, bornOn: '2026-02-01', place: 'station', mode: 'vaginal', babies: [{ sex: 'female', status: 'live' }, { sex: 'female', status: 'live' }], motherStatus: 'well' });
    await exchange(one, two);
    await did(one, 'amendPregnancy', { id: pregnancy, ...fields, gravida: 2, screenings: [{ test: 'hiv', result: 'negative', on: '2025-10-01' }] });
    await did(two, 'amendPregnancy', { id: pregnancy, ...fields, plannedPlace: 'hospital', screenings: [{ test: 'hbsag', result: 'negative', on: '2025-10-02' }] });
    await did(two, 'changePregnancyStatus', { id: pregnancy, on: '2026-02-03', status: 'movedAway' });
    await did(one, 'linkNewborn', { id: birth, baby: 0, childId: personId(2) });
    await did(two, 'linkNewborn', { id: birth, baby: 1, childId: personId(3) });
    await exchange(one, two);
    const views = await Promise.all([one, two].map((work) => ask<MaternalCareView>(work, 'maternalCare', { patientId: personId(1) })));
    expect(views[1]).toEqual(views[0]);
    expect(views[0]?.pregnancies[0]).toMatchObject({ pregnancy: { gravida: 2, plannedPlace: 'hospital' }, standing: { status: 'movedAway' }, births: [{ babies: [{ childId: personId(2) }, { childId: personId(3) }] }] });
    expect(views[0]?.pregnancies[0]?.pregnancy.screenings.map(({ test }) => test).sort()).toEqual(['hbsag', 'hiv']);
    for (const work of [one, two]) {
      expect(await ask<ConflictRow[]>(work, 'conflictInbox')).toEqual([]);
      expect(await work.verify()).toMatchObject({ ok: true, documents: { pregnancies: 1, births: 1 } });
      await until(async () => (await work.exchange({})).receipts.every(({ missing }) => missing === 0));
    }
    expect(await ask(one, 'recordTicks', { ids: [pregnancy, birth] })).toMatchObject([{ denied: false, proved: [{ unit: '769', proved: true }] }, { denied: false, proved: [{ unit: '769', proved: true }] }]);
  });
});
