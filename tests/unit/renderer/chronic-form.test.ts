import { describe, expect, it } from 'vitest';
import { drawCourse } from '../../../src-renderer/features/chronic/course-plot.ts';
import { filtersToInput } from '../../../src-renderer/features/chronic/care-filters.ts';
import { conditionPatch, emptyEnrolment, enrolProblems, fieldsToEnrolment, type EnrolFields } from '../../../src-renderer/features/chronic/enrol-form.ts';
import { dayPatch, emptyFollowUp, fieldsToFollowUp, followUpProblems, lastBefore, quickOf, quickPatch, type FollowUpFields } from '../../../src-renderer/features/chronic/follow-up-form.ts';
import { emptyStatus, fieldsToStatus, statusProblems } from '../../../src-renderer/features/chronic/status-form.ts';
import { followUpSummary, glucoseWords, pressureClassWords } from '../../../src-renderer/ui/care-words.ts';
import { draftToRoute } from '../../../src-renderer/ui/draft-route.ts';
import { parseTypedPressure, tidyPressure } from '../../../src-renderer/ui/parse-typed-pressure.ts';
import { warningWords } from '../../../src-renderer/ui/refusal-words.ts';
import { hashToRoute, routeToHash } from '../../../src-renderer/ui/route-hash.ts';
import { valueWords } from '../../../src-renderer/ui/value-words.ts';
import { changeEpisodeStatusInput, enrolConditionInput } from '../../../src-shared/domain/chronic/episode.schema.ts';
import { recordFollowUpInput } from '../../../src-shared/domain/chronic/follow-up.schema.ts';
import type { Draft } from '../../../src-shared/contract/session.ts';
import { aFollowUp, anEpisode } from '../../support/chronic.ts';
import { speakIn } from './support.ts';

const today = '2026-11-22';
const patient = { _id: 'patients:019a0000-0000-7000-8000-000000000001', bornOn: '1960-02-03' };
const facts = { patient, hasPressureOn: () => false, today, unitWords: () => 'kg' };
const visit = (more: Partial<FollowUpFields> = {}): FollowUpFields => ({ ...emptyFollowUp(today), ...more });
const wrong = (more: Partial<FollowUpFields>) => followUpProblems(visit(more), facts);

describe('the form of a follow-up', () => {
  it('[SCR87] a pressure is typed as it is said, and never guessed from digits that run together', () => {
    for (const typed of ['148/92', '148 92', ' 148-92 ', '148 / 92', '148.92']) expect(parseTypedPressure(typed)).toEqual({ pressure: { systolicMmHg: 148, diastolicMmHg: 92 } });
    for (const typed of ['14892', '148', '148/', '148/92/80', 'cao']) expect(parseTypedPressure(typed)).toEqual({ problem: 'notAPressure' });
    expect(parseTypedPressure('300/90')).toEqual({ problem: 'pressureOutOfRange' });
    expect(parseTypedPressure('92/148')).toEqual({ problem: 'diastolicAbove' });
    expect(parseTypedPressure('')).toEqual({ empty: true });
    expect([tidyPressure('148 92'), tidyPressure('148')]).toEqual(['148/92', '148']);
  });

  it('[SCR135] what was measured last is that of before the day typed, while none is typed of before today', () => {
    const points = [{ on: '2026-09-20', value: 1 }, { on: '2026-10-21', value: 2 }, { on: today, value: 3 }];
    expect(lastBefore(points, '22/11/2026', today)?.value).toBe(2);
    expect(lastBefore(points, '21/10/2026', today)?.value).toBe(1);
    expect(lastBefore(points, '22/1', today)?.value).toBe(2);
    expect(lastBefore(points, '20/09/2026', today)).toBeUndefined();
  });

  it('[SCR88] proposes the next visit after thirty days; a quick choice counts from the day of the visit and follows it', () => {
    expect(emptyFollowUp(today)).toMatchObject({ occurredOn: '22/11/2026', nextVisitOn: '22/12/2026', reading1: '' });
    expect(quickOf(visit())).toBe('oneMonth');
    const soon = visit(quickPatch('twoWeeks', visit()));
    expect(soon.nextVisitOn).toBe('06/12/2026');
    expect(dayPatch('20/11/2026', soon)).toEqual({ occurredOn: '20/11/2026', nextVisitOn: '04/12/2026' });
    // A day of its own stays, and so does what cannot be read yet.
    expect(dayPatch('20/11/2026', visit({ nextVisitOn: '15/12/2026' }))).toEqual({ occurredOn: '20/11/2026' });
    expect(dayPatch('2', soon)).toEqual({ occurredOn: '2' });
    expect(quickOf(visit({ nextVisitOn: '15/12/2026' }))).toBeUndefined();
  });

  it('[SCR88] gives the operation what it takes', () => {
    const input = fieldsToFollowUp(visit({ reading1: '148/92', reading2: '144 90', weightKg: '61,5', fastingGlucoseMmolL: '7.4', missedDays: '0', symptoms: ' Đau đầu ', advice: ['salt', 'medicine', 'other'] }), patient._id);
    expect(recordFollowUpInput.parse(input)).toEqual({
      patientId: patient._id, occurredOn: today, nextVisitOn: '2026-12-22', bloodPressure: [{ systolicMmHg: 148, diastolicMmHg: 92 }, { systolicMmHg: 144, diastolicMmHg: 90 }],
      weightKg: 61.5, fastingGlucoseMmolL: 7.4, missedDays: 0, symptoms: 'Đau đầu', advice: ['medicine', 'salt'],
    });
    // A second reading alone is the one there is.
    expect(fieldsToFollowUp(visit({ reading2: '130/80' }), patient._id).bloodPressure).toEqual([{ systolicMmHg: 130, diastolicMmHg: 80 }]);
  });

  it('[SCR89] says at its field what cannot be', () => {
    expect(wrong({ reading1: '92/148' }).reading1?.code).toBe('diastolicAbove');
    expect(wrong({ reading1: '140/90', reading2: '14' }).reading2?.code).toBe('notAPressure');
    expect(wrong({ weightKg: '545' }).weightKg).toMatchObject({ code: 'outOfRange', max: 250 });
    expect(wrong({ missedDays: '1,5' }).missedDays?.code).toBe('notWhole');
    expect(wrong({ reading1: '140/90', occurredOn: '23/11/2026' }).occurredOn?.code).toBe('inFuture');
    expect(wrong({ reading1: '140/90', nextVisitOn: '22/11/2026' }).nextVisitOn?.code).toBe('refusals.NextVisitNotAfter');
    expect(wrong({ sideEffects: 'x'.repeat(501) }).sideEffects?.code).toBe('tooLong');
    expect(wrong({}).reading1?.code).toBe('refusals.NothingRecorded');
    expect(wrong({ reading1: '140/90' })).toEqual({});
  });

  it('[SCR88] asks for no pressure where a visit of that day has one', () => {
    expect(followUpProblems(visit(), { ...facts, hasPressureOn: (day) => day === today })).toEqual({});
  });

  it('[SCR89] what is unusual is asked in words', async () => {
    const t = await speakIn('vi');
    expect(warningWords({ code: 'PressureVeryHigh', systolicMmHg: 186, diastolicMmHg: 108 }, t)).toContain('186/108');
    expect(warningWords({ code: 'NextVisitFar', days: 120 }, t)).toContain('120 ngày');
  });
});

