import { describe, expect, it } from 'vitest';
import { caseDeadline, hoursLeft } from '../../../../src-shared/domain/surveillance/case-deadline.ts';
import { caseStandings } from '../../../../src-shared/domain/surveillance/case-standings.ts';
import { detectedAt, diseasesIn } from '../../../../src-shared/domain/surveillance/detected-at.ts';
import { diseaseOf, diseaseOfCode, mayBeSame, notifiableDiseases } from '../../../../src-shared/domain/surveillance/notifiable-diseases.ts';
import { changedFields, planCaseReport, planReviseCase, planWithdrawCase } from '../../../../src-shared/domain/surveillance/plan-case-report.ts';
import { amendEncounter } from '../../../../src-shared/domain/encounter/amend-encounter.ts';
import { reportCaseInput, reviseCaseReportInput } from '../../../../src-shared/domain/surveillance/case-report.schema.ts';
import { aContext, anId, NOW_MS } from '../../../support/builders.ts';
import { aCaseInput, aCaseReport, aDengueVisit, accepted, someFacts } from '../../../support/cases.ts';

const codes = (outcome: { ok: true } | { ok: false; refusals: readonly { code: string }[] }) => (outcome.ok ? [] : outcome.refusals.map(({ code }) => code));
const later = (hours: number) => aContext({ nowMs: NOW_MS + hours * 3_600_000 });
const report = (input: Parameters<typeof aCaseInput>[0] = {}, facts: Partial<Parameters<typeof planCaseReport>[1]> = {}, context = aContext()) => planCaseReport(aCaseInput(input), { ...someFacts, ...facts }, context);
const revision = (of: { _id: string }, with_: object = {}) => reviseCaseReportInput.parse({ reportId: of._id, change: 'result', diagnosis: 'Sốt xuất huyết Dengue', classification: 'confirmed', onsetOn: '2026-11-20', outcome: 'treated', vaccination: 'unknown', ...with_ });
const standingOf = (...versions: ReturnType<typeof aCaseReport>[]) => ({ standing: caseStandings(versions)[0], patient: someFacts.patient });

describe('the list', () => {
  it('[DIS1] knows a disease by its code and what begins with it, of two the first', () => {
    expect(['A90', 'A97.1', 'A91', 'B08.4', 'J09', 'B08', 'A9', 'J06.9', undefined].map((code) => diseaseOfCode(code)?.id)).toEqual(['dengue', 'dengue', 'dengue', 'handFootMouth', 'influenzaH5N1', undefined, undefined, undefined, undefined]);
    expect(mayBeSame('influenzaH5N1', 'influenzaH7N9')).toBe(true);
    expect(mayBeSame('dengue', 'measles')).toBe(false);
    expect(new Set(notifiableDiseases.map(({ id }) => id)).size).toBe(notifiableDiseases.length);
    expect(diseasesIn([{ icd10: 'A90', text: 'x' }, { icd10: 'A91', text: 'y' }, { text: 'z' }, null, { icd10: 4 }])).toEqual(['dengue']);
    expect(diseasesIn('A90')).toEqual([]);
  });

  it('[DIS3] lets the hours run from the signature, or from the amendment that named the disease', () => {
    const visit = aDengueVisit();
    expect(detectedAt(visit, 'dengue')).toBe(visit.submittedAt);
    const { _id: id, patientId, occurredOn, reason } = visit;
    const cold = amendEncounter(visit, { id, patientId, occurredOn, reason, diagnoses: [{ text: 'Cảm' }] }, later(1));
    const again = amendEncounter(cold, { id, patientId, occurredOn, reason, diagnoses: visit.diagnoses }, later(5));
    expect(detectedAt(again, 'dengue')).toBe(later(5).now);
    expect(detectedAt(amendEncounter(visit, { id, patientId, occurredOn, reason, diagnoses: visit.diagnoses, advice: 'Uống nước' }, later(9)), 'dengue')).toBe(visit.submittedAt);
    expect(caseDeadline('dengue', '2026-11-22T02:00:00.000Z')).toBe('2026-11-24T02:00:00.000Z');
    expect(caseDeadline('cholera', '2026-11-22T02:00:00.000Z')).toBe('2026-11-23T02:00:00.000Z');
    expect(hoursLeft('2026-11-22T05:10:00.000Z', '2026-11-22T03:00:00.000Z')).toBe(2);
    expect(hoursLeft('2026-11-22T02:50:00.000Z', '2026-11-22T03:00:00.000Z')).toBe(-1);
  });
});

