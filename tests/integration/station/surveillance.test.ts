import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PersonCases } from '../../../src-shared/contract/queries.ts';
import type { StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { verifyStation } from '../../../src-main/station/verify/verify-station.ts';
import { aDatabase, must, noon, refusal, show, tell, today } from './one-pc.ts';
import { ask, did, exchange, twoPcs } from './two-pcs.ts';
import { aPerson, personId, tempDir, until } from './world.ts';

const HOUR = 3_600_000;

function aStation(place: { file?: string; key?: Buffer } = {}) {
  const clock = { ms: noon };
  return { db: aDatabase({ ...place, now: () => clock.ms }), clock };
}
const code = (answer: ReturnType<typeof tell>) => refusal(answer)?.code;
const somebody = (db: StationDatabase, n: number, with_: object = {}) => must(tell(db, 'registerPatient', aPerson(n, { bornOn: '1990-05-01', ...with_ })));
const visitOf = (n: number, icd10: string, with_: object = {}) => ({ patientId: personId(n), occurredOn: today, reason: 'Sốt', diagnoses: [{ icd10, text: 'Chẩn đoán' }], ...with_ });
const seen = (db: StationDatabase, n: number, icd10: string, with_: object = {}) => must(tell(db, 'recordVisit', visitOf(n, icd10, with_))).id;
const content = { diagnosis: 'Sốt xuất huyết Dengue', classification: 'probable', onsetOn: '2026-11-20', outcome: 'treated', vaccination: 'unknown' };
const dengue = (n: number, with_: object = {}) => ({ patientId: personId(n), diseaseId: 'dengue', ...content, ...with_ });
const due = async (db: StationDatabase) => (await show(db, 'surveillance', {})).due.map(({ patient, diseaseId, hoursLeft }) => [patient.id, diseaseId, hoursLeft]);

describe('cases at one PC', () => {
  it('[DIS4] [DIS13] [DIS15] lists what is to be reported, most urgent first, until it is reported, voided, amended away, or the person is away', async () => {
    const { db, clock } = aStation();
    for (const n of [1, 2, 3, 4]) somebody(db, n);
    const first = seen(db, 1, 'A90');
    seen(db, 2, 'A00', { diagnoses: [{ icd10: 'A00', text: 'Tả' }] });
    seen(db, 3, 'A09');
    seen(db, 4, 'B05', { status: 'draft' });
    seen(db, 3, 'A90', { occurredOn: '2026-09-01' });
    expect(await due(db)).toEqual([[personId(2), 'cholera', 24], [personId(1), 'dengue', 48]]);
    clock.ms += 30 * HOUR;
    expect(await due(db)).toEqual([[personId(2), 'cholera', -6], [personId(1), 'dengue', 18]]);
    expect((await show(db, 'today', {})).casesDue).toHaveLength(2);
    // A second visit of the case asks for nothing more.
    seen(db, 1, 'A97.0', { occurredOn: '2026-11-23' });
    expect(await due(db)).toHaveLength(2);
    must(tell(db, 'reportCase', dengue(1, { encounterId: first })));
    expect(await due(db)).toEqual([[personId(2), 'cholera', -6]]);
    const visit = (await show(db, 'personCases', { patientId: personId(2) }))!.seen[0]!;
    expect(visit).toMatchObject({ diseaseId: 'cholera', diagnosis: 'Tả', hoursLeft: -6, toReport: true });
    must(tell(db, 'amendEncounter', { id: visit.encounterId, ...visitOf(2, 'A09'), amendReason: 'Sửa' }));
    expect(await due(db)).toEqual([]);
    must(tell(db, 'amendEncounter', { id: visit.encounterId, ...visitOf(2, 'A00'), amendReason: 'Sửa' }));
    expect(await due(db)).toEqual([[personId(2), 'cholera', 24]]);
    must(tell(db, 'voidEncounter', { id: visit.encounterId, voidReason: 'wrongPatient' }));
    expect(await due(db)).toEqual([]);
    const away = seen(db, 4, 'A37');
    expect(await due(db)).toHaveLength(1);
    must(tell(db, 'handOverPerson', { patientId: personId(4), toUnit: '25002', reason: 'movedHome' }));
    expect(away).not.toBe('');
    expect(await due(db)).toEqual([]);
  });

  it('[DIS5] [DIS9] [DIS10] reports once, goes on by further versions, takes back; both records are one person', async () => {
    const { db, clock } = aStation();
    for (const n of [1, 2]) somebody(db, n);
    const visit = seen(db, 1, 'A90');
    must(tell(db, 'markSamePerson', { id: personId(2), sameAsId: personId(1) }));
    const report = must(tell(db, 'reportCase', dengue(2, { encounterId: visit }))).id;
    expect(code(tell(db, 'reportCase', dengue(1, { encounterId: visit })))).toBe('CaseReportedAlready');
    expect(code(tell(db, 'reportCase', dengue(1, { detectedAt: '2026-11-22T01:00:00.000Z' })))).toBe('CaseReportedAlready');
    expect(code(tell(db, 'voidPatient', { id: personId(2), voidReason: 'enteredInError' }))).toBe('PersonHasCaseReports');
    clock.ms += HOUR;
    const second = must(tell(db, 'reviseCaseReport', { reportId: report, change: 'result', ...content, classification: 'confirmed' })).id;
    expect(code(tell(db, 'reviseCaseReport', { reportId: report, change: 'result', ...content }))).toBe('CaseReportReplaced');
    const [one] = (await show(db, 'personCases', { patientId: personId(1) }))!.cases;
    expect(one).toMatchObject({ current: { _id: second, classification: 'confirmed', author: { displayName: 'Lan' } }, versions: [{ _id: second }, { _id: report }] });
    expect(await show(db, 'caseReports', {})).toMatchObject({ total: 1, rows: [{ _id: second, number: 2, patient: { id: personId(1) }, late: false }] });
    expect((await show(db, 'encounterTimeline', { patientId: personId(1) })).filter(({ type }) => type === 'caseReport')).toMatchObject([{ on: today, caseReport: { _id: second } }]);
    must(tell(db, 'withdrawCaseReport', { reportId: second, reason: 'ruledOut' }));
    expect(await show(db, 'caseReports', {})).toMatchObject({ rows: [{ withdrawn: { reason: 'ruledOut' } }] });
    expect(await due(db)).toEqual([]);
    expect((await show(db, 'caseCounts', { span: 'week', day: today })).counts).toEqual([]);
    expect(verifyStation(db).problems).toEqual([]);
  });

  it('[DIS11] counts a week and a month with the twelve weeks before, and the deaths of reports', async () => {
    const { db } = aStation();
    for (const n of [1, 2, 3]) somebody(db, n);
    seen(db, 1, 'A09'); seen(db, 1, 'A09', { occurredOn: '2026-11-21' }); seen(db, 2, 'A09', { occurredOn: '2026-11-10' });
    must(tell(db, 'reportCase', { ...dengue(3, { detectedAt: '2026-11-22T01:00:00.000Z' }), outcome: 'died', outcomeOn: today }));
    const week = await show(db, 'caseCounts', { span: 'week', day: today });
    expect(week).toMatchObject({ from: '2026-11-16', until: '2026-11-22', counts: [{ diseaseId: 'dengue', cases: 1, deaths: 1 }, { diseaseId: 'diarrhoea', cases: 1, deaths: 0 }] });
    expect(week.weeks).toHaveLength(12);
    expect(week.weeks.at(-2)).toMatchObject({ from: '2026-11-09', counts: [{ diseaseId: 'diarrhoea', cases: 1 }] });
    const month = await show(db, 'caseCounts', { span: 'month', day: today });
    expect(month.weeks.at(-1)?.from).toBe('2026-11-16');
    expect(month.counts).toMatchObject([{ diseaseId: 'dengue' }, { diseaseId: 'diarrhoea', cases: 2 }]);
  });

  it('[DIS12] [DIS14] says a possible outbreak with who is in it; a report begins with what is known of the person', async () => {
    const { db } = aStation();
    for (const n of [1, 2]) somebody(db, n, { village: 'Thôn 7', occupation: 'Giáo viên', address: { line: 'Số 4' } });
    somebody(db, 3, { village: 'Thôn 8' });
    seen(db, 1, 'A90'); seen(db, 2, 'A90', { occurredOn: '2026-11-12' }); seen(db, 3, 'A90');
    expect((await show(db, 'surveillance', {})).outbreaks).toMatchObject([{ diseaseId: 'dengue', village: 'Thôn 7', from: '2026-11-12', until: today, people: [{ patient: { id: personId(2) }, reported: false }, { patient: { id: personId(1) } }] }]);
    must(tell(db, 'recordImmunization', { patientId: personId(1), vaccine: 'MR', doseNumber: 1, occurredOn: '2015-03', place: 'elsewhere', programme: 'expanded' }));
    expect(await show(db, 'personCases', { patientId: personId(1) })).toMatchObject({ address: 'Số 4, Thôn 7', occupation: 'Giáo viên', doses: { measles: 1, rubella: 1, polio: 0 } });
  });

  it('[DIS19] shows the others where one does not fit its shape; verify names it, and a version whose former one is not there', async () => {
    const { db } = aStation();
    somebody(db, 1);
    const id = must(tell(db, 'reportCase', dengue(1, { detectedAt: '2026-11-22T01:00:00.000Z' }))).id;
    const stored = db.store.get('caseReports', id)!;
    const write = (_id: string, patch: object) => { const { _meta, _attachments, _deleted, _rev, ...body } = stored; db.journal.save({ documents: [{ body: { ...body, _id, ...patch }, expectedRev: null }], context: 'test' } as never); };
    write('caseReports:019a0000-0000-7000-8000-0000000000aa', { classification: 'surely' });
    write('caseReports:019a0000-0000-7000-8000-0000000000ab', { replaces: ['caseReports:019a0000-0000-7000-8000-0000000000ff'], caseId: 'caseReports:019a0000-0000-7000-8000-0000000000ab' });
    expect((await show(db, 'caseReports', {})).total).toBe(2);
    const problems = verifyStation(db).problems;
    expect(problems.some((one) => JSON.stringify(one).includes('0000000000aa'))).toBe(true);
    expect(problems).toContainEqual({ check: 'ledger', problem: 'replacedReportMissing', id: 'caseReports:019a0000-0000-7000-8000-0000000000ab', replaced: 'caseReports:019a0000-0000-7000-8000-0000000000ff' });
  });

  it('[DIS21] a file of an older program gets the table the lists are read from', async () => {
    const [file, key] = [join(tempDir(), 'station.db'), randomBytes(32)];
    const before = aStation({ file, key });
    somebody(before.db, 1);
    seen(before.db, 1, 'A90');
    before.db.store.sql.run('DROP TABLE seen_diseases');
    before.db.store.sql.run('DELETE FROM store_meta WHERE key = ?', 'derived encounters seenDiseases');
    await before.db.close();
    expect(await due(aStation({ file, key }).db)).toEqual([[personId(1), 'dengue', 48]]);
  });
});

describe('cases on two PCs', () => {
  it('[DIS9] [DIS16] shows the same after an exchange: of two reports of one visit the later counts', async () => {
    const [one, two] = await twoPcs();
    await did(one, 'registerPatient', aPerson(1, { bornOn: '1990-05-01' }));
    const visit = await did(one, 'recordVisit', visitOf(1, 'A90'));
    await exchange(one, two);
    const mine = await did(one, 'reportCase', dengue(1, { encounterId: visit }));
    const theirs = await did(two, 'reportCase', dengue(1, { encounterId: visit, doses: 0 }));
    await exchange(one, two);
    const casesAt = () => Promise.all([one, two].map((work) => ask<PersonCases>(work, 'personCases', { patientId: personId(1) })));
    const [here, there] = await casesAt();
    expect(there).toEqual(here);
    expect(here!.cases).toMatchObject([{ current: { _id: theirs }, versions: [{ _id: theirs }, { _id: mine }] }]);
    const next = await did(one, 'reviseCaseReport', { reportId: theirs, change: 'corrected', ...content });
    await exchange(one, two);
    expect((await casesAt())[1]!.cases).toMatchObject([{ current: { _id: next, replaces: [mine, theirs].sort() } }]);
    for (const work of [one, two]) {
      expect(await ask<unknown[]>(work, 'conflictInbox')).toEqual([]);
      expect(await work.verify()).toMatchObject({ ok: true, documents: { caseReports: 3 } });
      await until(async () => (await work.exchange({})).receipts.every(({ missing }) => missing === 0));
    }
    expect(await ask(one, 'recordTicks', { ids: [next] })).toMatchObject([{ denied: false, proved: [{ unit: '769', proved: true }] }]);
  });
});