describe('the form of a condition', () => {
  const ready = (more: Partial<EnrolFields> = {}): EnrolFields => ({ ...emptyEnrolment(today, []), foundBy: 'screening', ...more });
  const at = (more: Partial<EnrolFields>, episodes = [] as ReturnType<typeof anEpisode>[]) => enrolProblems(ready(more), { patient, episodes, today });

  it('[SCR86] begins with the first condition the person has not, and brings its code', () => {
    expect(emptyEnrolment(today, [])).toMatchObject({ condition: 'hypertension', icd10: 'I10', foundOn: '22/11/2026', enrolledOn: '22/11/2026' });
    expect(emptyEnrolment(today, ['hypertension']).condition).toBe('diabetes');
    expect(emptyEnrolment(today, ['hypertension'], 'hypertension').condition).toBe('hypertension');
    expect(conditionPatch('cancer')).toEqual({ condition: 'cancer', icd10: '' });
  });

  it('[SCR86] gives the operation what it takes', () => {
    const input = fieldsToEnrolment(ready({ icd10: 'i110', foundOn: '03/2024', systolicBelow: '130', diastolicBelow: '80', riskFactors: ['salt', 'smoking'] }), patient._id);
    expect(enrolConditionInput.parse(input)).toEqual({ patientId: patient._id, condition: 'hypertension', icd10: 'I11.0', foundOn: '2024-03', foundBy: 'screening', enrolledOn: today, goal: { systolicBelow: 130, diastolicBelow: 80 }, riskFactors: ['smoking', 'salt'] });
  });

  it('[SCR89] says at its field what cannot be', () => {
    expect(at({ foundBy: '' }).foundBy?.code).toBe('required');
    expect(at({ icd10: 'x' }).icd10?.code).toBe('icdFormat');
    expect(at({ systolicBelow: '130' }).diastolicBelow?.code).toBe('required');
    expect(at({ systolicBelow: '100', diastolicBelow: '105' }).diastolicBelow?.code).toBe('refusals.GoalNotPlausible');
    expect(at({ foundOn: '22/11/2026', enrolledOn: '01/10/2026' }).enrolledOn?.code).toBe('refusals.EnrolledBeforeFound');
    expect(at({}, [anEpisode()]).condition).toMatchObject({ code: 'refusals.AlreadyEnrolled', enrolledOn: '10/01/2026' });
    expect(at({})).toEqual({});
  });

  it('[SCR89] a status goes forward in time, to another one', () => {
    const now = { status: 'active', since: '2026-03-01' } as const;
    expect(statusProblems(emptyStatus(today), now, today).status?.code).toBe('required');
    expect(statusProblems({ status: 'active', on: '22/11/2026', reason: '' }, now, today).status?.code).toBe('refusals.StatusUnchanged');
    expect(statusProblems({ status: 'died', on: '28/02/2026', reason: '' }, now, today).on).toMatchObject({ code: 'refusals.BeforeLastChange', from: '01/03/2026' });
    const fields = { status: 'referred', on: '20/11/2026', reason: ' Bệnh viện tỉnh ' };
    expect(statusProblems(fields, now, today)).toEqual({});
    expect(changeEpisodeStatusInput.parse(fieldsToStatus(fields, 'episodes:019a0000-0000-7000-8000-000000000001'))).toMatchObject({ on: '2026-11-20', status: 'referred', reason: 'Bệnh viện tỉnh' });
  });
});

