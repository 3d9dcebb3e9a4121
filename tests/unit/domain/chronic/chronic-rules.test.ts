import { describe, expect, it } from 'vitest';
import type { OperationInput } from '../../../../src-shared/contract/operations.ts';
import { askAboutFollowUp } from '../../../../src-shared/domain/chronic/ask-about-follow-up.ts';
import { episode as episodeSchema, voidEpisodeInput, type Episode } from '../../../../src-shared/domain/chronic/episode.schema.ts';
import { followUp as followUpSchema, recordFollowUpInput, voidFollowUpInput } from '../../../../src-shared/domain/chronic/follow-up.schema.ts';
import { planEpisode, planVoidEpisode } from '../../../../src-shared/domain/chronic/plan-episode.ts';
import { planEpisodeStatus } from '../../../../src-shared/domain/chronic/plan-episode-status.ts';
import { planFollowUp, planVoidFollowUp } from '../../../../src-shared/domain/chronic/plan-follow-up.ts';
import { validateEpisode } from '../../../../src-shared/domain/chronic/validate-episode.ts';
import { validateFollowUp } from '../../../../src-shared/domain/chronic/validate-follow-up.ts';
import type { Outcome } from '../../../../src-shared/domain/common/refusal.ts';
import { findEpisodeProblems, findFollowUpProblems } from '../../../../src-shared/domain/review/find-chronic-problems.ts';
import { aContext, anId } from '../../../support/builders.ts';
import { anEpisode, anEpisodeInput, aFollowUp, aFollowUpInput, readings } from '../../../support/chronic.ts';

/** 22 November 2026. */
const context = aContext();
const patient = { bornOn: '1960-05-01' };
const value = <T>(outcome: Outcome<T>): T => { if (!outcome.ok) throw new Error(outcome.refusals[0].code); return outcome.value; };
const refusal = (outcome: Outcome<unknown>) => (outcome.ok ? undefined : outcome.refusals[0]);
type Enrol = Partial<OperationInput<'enrolCondition'>>;
type Follow = Partial<OperationInput<'recordFollowUp'>>;

describe('enrolling', () => {
  const check = (with_: Enrol = {}, facts: Partial<Parameters<typeof validateEpisode>[1]> = {}) => validateEpisode(anEpisodeInput(with_), { patient, episodes: [], ...facts }, context.today);

  it('[CHR9] takes a condition once while it is managed here', () => {
    const there = anEpisode();
    expect(check({}, { episodes: [there] })).toEqual([{ code: 'AlreadyEnrolled', episodeId: there._id, enrolledOn: '2026-01-10', field: 'condition' }]);
    expect(check({ condition: 'diabetes' }, { episodes: [there] })).toEqual([]);
    expect(check({}, { episodes: [{ ...there, voided: { at: context.now, by: there.author, reason: 'duplicate' } }] })).toEqual([]);
    expect(check({}, { episodes: [{ ...there, isCarried: true }] })).toEqual([]);
    const stopped = value(planEpisodeStatus(there, [], { id: there._id, on: '2026-11-01', status: 'stopped' }, context))[0]!.after;
    expect(check({}, { episodes: [stopped] })).toEqual([]);
    expect(check({}, { patient: undefined })).toEqual([{ code: 'PatientNotFound' }]);
    expect(check({}, { patient: { ...patient, voided: { at: context.now, by: { ...there.author, role: 'head' }, reason: 'trial' } } })).toEqual([{ code: 'PatientVoided' }]);
  });

  it('[CHR10] takes no day to come, none before the birth, and no enrolment before the finding, as far as they are known', () => {
    expect(check({ enrolledOn: '2026-11-23' })).toEqual([{ code: 'OccurredInFuture', field: 'enrolledOn' }]);
    expect(check({ foundOn: '2027', enrolledOn: '2026-11-22' })).toEqual([{ code: 'OccurredInFuture', field: 'foundOn' }, { code: 'EnrolledBeforeFound', field: 'enrolledOn' }]);
    expect(check({ foundOn: '2026-12' }).map(({ field }) => field)).toEqual(['foundOn', 'enrolledOn']);
    expect(check({ foundOn: '2026' })).toEqual([]);
    expect(check({ foundOn: '2026-01-11' })).toEqual([{ code: 'EnrolledBeforeFound', field: 'enrolledOn' }]);
    expect(check({ foundOn: '1959' })).toEqual([{ code: 'OccurredBeforeBirth', field: 'foundOn' }]);
    expect(check({ foundOn: '1960' })).toEqual([]);
    expect(check({ goal: { systolicBelow: 110, diastolicBelow: 110 } })).toEqual([{ code: 'GoalNotPlausible', field: 'goal.diastolicBelow' }]);
    // What no form took in stops nothing.
    expect(check({}, { patient: { bornOn: 'hôm qua' } })).toEqual([]);
  });

  it('[CHR9] [CHR13] begins under management, and fits its shape', () => {
    const made = value(planEpisode(anEpisodeInput({ goal: { systolicBelow: 130, diastolicBelow: 80 }, riskFactors: ['salt'], note: 'Theo dõi' }), { patient, episodes: [] }, context));
    expect(made).toMatchObject({ condition: 'hypertension', statusChanges: [{ on: '2026-01-10', status: 'active', at: context.now, by: { account: 'hoa' } }], goal: { systolicBelow: 130 } });
    expect(episodeSchema.safeParse(made).error).toBeUndefined();
  });
});