describe('a first report', () => {
  it('[DIS5] is of a signed visit of that person, or says when the station heard of it; once', () => {
    const visit = aDengueVisit();
    const ofVisit = { encounterId: visit._id, detectedAt: undefined };
    expect(accepted(report(ofVisit, { encounter: visit }))).toMatchObject({ encounterId: visit._id, detectedAt: visit.submittedAt, number: 1, replaces: [] });
    expect(codes(report(ofVisit))).toEqual(['EncounterNotFound']);
    expect(codes(report(ofVisit, { encounter: visit, isTheirs: false }))).toEqual(['EncounterOfOtherPatient']);
    expect(codes(report(ofVisit, { encounter: { ...visit, status: 'voided' } }))).toEqual(['EncounterVoided']);
    expect(codes(report(ofVisit, { encounter: { ...visit, status: 'draft' } }))).toEqual(['EncounterNotSigned']);
    expect(codes(report({ detectedAt: undefined }))).toEqual(['DetectedMissing']);
    expect(codes(report({ detectedAt: '2026-11-22T03:00:00.001Z' }))).toEqual(['OccurredInFuture']);
    const known = aCaseReport();
    expect(codes(report({}, { cases: [known] }))).toEqual(['CaseReportedAlready']);
    expect(codes(report({ diseaseId: 'measles' }, { cases: [known] }))).toEqual([]);
    expect(codes(report({}, { cases: [{ ...known, detectedAt: '2026-10-20T02:00:00.000Z' }] }))).toEqual([]);
    expect(codes(report({}, { patient: undefined }))).toEqual(['PatientNotFound']);
  });

  it('[DIS6] refuses days that cannot be, a death without its day, and a disease of a programme', () => {
    expect(codes(report({ onsetOn: '2026-11-23' }))).toEqual(['OccurredInFuture']);
    expect(codes(report({ onsetOn: '1985-03-14' }))).toEqual(['OccurredBeforeBirth']);
    expect(codes(report({ outcome: 'died' }))).toEqual(['DeathDayMissing']);
    expect(codes(report({ outcomeOn: '2026-11-19' }))).toEqual(['OutcomeBeforeOnset']);
    expect(codes(report({ sample: { takenOn: '2026-11-24', kind: 'Máu', result: 'pending' } }))).toEqual(['OccurredInFuture']);
    expect(codes(report({ diseaseId: 'hiv' }))).toEqual(['DiseaseOfProgramme']);
    expect(reportCaseInput.safeParse({ ...aCaseInput(), doses: 1.5 }).success).toBe(false);
  });

  it('[DIS7] asks about an onset long ago, a visit that says something else, and doses that do not fit', () => {
    const asked = (outcome: ReturnType<typeof report>) => (outcome.ok ? outcome.warnings : []);
    expect(asked(report())).toEqual([]);
    expect(asked(report({ onsetOn: '2026-09-01' }))).toEqual([{ code: 'OnsetLongAgo', days: 82, field: 'onsetOn' }]);
    expect(asked(report({ diseaseId: 'measles', encounterId: anId('encounters') }, { encounter: aDengueVisit() }))).toEqual([{ code: 'NotDiagnosed', field: 'diseaseId' }]);
    expect(asked(report({ vaccination: 'full', doses: 0 }))).toEqual([{ code: 'DosesDoNotFit', field: 'doses' }]);
    expect(asked(report({ vaccination: 'none', doses: 1 }))).toEqual([{ code: 'DosesDoNotFit', field: 'doses' }]);
  });

  it('[DIS8] says when it was due and whether it is late', () => {
    expect(aCaseReport()).toMatchObject({ deadlineAt: '2026-11-24T02:00:00.000Z', late: false });
    expect(aCaseReport({}, later(47.5))).toMatchObject({ late: true });
    const counted = aCaseReport({ diseaseId: 'influenza' }, later(500));
    expect([counted.late, 'deadlineAt' in counted, diseaseOf('influenza').hours]).toEqual([false, false, undefined]);
  });
});