describe('words and places of chronic care', () => {
  it('[SCR86] the course is drawn in true time with the goal in sight, between round numbers', () => {
    const frame = { width: 200, height: 120, left: 20, right: 20, top: 10, bottom: 10 };
    const drawing = drawCourse([{ on: '2026-01-01', value: 168, low: 98, isGood: false }, { on: '2026-01-11', value: 136, low: 84, isGood: true }, { on: '2026-01-31', value: 130, low: 80, isGood: true }], [140, 90], 20, frame);
    expect(drawing.points.map(({ x }) => Math.round(x))).toEqual([20, 73, 180]);
    expect(drawing.marks.map(({ value }) => value)).toEqual([60, 80, 100, 120, 140, 160, 180]);
    for (const { y, yLow } of drawing.points) expect(y).toBeLessThan(yLow);
    const goal = drawing.limits[0]?.y ?? 0;
    expect(drawing.points.map(({ y }) => y < goal)).toEqual([true, false, false]);
  });

  it('[SCR87] a class, a glucose and a follow-up are said in the language of the page', async () => {
    const t = await speakIn('vi');
    expect(pressureClassWords({ grade: 'grade1', isolatedSystolic: true }, t)).toBe('Tăng huyết áp độ 1, tâm thu đơn độc');
    expect(glucoseWords({ kind: 'hba1c', value: 6.9 }, t, 'vi')).toBe('HbA1c 6,9\u00a0%');
    expect(followUpSummary(aFollowUp('2026-11-01', '148/92 144/90', { weightKg: 61.5, missedDays: 2 }), t, 'vi')).toBe('146/91\u00a0mmHg · 61,5\u00a0kg · quên thuốc 2 ngày');
    expect(followUpSummary(aFollowUp('2026-11-01', undefined, { advice: ['salt'] }), t, 'vi')).toBe(t('chronic.visit.said'));
  });

  it('[SCR18] values of the two books are said as a person reads them where two versions differ', async () => {
    const t = await speakIn('vi');
    expect(valueWords('bloodPressure', [{ systolicMmHg: 148, diastolicMmHg: 92 }], t, 'vi')).toBe('148/92');
    expect(valueWords('goal', { systolicBelow: 130, diastolicBelow: 80 }, t, 'vi')).toBe('dưới 130/80 mmHg');
    expect(valueWords('riskFactors', ['salt', 'smoking'], t, 'vi')).toBe('Ăn mặn; Hút thuốc');
    expect(valueWords('statusChanges', [{ on: '2026-11-20', status: 'referred', by: {}, at: '2026-11-20T03:00:00.000Z' }], t, 'vi')).toContain('Chuyển tuyến trên');
  });

  it('[SCR90] the list is asked from today on unless a day was typed', () => {
    expect(filtersToInput({ until: '', village: null, condition: undefined, state: 'lost' }, today)).toEqual({ until: today, village: null, state: 'lost' });
    expect(filtersToInput({ until: '2026-12-01', village: undefined, condition: 'diabetes', state: undefined }, today)).toEqual({ until: '2026-12-01', condition: 'diabetes' });
  });

  it('[SCR13] [SCR16] half-written forms go on where they were left', () => {
    const draft = (form: string, content: object = {}) => ({ key: 'k', form, patientId: 'patients:1', content, updatedAt: '' }) as unknown as Draft;
    const hash = (one: Draft) => routeToHash(draftToRoute(one));
    for (const [one, to] of [
      [draft('followUp'), '#/follow-up?patientId=patients%3A1&draft=k'], [draft('enrolCondition'), '#/person?id=patients%3A1&form=enrolCondition&draft=k'],
      [draft('changeEpisodeStatus', { episodeId: 'e' }), '#/person?id=patients%3A1&form=changeEpisodeStatus&episodeId=e&draft=k'], [draft('voidEpisode', { episodeId: 'e' }), '#/person?id=patients%3A1&form=voidEpisode&episodeId=e&draft=k'],
      [draft('voidFollowUp', { followUpId: 'f' }), '#/person?id=patients%3A1&form=voidFollowUp&followUpId=f&draft=k'],
    ] as const) {
      expect(hash(one)).toBe(to);
      expect(routeToHash(hashToRoute(to))).toBe(to);
    }
    for (const form of ['changeEpisodeStatus', 'voidEpisode', 'voidFollowUp']) expect(draftToRoute(draft(form)).page).toBe('missing');
  });
});