describe('what becomes of a condition', () => {
  const change = (previous: Episode | undefined, input: Partial<OperationInput<'changeEpisodeStatus'>>, others: Episode[] = []) => planEpisodeStatus(previous, others, { id: previous?._id ?? anId('episodes'), on: '2026-11-20', status: 'referred', ...input }, context);

  it('[CHR13] is added after what was said before', () => {
    const there = anEpisode();
    const [{ after } = { after: there }] = value(change(there, { reason: 'Huyết áp không giảm' }));
    expect(after.statusChanges).toEqual([...there.statusChanges, { on: '2026-11-20', status: 'referred', reason: 'Huyết áp không giảm', at: context.now, by: { account: 'hoa', displayName: 'Trần Thị Hoà', role: 'doctor' } }]);
    expect(refusal(change(after, { status: 'stopped', on: '2026-11-19' }))).toEqual({ code: 'BeforeLastChange', from: '2026-11-20', field: 'on' });
    expect(refusal(change(after, { status: 'referred' }))).toEqual({ code: 'StatusUnchanged', field: 'status' });
    expect(refusal(change(after, { on: '2026-11-23', status: 'stopped' }))).toEqual({ code: 'OccurredInFuture', field: 'on' });
    expect(value(change(after, { status: 'active' }))[0]!.after.statusChanges).toHaveLength(3);
    expect(refusal(change(after, { status: 'active' }, [anEpisode()]))).toMatchObject({ code: 'AlreadyEnrolled', field: 'status' });
    expect(refusal(change(undefined, {}))).toEqual({ code: 'EpisodeNotFound' });
    expect(refusal(change({ ...there, schemaVersion: 9 }, {}))).toEqual({ code: 'RecordNewerThanProgram' });
  });

  it('[CHR13] goes to every condition under management where the person died or moved away, and to no other', () => {
    const [there, diabetes] = [anEpisode(), anEpisode({ condition: 'diabetes', enrolledOn: '2026-11-21' })];
    const stopped = value(change(anEpisode({ condition: 'asthma' }), { status: 'stopped' }))[0]!.after;
    const changed = value(change(there, { status: 'died' }, [diabetes, stopped]));
    expect(changed.map(({ after }) => [after._id, after.statusChanges.at(-1)?.status, after.statusChanges.at(-1)?.on])).toEqual([[there._id, 'died', '2026-11-20'], [diabetes._id, 'died', '2026-11-21']]);
    expect(value(change(there, { status: 'referred' }, [diabetes]))).toHaveLength(1);
  });

  it('[CHR14] is voided once, with every word of it kept', () => {
    const there = { ...anEpisode({ note: 'Giữ' }), bloodGroup: 'O' };
    const input = voidEpisodeInput.parse({ id: there._id, voidReason: 'wrongPatient', note: 'Nhầm người' });
    const gone = value(planVoidEpisode(there, input, context));
    expect(gone).toMatchObject({ note: 'Giữ', bloodGroup: 'O', voided: { reason: 'wrongPatient', note: 'Nhầm người', by: { account: 'hoa' } } });
    expect(refusal(planVoidEpisode(gone, input, context))).toEqual({ code: 'EpisodeVoided' });
    expect(refusal(planVoidEpisode(undefined, input, context))).toEqual({ code: 'EpisodeNotFound' });
    const control = aFollowUp('2026-11-01', '140/80');
    const wrong = voidFollowUpInput.parse({ id: control._id, voidReason: 'duplicate' });
    const struck = value(planVoidFollowUp(control, wrong, context));
    expect(struck).toMatchObject({ bloodPressure: [{ systolicMmHg: 140 }], voided: { reason: 'duplicate' } });
    expect(refusal(planVoidFollowUp(struck, wrong, context))).toEqual({ code: 'FollowUpVoided' });
    expect(refusal(planVoidFollowUp(undefined, wrong, context))).toEqual({ code: 'FollowUpNotFound' });
    expect(refusal(planVoidFollowUp({ ...control, schemaVersion: 9 }, wrong, context))).toEqual({ code: 'RecordNewerThanProgram' });
  });
});

