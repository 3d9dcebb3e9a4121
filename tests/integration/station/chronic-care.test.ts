import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CareDue, ChronicCareView, ConflictRow, QueryInput } from '../../../src-shared/contract/queries.ts';
import type { StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { verifyStation } from '../../../src-main/station/verify/verify-station.ts';
import type { Episode } from '../../../src-shared/domain/chronic/episode.schema.ts';
import type { FollowUp } from '../../../src-shared/domain/chronic/follow-up.schema.ts';
import { anEpisode, aFollowUp, readings } from '../../support/chronic.ts';
import { aDatabase, must, refusal, show, tell, today } from './one-pc.ts';
import { aPerson, personId, tempDir, until } from './world.ts';
import { ask, did, exchange, twoPcs } from './two-pcs.ts';

const somebody = (db: StationDatabase, n: number, with_: object = {}) => must(tell(db, 'registerPatient', aPerson(n, { bornOn: '1960-05-01', ...with_ })));
const enrol = (db: StationDatabase, n: number, with_: object = {}) => must(tell(db, 'enrolCondition', { patientId: personId(n), condition: 'hypertension', foundOn: '2025', foundBy: 'visit', enrolledOn: '2026-01-10', ...with_ })).id;
const follow = (db: StationDatabase, n: number, occurredOn: string, pressure: string, with_: object = {}) => must(tell(db, 'recordFollowUp', { patientId: personId(n), occurredOn, bloodPressure: readings(pressure), ...with_ })).id;
const visit = (db: StationDatabase, n: number, occurredOn: string, pressure: string, with_: object = {}) => {
  const [{ systolicMmHg, diastolicMmHg } = { systolicMmHg: 0, diastolicMmHg: 0 }] = readings(pressure);
  return must(tell(db, 'recordVisit', { patientId: personId(n), occurredOn, symptoms: 'Ho', observations: { systolicMmHg: { value: systolicMmHg }, diastolicMmHg: { value: diastolicMmHg } }, ...with_ })).id;
};
const names = (due: { rows: { patient: { fullName: string } }[] }) => due.rows.map(({ patient }) => patient.fullName);

describe('chronic conditions at one PC', () => {
  it('[CHR9] [CHR14] [CHR16] follows a person through both records, and done twice is done once', async () => {
    const db = aDatabase();
    for (const n of [1, 2]) somebody(db, n);
    const input = { patientId: personId(1), condition: 'hypertension', foundOn: '2025', foundBy: 'visit', enrolledOn: '2026-01-10' };
    const first = must(tell(db, 'enrolCondition', input, 'first'));
    expect(must(tell(db, 'enrolCondition', input, 'first'))).toEqual({ ...first, already: true });
    const control = follow(db, 2, '2026-11-01', '150/92', { fastingGlucoseMmolL: 6.1 });
    must(tell(db, 'markSamePerson', { id: personId(2), sameAsId: personId(1) }));
    expect(refusal(tell(db, 'enrolCondition', { ...input, patientId: personId(2) }))).toMatchObject({ code: 'AlreadyEnrolled', episodeId: first.id });
    for (const n of [1, 2]) {
      expect(await show(db, 'chronicCare', { patientId: personId(n) })).toMatchObject({
        bornOn: '1960-05-01', episodes: [{ _id: first.id }], followUps: [{ _id: control }], glucose: [{ kind: 'fasting', value: 6.1 }],
        standing: { conditions: [{ condition: 'hypertension', status: 'active', controlled: 'no' }], state: 'onTime', nextVisitOn: '2026-12-01', goal: { systolicBelow: 140, isOwn: false } }, pressures: [{ systolicMmHg: 150, on: '2026-11-01', from: 'followUp' }],
      });
    }
    must(tell(db, 'voidFollowUp', { id: control, voidReason: 'wrongPatient' }));
    expect(refusal(tell(db, 'voidFollowUp', { id: control, voidReason: 'wrongPatient' }))).toEqual({ code: 'FollowUpVoided' });
    const after = await show(db, 'chronicCare', { patientId: personId(1) });
    expect(after).toMatchObject({ followUps: [{ _id: control, voided: { reason: 'wrongPatient' } }], pressures: [], standing: { state: 'lost' } });
    expect(await show(db, 'chronicCare', { patientId: personId(9) })).toBeNull();
    expect([...db.store.iterate('auditEvents')].map(({ operation }) => operation).sort()).toEqual(['enrolCondition', 'markSamePerson', 'recordFollowUp', 'registerPatient', 'registerPatient', 'voidFollowUp']);
    expect(verifyStation(db).problems).toEqual([]);
  });

  it('[CHR4] [CHR11] [CHR16] takes what a visit of the day measured, and proposes what one of today did', async () => {
    const db = aDatabase();
    somebody(db, 1);
    enrol(db, 1);
    const input = { patientId: personId(1), occurredOn: today, nextVisitOn: '2026-12-20' };
    expect(refusal(tell(db, 'recordFollowUp', input))).toEqual({ code: 'NothingRecorded', field: 'bloodPressure' });
    expect(await show(db, 'chronicCare', { patientId: personId(1) })).not.toHaveProperty('measuredToday');
    // Begun by the nurse, not submitted yet.
    const draft = visit(db, 1, today, '152/94', { status: 'draft', symptoms: undefined });
    expect(await show(db, 'chronicCare', { patientId: personId(1) })).toMatchObject({ measuredToday: { encounterId: draft, bloodPressure: { systolicMmHg: 152, diastolicMmHg: 94 } }, pressures: [] });
    expect(refusal(tell(db, 'recordFollowUp', input))?.code).toBe('NothingRecorded');
    const done = visit(db, 1, today, '148/92', { observations: { systolicMmHg: { value: 148 }, diastolicMmHg: { value: 92 }, weightKg: { value: 61.5 }, pulsePerMin: { value: 80 } } });
    expect(await show(db, 'chronicCare', { patientId: personId(1) })).toMatchObject({ measuredToday: { encounterId: done, bloodPressure: { systolicMmHg: 148, diastolicMmHg: 92 }, weightKg: 61.5, pulsePerMin: 80 } });
    expect(must(tell(db, 'recordFollowUp', input)).warnings).toEqual([]);
    expect(await show(db, 'chronicCare', { patientId: personId(1) })).toMatchObject({ standing: { nextVisitOn: '2026-12-20', lastPressure: { from: 'encounter', id: done }, conditions: [{ controlled: 'no' }] } });
  });

  it('[CHR12] asks about a follow-up of somebody without a condition, and about a second one that day', () => {
    const db = aDatabase();
    somebody(db, 1);
    const first = must(tell(db, 'recordFollowUp', { patientId: personId(1), occurredOn: today, note: 'Khỏe' }));
    expect(first.warnings.map(({ code }) => code)).toEqual(['NotUnderManagement']);
    enrol(db, 1);
    expect(must(tell(db, 'recordFollowUp', { patientId: personId(1), occurredOn: today, note: 'Khỏe' })).warnings).toEqual([{ code: 'FollowUpThatDay', followUpId: first.id, field: 'occurredOn' }]);
  });

  it('[CHR13] ends every condition of somebody who died, in one commit; the words stay', async () => {
    const db = aDatabase();
    somebody(db, 1);
    const [pressure, sugar] = [enrol(db, 1), enrol(db, 1, { condition: 'diabetes' })];
    const answer = must(tell(db, 'changeEpisodeStatus', { id: pressure, on: today, status: 'died', reason: 'Đột quỵ' }));
    expect(answer.ids.toSorted()).toEqual([pressure, sugar].sort());
    const view = await show(db, 'chronicCare', { patientId: personId(1) });
    expect(view?.standing.conditions.map(({ status }) => status)).toEqual(['died', 'died']);
    expect(view?.standing.state).toBeUndefined();
    expect(view?.episodes[0]?.statusChanges.map(({ status }) => status)).toEqual(['active', 'died']);
    expect((await show(db, 'careDue', { until: today })).people).toBe(0);
  });

  it('[CHR15] a person with a condition or a follow-up in force is not struck out', () => {
    const db = aDatabase();
    somebody(db, 1);
    const [condition, control] = [enrol(db, 1), follow(db, 1, today, '140/80')];
    const strike = () => refusal(tell(db, 'voidPatient', { id: personId(1), voidReason: 'enteredInError' }));
    expect(strike()).toEqual({ code: 'PersonHasChronicCare', records: 2 });
    must(tell(db, 'voidEpisode', { id: condition, voidReason: 'enteredInError' }));
    expect(strike()).toEqual({ code: 'PersonHasChronicCare', records: 1 });
    must(tell(db, 'voidFollowUp', { id: control, voidReason: 'enteredInError' }));
    expect(strike()).toBeUndefined();
  });

  it('[CHR17] lists who is to come, by village and name, filtered, and follows what is written', async () => {
    const db = aDatabase();
    somebody(db, 1, { fullName: 'Trần Văn Bình', village: 'Thôn 2', phone: '0912345678' });
    somebody(db, 2, { fullName: 'Lê Thị An', village: 'Thôn 2' });
    somebody(db, 3, { fullName: 'Vũ Thị Yến', village: 'Thôn 1' });
    somebody(db, 4, { fullName: 'Không Thôn', village: undefined });
    somebody(db, 5, { fullName: 'Không Bệnh', village: 'Thôn 1' });
    enrol(db, 1);
    follow(db, 1, '2026-10-10', '150/92');
    enrol(db, 2, { condition: 'diabetes', enrolledOn: '2026-10-20' });
    enrol(db, 3);
    enrol(db, 4, { enrolledOn: today });
    const due = (input: Partial<QueryInput<'careDue'>> = {}): Promise<CareDue> => show(db, 'careDue', { until: today, ...input });
    const all = await due();
    expect(names(all)).toEqual(['Vũ Thị Yến', 'Lê Thị An', 'Trần Văn Bình']);
    expect(all).toMatchObject({ total: 3, people: 4, villages: [{ village: 'Thôn 1', people: 1 }, { village: 'Thôn 2', people: 2 }], states: { onTime: 0, due: 1, overdue: 1, lost: 1 } });
    expect(all.rows[2]).toMatchObject({ patient: { phone: '0912345678' }, state: 'overdue', nextVisitOn: '2026-11-09', daysLate: 13, lastSeenOn: '2026-10-10', lastPressure: { systolicMmHg: 150 }, conditions: [{ condition: 'hypertension', controlled: 'no' }] });
    expect(names(await due({ until: '2026-12-31' }))).toContain('Không Thôn');
    expect((await due({ until: '2026-12-31', village: null })).rows[0]).toMatchObject({ state: 'onTime' });
    expect(names(await due({ condition: 'diabetes' }))).toEqual(['Lê Thị An']);
    expect(await due({ state: 'lost' })).toMatchObject({ total: 1, rows: [{ patient: { fullName: 'Vũ Thị Yến' } }], villages: [{ village: 'Thôn 1' }], states: { overdue: 1 } });
    expect(names(await due({ village: 'Thôn 2', limit: 1, offset: 1 }))).toEqual(['Trần Văn Bình']);

    follow(db, 3, today, '130/80', { nextVisitOn: '2026-12-22' });
    expect(names(await due())).toEqual(['Lê Thị An', 'Trần Văn Bình']);
    // A visit for something else is no control, but somebody saw them.
    must(tell(db, 'recordVisit', { patientId: personId(2), occurredOn: '2026-11-21', symptoms: 'Ho' }));
    expect((await due()).rows[0]).toMatchObject({ state: 'due', lastSeenOn: '2026-11-21' });
    enrol(db, 5, { enrolledOn: '2026-01-10' });
    expect(names(await due())).toEqual(['Không Bệnh', 'Lê Thị An', 'Trần Văn Bình']);
    must(tell(db, 'updatePatient', aPerson(5, { fullName: 'Không Bệnh', village: 'Thôn 3', bornOn: '1960-05-01' })));
    expect((await due()).villages.map(({ village }) => village)).toEqual(['Thôn 2', 'Thôn 3']);
    must(tell(db, 'handOverPerson', { patientId: personId(1), toUnit: '25002', reason: 'movedHome' }));
    expect(names(await due())).toEqual(['Lê Thị An', 'Không Bệnh']);
    must(tell(db, 'markSamePerson', { id: personId(5), sameAsId: personId(2) }));
    expect(await due()).toMatchObject({ total: 1, rows: [{ patient: { fullName: 'Lê Thị An' }, conditions: [{ condition: 'hypertension' }, { condition: 'diabetes' }] }] });
  });

  it('[CHR18] lists adults who were high last and whose hypertension nobody wrote down', async () => {
    const db = aDatabase();
    for (const [n, bornOn] of [[1, '1960-05-01'], [2, '1970'], [3, '2010-01-01'], [4, '1980-01-01'], [5, '1990-01-01']] as const) somebody(db, n, { bornOn, village: n === 2 ? 'Thôn 1' : 'Thôn 2', fullName: `Người ${String.fromCodePoint(64 + n)}` });
    visit(db, 1, '2026-10-01', '142/84');
    visit(db, 2, '2026-10-01', '182/84');
    visit(db, 3, '2026-10-01', '150/90');
    visit(db, 4, '2026-10-01', '150/90');
    visit(db, 4, '2026-11-01', '130/80');
    enrol(db, 5, { condition: 'diabetes' });
    const high = follow(db, 5, '2026-11-01', '146/90');
    const found = (input: QueryInput<'suspects'> = {}) => show(db, 'suspects', input);
    const all = await found();
    expect(all.rows.map(({ patient, kind, days }) => `${patient.fullName} ${kind} ${days}`)).toEqual(['Người B confirm 1', 'Người A measureAgain 1', 'Người E measureAgain 1']);
    expect(all).toMatchObject({ total: 3, kinds: { measureAgain: 2, confirm: 1 }, villages: [{ village: 'Thôn 1', people: 1 }, { village: 'Thôn 2', people: 2 }] });
    expect(all.rows[0]).toMatchObject({ pressure: { systolicMmHg: 182, on: '2026-10-01', from: 'encounter', pressureClass: { grade: 'grade3', isolatedSystolic: true } } });
    expect(await found({ kind: 'confirm' })).toMatchObject({ total: 1, kinds: { measureAgain: 2 }, villages: [{ village: 'Thôn 1' }] });
    expect(names(await found({ village: 'Thôn 2', limit: 1, offset: 1 }))).toEqual(['Người E']);
    // In whichever of the person's records.
    must(tell(db, 'markSamePerson', { id: personId(1), sameAsId: personId(4) }));
    expect(names(await found())).toEqual(['Người B', 'Người E']);
    must(tell(db, 'unmarkSamePerson', { id: personId(1) }));
    visit(db, 1, '2026-11-10', '141/80');
    expect((await found({ village: 'Thôn 2' })).rows[0]).toMatchObject({ kind: 'confirm', days: 2 });
    must(tell(db, 'voidFollowUp', { id: high, voidReason: 'enteredInError' }));
    enrol(db, 2);
    expect(names(await found())).toEqual(['Người A']);
  });

  it('[CHR19] counts a month, the five before, and whoever of forty and more was measured that year', async () => {
    const db = aDatabase();
    for (const n of [1, 2, 3]) somebody(db, n, { fullName: `Người ${String.fromCodePoint(64 + n)}` });
    somebody(db, 4, { bornOn: '1986-11-30', fullName: 'Ba Mươi Chín' });
    somebody(db, 5, { bornOn: '1950', fullName: 'Bản Sao' });
    must(tell(db, 'markSamePerson', { id: personId(5), sameAsId: personId(3) }));
    enrol(db, 1);
    follow(db, 1, '2026-10-20', '130/80');
    enrol(db, 2, { condition: 'diabetes', enrolledOn: '2026-11-02' });
    follow(db, 2, '2026-11-02', '120/80', { fastingGlucoseMmolL: 9 });
    visit(db, 5, '2026-03-01', '120/80');
    visit(db, 4, '2026-03-01', '120/80');
    const month = (asked: string) => show(db, 'careMonth', { month: asked });
    const shares = (indicators: { id: string; numerator: number; denominator: number }[]) => indicators.map(({ id, numerator, denominator }) => `${id} ${numerator}/${denominator}`);
    const now = await month('2026-11');
    expect(now).toMatchObject({ on: today, people: 2, conditions: [{ condition: 'hypertension', enrolled: 0, active: 1, left: [] }, { condition: 'diabetes', enrolled: 1, active: 1, left: [] }] });
    expect(shares(now.indicators)).toEqual(['bpControl 1/1', 'missedVisit 0/2', 'dmControl 0/1', 'screened40plus 3/3']);
    expect(now.months.map(({ month: shown }) => shown)).toEqual(['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11']);
    expect(now.months.map(({ indicators }) => shares(indicators)[1])).toEqual(['missedVisit 1/1', 'missedVisit 1/1', 'missedVisit 1/1', 'missedVisit 1/1', 'missedVisit 0/1', 'missedVisit 0/2']);
    // They were forty once the year was over, and nobody was measured in the next one.
    expect(shares((await month('2026-12')).indicators).at(-1)).toBe('screened40plus 3/3');
    expect(await month('2026-10')).toMatchObject({ on: '2026-10-31', people: 1, conditions: [{ condition: 'hypertension', active: 1 }] });
    expect(shares((await month('2026-02')).indicators).at(-1)).toBe('screened40plus 0/3');
    const [episode] = (await show(db, 'chronicCare', { patientId: personId(1) }))!.episodes;
    must(tell(db, 'changeEpisodeStatus', { id: episode!._id, on: '2026-11-10', status: 'referred' }));
    expect((await month('2026-11')).conditions[0]).toEqual({ condition: 'hypertension', enrolled: 0, active: 0, left: [{ status: 'referred', people: 1 }] });
    expect((await month('2026-10')).people).toBe(1);
  });

  it('[CHR22] [CHR17] shows what came along with its own day, and has the person among those to come', async () => {
    const db = aDatabase();
    expect((await show(db, 'careDue', { until: today })).people).toBe(0);
    const transfer = 'transfer:019a0000-0000-7000-8000-000000000001';
    const carried = (kind: string, record: Episode | FollowUp) => ({ id: record._id, rev: '1-a', unit: '25009', kind, body: record });
    const stamps = { unit: '25001', device: 'hub-769', createdAt: '2026-01-01T00:00:00.000Z', createdBy: 'hub', updatedAt: '2026-01-01T00:00:00.000Z', updatedBy: 'hub', version: '1', schemaVersion: 1 };
    const records = [carried('episode', anEpisode()), carried('followUp', aFollowUp('2026-10-01', '150/90')), carried('followUp', { ...aFollowUp('2026-10-05', '190/90'), voided: { at: stamps.createdAt, by: anEpisode().author, reason: 'duplicate' } })];
    db.store.commit({ context: 'pull', documents: [{ table: 'transfers', document: { _id: transfer, kind: 'arriving', handoverId: transfer.replace('transfer', 'handovers'), fromUnit: '25009', fromName: 'Trạm xa', toUnit: '25001', person: aPerson(1, { bornOn: '1960-05-01' }), records, ...stamps, _rev: '1-a', _deleted: false, _meta: { lwt: 0 }, _attachments: {} } }] });
    const patientId = must(tell(db, 'acceptHandover', { transferId: transfer })).id;
    const view = await show(db, 'chronicCare', { patientId });
    expect(view).toMatchObject({ episodes: [{ carriedFrom: 'Trạm xa' }], followUps: [{ carriedFrom: 'Trạm xa' }], standing: { state: 'overdue', conditions: [{ isCarried: true }] } });
    expect(view?.pressures).toHaveLength(1);
    expect((await show(db, 'careDue', { until: today })).rows).toMatchObject([{ nextVisitOn: '2026-10-31' }]);
    expect((await show(db, 'encounterTimeline', { patientId })).map(({ type, on }) => `${type} ${on}`)).toEqual(['carried 2026-10-05', 'carried 2026-10-01', 'carried 2026-01-10']);
    // Ours stands before it; what is not ours is not enrolled this month.
    enrol(db, 1, { patientId, enrolledOn: '2026-11-20' });
    expect((await show(db, 'careDue', { until: today })).rows[0]?.conditions).toMatchObject([{ isCarried: false }]);
    expect((await show(db, 'careMonth', { month: '2026-11' })).conditions).toEqual([{ condition: 'hypertension', enrolled: 1, active: 1, left: [] }]);
  });

  it('[CHR24] shows what can be read beside a record that cannot, which verify names', async () => {
    const db = aDatabase();
    somebody(db, 1);
    const [condition, control] = [enrol(db, 1), follow(db, 1, '2026-11-01', '130/80')];
    db.store.commit({ context: 'foreign', documents: [
      { table: 'episodes', document: { ...db.store.get('episodes', condition)!, _id: condition.replace(/.{4}$/, 'abcd'), statusChanges: 'active' } },
      { table: 'followUps', document: { ...db.store.get('followUps', control)!, _id: control.replace(/.{4}$/, 'abcd'), occurredOn: 'hôm qua' } },
    ] });
    expect((await show(db, 'chronicCare', { patientId: personId(1) }))?.followUps).toHaveLength(1);
    expect((await show(db, 'encounterTimeline', { patientId: personId(1) })).map(({ type }) => type)).toEqual(['followUp', 'episode']);
    expect((await show(db, 'careDue', { until: '2026-12-31' })).total).toBe(1);
    expect(verifyStation(db).problems.map(({ problem, collection }) => `${String(collection)} ${problem}`)).toEqual(['episodes doesNotFit', 'followUps doesNotFit']);
  });

  it('[CHR26] a file whose tables are of another rule answers the same', async () => {
    const [file, key] = [join(tempDir(), 'station.db'), randomBytes(32)];
    const before = aDatabase({ file, key });
    somebody(before, 1);
    somebody(before, 2);
    enrol(before, 1);
    visit(before, 2, '2026-11-01', '150/90');
    for (const name of ['encounters encounter_pressures', 'followUps follow_up_pressures', 'episodes chronicPeople']) before.store.sql.run('DELETE FROM store_meta WHERE key = ?', `derived ${name}`);
    for (const table of ['encounter_pressures', 'follow_up_pressures', 'chronic_people']) before.store.sql.run(`DROP TABLE ${table}`);
    before.close();
    const after = aDatabase({ file, key });
    expect((await show(after, 'careDue', { until: today })).total).toBe(1);
    expect((await show(after, 'suspects', {})).total).toBe(1);
    expect((await show(after, 'careMonth', { month: '2026-11' })).indicators.at(-1)).toEqual({ id: 'screened40plus', numerator: 1, denominator: 2 });
  });
});

describe('chronic conditions at two PCs', () => {
  it('[CHR14] [CHR21] write apart, keep both words of status, show the same, and all of it is proved', async () => {
    const [one, two] = await twoPcs();
    await did(one, 'registerPatient', aPerson(1, { bornOn: '1960-05-01' }));
    const condition = await did(one, 'enrolCondition', { patientId: personId(1), condition: 'hypertension', foundOn: '2025', foundBy: 'visit', enrolledOn: '2026-01-10' });
    const wrong = await did(one, 'recordFollowUp', { patientId: personId(1), occurredOn: '2026-02-01', bloodPressure: readings('190/90') });
    await exchange(one, two);
    await did(one, 'changeEpisodeStatus', { id: condition, on: '2026-02-01', status: 'referred' });
    await did(two, 'changeEpisodeStatus', { id: condition, on: '2026-02-02', status: 'stopped' });
    for (const work of [one, two]) await did(work, 'voidFollowUp', { id: wrong, voidReason: 'enteredInError' });
    await did(two, 'recordFollowUp', { patientId: personId(1), occurredOn: '2026-02-02', bloodPressure: readings('150/90') });
    await exchange(one, two);
    const views = await Promise.all([one, two].map((work) => ask<ChronicCareView>(work, 'chronicCare', { patientId: personId(1) })));
    expect(views[1]).toEqual(views[0]);
    expect(views[0]?.episodes[0]?.statusChanges.map(({ status }) => status).sort()).toEqual(['active', 'referred', 'stopped']);
    expect(views[0]?.standing.conditions).toMatchObject([{ status: 'stopped', since: '2026-02-02' }]);
    expect(views[0]?.pressures.map(({ systolicMmHg }) => systolicMmHg)).toEqual([150]);
    for (const work of [one, two]) {
      expect(await ask<ConflictRow[]>(work, 'conflictInbox')).toEqual([]);
      expect(await work.verify()).toMatchObject({ ok: true, documents: { episodes: 1, followUps: 2 } });
      await until(async () => (await work.exchange({})).receipts.every(({ missing }) => missing === 0));
    }
    expect(await ask(one, 'recordTicks', { ids: [condition, wrong] })).toMatchObject([{ denied: false, proved: [{ unit: '769', proved: true }] }, { denied: false, proved: [{ unit: '769', proved: true }] }]);
  });
});