describe('a further version', () => {
  it('[DIS9] has the whole content, names what it replaces and why; the same, or of a version replaced, is refused', () => {
    const first = aCaseReport({ workplace: 'Trường Tiểu học' });
    const second = accepted(planReviseCase(revision(first), standingOf(first), later(30)));
    expect(second).toMatchObject({ caseId: first._id, number: 2, replaces: [first._id], change: 'result', classification: 'confirmed', detectedAt: first.detectedAt, late: false });
    expect('workplace' in second).toBe(false);
    expect(changedFields(first, second).sort()).toEqual(['classification', 'workplace']);
    expect(codes(planReviseCase(revision(second), standingOf(first, second), later(31)))).toEqual(['ReportUnchanged']);
    expect(codes(planReviseCase(revision(second, { change: 'returned' }), standingOf(first, second), later(31)))).toEqual([]);
    expect(codes(planReviseCase(revision(first), standingOf(first, second), later(31)))).toEqual(['CaseReportReplaced']);
    expect(codes(planReviseCase(revision(first), { standing: undefined, patient: undefined }, later(31)))).toEqual(['CaseReportNotFound']);
    expect(codes(planReviseCase(revision(first, { onsetOn: '2026-12-30' }), standingOf(first), later(31)))).toEqual(['OccurredInFuture']);
    expect(codes(planReviseCase(revision(first), standingOf({ ...first, schemaVersion: 9 }), later(31)))).toEqual(['RecordNewerThanProgram']);
  });

  it('[DIS9] of two written apart takes the later by clock, and replaces both with the next', () => {
    const first = aCaseReport();
    const [here, there] = [1, 2].map((n) => accepted(planReviseCase(revision(first, { doses: n }), standingOf(first), later(n))));
    const standing = caseStandings([there!, first, here!])[0]!;
    expect([standing.current._id, standing.rivals.map(({ _id }) => _id)]).toEqual([there!._id, [here!._id]]);
    expect(accepted(planReviseCase(revision(there!, { doses: 2 }), { standing, patient: someFacts.patient }, later(3))).replaces).toEqual([here!._id, there!._id].sort());
    const visit = aDengueVisit();
    const two = [1, 2].map((n) => accepted(report({ encounterId: visit._id, detectedAt: undefined }, { encounter: visit }, later(n))));
    expect(caseStandings(two)).toMatchObject([{ current: { _id: two[1]!._id }, rivals: [{ _id: two[0]!._id }] }]);
  });

  it('[DIS10] takes a case back with a reason; nothing is written after it', () => {
    const first = aCaseReport();
    const gone = accepted(planWithdrawCase({ reportId: first._id, reason: 'ruledOut', note: 'PCR âm tính' }, standingOf(first), later(2)));
    expect(gone).toMatchObject({ withdrawn: { reason: 'ruledOut', note: 'PCR âm tính' }, diagnosis: first.diagnosis, number: 2, replaces: [first._id] });
    expect(codes(planReviseCase(revision(gone), standingOf(first, gone), later(3)))).toEqual(['CaseWithdrawn']);
    expect(codes(planWithdrawCase({ reportId: gone._id, reason: 'ruledOut' }, standingOf(first, gone), later(3)))).toEqual(['CaseWithdrawn']);
  });
});