describe('a follow-up', () => {
  const check = (with_: Follow, hasPressureThatDay = false) => validateFollowUp(aFollowUpInput(with_), { patient, hasPressureThatDay }, context.today);
  const asked = (with_: Follow, facts: Partial<Parameters<typeof askAboutFollowUp>[1]> = {}) => askAboutFollowUp(aFollowUpInput(with_), { underManagement: true, followUps: [], ...facts });

  it('[CHR10] [CHR11] has its day, says something, and its numbers fit each other', () => {
    const nothing = [{ code: 'NothingRecorded', field: 'bloodPressure' }];
    expect(check({})).toEqual(nothing);
    expect(check({ nextVisitOn: '2026-12-01', advice: [] })).toEqual(nothing);
    expect(check({}, true)).toEqual([]);
    for (const said of [{ missedDays: 0 }, { advice: ['salt' as const] }, { weightKg: 60 }, { note: 'Khỏe' }, { referredTo: 'Bệnh viện huyện' }, { bloodPressure: readings('140/80') }]) expect(check(said), Object.keys(said)[0]).toEqual([]);
    expect(check({ note: 'a', occurredOn: '2026-11-23' })).toEqual([{ code: 'OccurredInFuture', field: 'occurredOn' }]);
    expect(check({ note: 'a', occurredOn: '1960-04-30' })).toEqual([{ code: 'OccurredBeforeBirth', field: 'occurredOn' }]);
    expect(check({ note: 'a', nextVisitOn: '2026-11-01' })).toEqual([{ code: 'NextVisitNotAfter', field: 'nextVisitOn' }]);
    expect(check({ bloodPressure: readings('140/80 90/90') })).toEqual([{ code: 'DiastolicNotBelowSystolic', field: 'bloodPressure.1.diastolicMmHg' }]);
  });

  it('[CHR11] takes no number outside the plausible limits, at most two readings, and no field it does not know', () => {
    const fits = (with_: object) => recordFollowUpInput.safeParse({ patientId: anId('patients'), occurredOn: '2026-11-01', ...with_ }).success;
    const [low, high] = [{ systolicMmHg: 49, diastolicMmHg: 40 }, { systolicMmHg: 281, diastolicMmHg: 90 }];
    for (const wrong of [{ bloodPressure: [low] }, { bloodPressure: [high] }, { bloodPressure: [{ systolicMmHg: 120.5, diastolicMmHg: 80 }] }, { bloodPressure: [] }, { bloodPressure: readings('120/80 120/80 120/80') }, { fastingGlucoseMmolL: 0.9 }, { randomGlucoseMmolL: 51 }, { hba1cPercent: 2.9 }, { missedDays: 1.5 }, { missedDays: -1 }, { pulsePerMin: 29 }, { weightKg: 251 }, { waistCm: 29 }, { advice: ['sing'] }, { drug: 'x' }]) expect(fits(wrong), JSON.stringify(wrong)).toBe(false);
    expect(fits({ bloodPressure: readings('120/80 118/76'), fastingGlucoseMmolL: 5.6, randomGlucoseMmolL: 9.8, hba1cPercent: 6.5, missedDays: 3, pulsePerMin: 70, weightKg: 60.5, waistCm: 88 })).toBe(true);
  });

  it('[CHR12] is asked about where somebody should look again', () => {
    expect(asked({ bloodPressure: readings('179/109') })).toEqual([]);
    expect(asked({ bloodPressure: readings('190/100 170/90') })).toEqual([{ code: 'PressureVeryHigh', systolicMmHg: 180, diastolicMmHg: 95, field: 'bloodPressure' }]);
    expect(asked({ bloodPressure: readings('150/110') })).toMatchObject([{ code: 'PressureVeryHigh' }]);
    expect(asked({ fastingGlucoseMmolL: 3.8, randomGlucoseMmolL: 3.9 })).toEqual([{ code: 'GlucoseVeryLow', value: 3.8, field: 'fastingGlucoseMmolL' }]);
    expect(asked({ nextVisitOn: '2027-02-01' })).toEqual([]);
    expect(asked({ nextVisitOn: '2027-02-02' })).toEqual([{ code: 'NextVisitFar', days: 93, field: 'nextVisitOn' }]);
    const there = aFollowUp('2026-11-01', '140/80');
    expect(asked({}, { followUps: [there] })).toEqual([{ code: 'FollowUpThatDay', followUpId: there._id, field: 'occurredOn' }]);
    expect(asked({}, { followUps: [{ ...there, voided: { at: context.now, by: there.author, reason: 'duplicate' } }, aFollowUp('2026-11-02')] })).toEqual([]);
    expect(asked({}, { underManagement: false })).toEqual([{ code: 'NotUnderManagement', field: 'patientId' }]);
    const outcome = planFollowUp(aFollowUpInput({ bloodPressure: readings('185/95') }), { patient, hasPressureThatDay: false, underManagement: false, followUps: [] }, context);
    expect(outcome).toMatchObject({ ok: true, warnings: [{ code: 'PressureVeryHigh' }, { code: 'NotUnderManagement' }] });
    expect(followUpSchema.safeParse(value(outcome)).error).toBeUndefined();
  });
});

describe('at a reviewer’s', () => {
  const codes = (found: { code: string; severity: string; field?: string }[]) => found.map(({ severity, code, field }) => `${severity} ${code} ${field ?? '-'}`);
  const written = aContext({ nowMs: Date.parse('2026-02-20T03:00:00.000Z') });

  it('[CHR23] an episode is judged as its form would', () => {
    expect(findEpisodeProblems(anEpisode({ enrolledOn: '2026-02-20' }, written), patient)).toEqual([]);
    expect(codes(findEpisodeProblems(anEpisode({}, written), patient))).toEqual(['doubtful WrittenLate enrolledOn']);
    expect(codes(findEpisodeProblems({ ...anEpisode({}, written), enrolledOn: '2026-02-21' }, { bornOn: '2026' }))).toEqual(['wrong OccurredBeforeBirth foundOn', 'wrong OccurredInFuture enrolledOn']);
    expect(codes(findEpisodeProblems({ ...anEpisode({}, written), condition: 'flu' }, patient))).toEqual(['wrong NotReadable -']);
    expect(findEpisodeProblems({ ...anEpisode({}, written), voided: { at: context.now, by: anEpisode().author, reason: 'duplicate' } }, patient)).toEqual([]);
  });

  it('[CHR23] a follow-up is judged as its form would, and doubted where the form asks', () => {
    expect(findFollowUpProblems(aFollowUp('2026-02-20', undefined, {}, written), undefined)).toEqual([]);
    expect(codes(findFollowUpProblems(aFollowUp('2026-02-20', '182/95', { fastingGlucoseMmolL: 3 }, written), patient))).toEqual(['doubtful PressureVeryHigh bloodPressure', 'doubtful GlucoseVeryLow fastingGlucoseMmolL']);
    expect(codes(findFollowUpProblems({ ...aFollowUp('2026-01-20', undefined, {}, written), bloodPressure: readings('80/90'), nextVisitOn: '2026-01-20' }, patient))).toEqual(['wrong DiastolicNotBelowSystolic bloodPressure', 'wrong NextVisitNotAfter nextVisitOn', 'doubtful WrittenLate occurredOn']);
    expect(codes(findFollowUpProblems({ ...aFollowUp('2026-02-20', undefined, {}, written), createdAt: 'x' }, patient))).toEqual(['wrong NotReadable -']);
  });
});
