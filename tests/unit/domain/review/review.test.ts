import { describe, expect, it } from 'vitest';
import type { Encounter } from '../../../../src-shared/domain/encounter/encounter.schema.ts';
import { compareContent } from '../../../../src-shared/domain/review/compare-content.ts';
import { deriveReviewStatus } from '../../../../src-shared/domain/review/derive-review-status.ts';
import { deriveReviewTrail, lastReturned } from '../../../../src-shared/domain/review/derive-review-trail.ts';
import { findQualityProblems } from '../../../../src-shared/domain/review/find-quality-problems.ts';
import { openRequests } from '../../../../src-shared/domain/review/open-requests.ts';
import { DRAW_RANGE, isDrawn, reviewDraw } from '../../../../src-shared/domain/review/review-draw.ts';
import { review as reviewSchema, type Review } from '../../../../src-shared/domain/review/review.schema.ts';
import { reviewingUnit } from '../../../../src-shared/domain/review/reviewing-unit.ts';
import { buildReview } from '../../../../src-shared/domain/review/build-review.ts';
import { validateReview } from '../../../../src-shared/domain/review/validate-review.ts';
import { anEncounter } from '../../../support/builders.ts';

let stamps = 0;
const aReview = (content: Parameters<typeof buildReview>[1], now = '2026-11-22T04:00:00.000Z'): Review =>
  buildReview(`019a0000-0000-7000-8000-${String(stamps += 1).padStart(12, '0')}`, content, { now, unit: '25001', reviewerUnit: '769', account: 'hoa', displayName: 'Chị Hoà', nextVersion: () => `${now}_${String(stamps).padStart(4, '0')}_hub-769` });
const adult = { bornOn: '1985-03-15' };
const codes = (record: unknown, patient: { bornOn: string } | undefined = adult) => findQualityProblems(record, patient).map(({ code, severity }) => `${severity} ${code}`);
const checkup = (with_: Partial<Encounter> = {}): Encounter => ({
  ...anEncounter({ kind: 'checkup', reason: 'Khám định kỳ', occurredOn: '2026-11-20', conclusionClass: 'II' }),
  observations: { heightCm: { value: 156 }, weightKg: { value: 52.5 }, pulsePerMin: { value: 76 }, systolicMmHg: { value: 118 }, diastolicMmHg: { value: 74 } }, ...with_,
});

describe('what a review says', () => {
  it('[REV1] is a document of its schema beside the record', () => {
    const review = aReview({ decision: 'returned', recordId: 'encounters:x', recordVersion: 'v1', comment: 'Xem lại', comments: [{ field: 'observations.weightKg', text: 'Số này lạ' }] });
    expect(reviewSchema.parse(review)).toEqual(review);
    expect(review).toMatchObject({ unit: '25001', device: 'hub-769', reviewedBy: { account: 'hoa', unit: '769' } });
  });

  it('[REV2] the newest word on the present version counts; words to the station do not', () => {
    const record = { _id: 'encounters:x', version: 'v2' };
    const on = (decision: Review['decision'], recordVersion: string) => aReview({ decision, recordId: record._id, recordVersion });
    expect(deriveReviewStatus(record, [])).toBe('submitted');
    expect(deriveReviewStatus(record, [on('returned', 'v1')])).toBe('submitted');
    expect(deriveReviewStatus(record, [on('returned', 'v2'), on('accepted', 'v2')])).toBe('accepted');
    expect(deriveReviewStatus(record, [on('accepted', 'v2'), on('returned', 'v2')])).toBe('returned');
    expect(deriveReviewStatus(record, [on('requested', 'v2'), on('locked', 'v2')])).toBe('submitted');
  });

  it('[REV5] a return is followed to the correction that names it, or to the first one after it', () => {
    const [first, second] = [aReview({ decision: 'returned', recordId: 'encounters:x', recordVersion: 'v1' }), aReview({ decision: 'returned', recordId: 'encounters:x', recordVersion: 'v2' }, '2026-11-22T06:00:00.000Z')];
    const by = { account: 'lan', displayName: 'Lan', role: 'doctor' };
    const amendments = [{ at: '2026-11-22T05:00:00.000Z', by, reason: 'một', before: { reason: 'A' }, answers: first._id }, { at: '2026-11-22T07:00:00.000Z', by, reason: 'hai', before: { reason: 'B' } }];
    const trail = deriveReviewTrail({ _id: 'encounters:x', amendments }, [second, first]);
    expect(trail.map(({ review, correction }) => [review._id, correction?.reason])).toEqual([[first._id, 'một'], [second._id, 'hai']]);
    expect(lastReturned(trail)).toMatchObject({ before: { reason: 'B' } });
    expect(deriveReviewTrail({ _id: 'encounters:x', amendments: [] }, [first])[0]).not.toHaveProperty('correction');
  });

  it('[REV6] marks exactly the fields that differ, measures one by one', () => {
    const before = { reason: 'Ho', observations: { weightKg: { value: 52 }, heightCm: { value: 156 } }, diagnoses: [{ text: 'Cảm' }] };
    const after = { reason: 'Ho', observations: { weightKg: { value: 62 }, heightCm: { value: 156 }, pulsePerMin: { notMeasured: 'refused' } }, diagnoses: [{ text: 'Cảm lạnh' }] };
    expect(compareContent(before, after).map(({ field }) => field)).toEqual(['diagnoses', 'observations.weightKg', 'observations.pulsePerMin']);
    expect(compareContent(before, before)).toEqual([]);
  });

  it('[REV3] [REV7] [REV10] [REV11] refuses what may not be said', () => {
    const facts = { ownUnit: '769', responsibleUnit: '769', account: 'hoa', status: 'submitted' as const };
    const say = (record: { version: string; status: string } | undefined, with_: object = {}, other: object = {}) => validateReview(record, { decision: 'returned', version: 'v1', comment: 'Sai', ...with_ }, { ...facts, ...other }).map(({ code }) => code);
    const record = { version: 'v1', status: 'submitted' };
    expect(say(record)).toEqual([]);
    expect(say(undefined)).toEqual(['RecordNotFound']);
    expect(say({ ...record, status: 'draft' })).toEqual(['NotSubmitted']);
    expect(say(record, { comment: undefined })).toEqual(['ReasonMissing']);
    expect(say(record, { comment: undefined, comments: [{ field: 'reason', text: 'Ghi rõ' }] })).toEqual([]);
    expect(say(record, { version: 'v0' })).toEqual(['ChangedMeanwhile']);
    expect(say(record, {}, { responsibleUnit: '760' })).toEqual(['NotResponsible']);
    expect(say(record, {}, { claim: { account: 'tam', until: '' } })).toEqual(['ClaimedByOther']);
    expect(say(record, {}, { claim: { account: 'hoa', until: '' } })).toEqual([]);
    expect(say(record, { decision: 'accepted', comment: undefined }, { status: 'accepted' })).toEqual(['AlreadyAccepted']);
  });
});

describe('who reviews', () => {
  it('[REV10] the nearest unit on the professional path that runs a hub, on that day', () => {
    const unitByKey = new Map([
      ['25001', { parents: [{ kind: 'professional' as const, unit: '769', from: '2020-01-01', to: '2025-06-30' }, { kind: 'professional' as const, unit: 'kv1', from: '2025-07-01' }, { kind: 'administrative' as const, unit: 'ubnd', from: '2020-01-01' }] }],
      ['kv1', { parents: [{ kind: 'professional' as const, unit: '79', from: '2025-07-01' }] }],
    ]);
    const of = (on: string, hubs: string[]) => reviewingUnit('25001', on, { unitByKey, hubs: new Set(hubs), entersAt: '760' });
    expect(of('2025-06-30', ['769', 'kv1', '79'])).toBe('769');
    expect(of('2025-07-01', ['769', 'kv1', '79'])).toBe('kv1');
    expect(of('2025-07-01', ['769', '79', 'ubnd'])).toBe('79');
    expect(of('2025-07-01', [])).toBe('760');
    expect(reviewingUnit('99999', '2026-01-01', { unitByKey, hubs: new Set(['79']), entersAt: '760' })).toBe('760');
  });
});

describe('marks', () => {
  it('[REV20] finds nothing in a good record and names what is wrong or doubtful', () => {
    expect(codes(checkup())).toEqual([]);
    expect(codes({ _id: 'encounters:x', status: 'submitted' })).toEqual(['wrong NotReadable']);
    expect(codes({ ...anEncounter({ kind: 'visit' }), submittedAt: '2026-99-99T03:00:00.000Z' })).toEqual(['wrong NotReadable']);
    expect(codes(checkup({ status: 'voided', reason: undefined }))).toEqual([]);
    expect(codes(checkup({ reason: undefined }))).toEqual(['wrong ReasonMissing']);
    expect(codes(checkup({ conclusionClass: undefined }))).toEqual(['wrong ConclusionClassMissing']);
    expect(codes(checkup({ occurredOn: '1984-01-01', submittedAt: '1984-01-02T00:00:00.000Z' }))).toContain('wrong OccurredBeforeBirth');
    expect(codes(checkup({ occurredOn: '2026-12-30' }))).toContain('wrong OccurredInFuture');
    expect(findQualityProblems(checkup(), undefined)).toEqual([{ code: 'PatientNotFound', severity: 'wrong' }]);
    const measures = checkup().observations;
    expect(codes(checkup({ observations: { ...measures, diastolicMmHg: { value: 130 } } }))).toContain('wrong DiastolicNotBelowSystolic');
    expect(codes(checkup({ observations: { ...measures, weightKg: { value: 240 } } }))).toEqual(['doubtful ImplausibleBmi']);
    const child = { bornOn: '2025-01-01' };
    const measuredChild = (weightKg: number) => findQualityProblems(checkup({ conclusionClass: undefined, observations: { ...measures, heightCm: { value: 80 }, weightKg: { value: weightKg } } }), child).some(({ code }) => code === 'ImplausibleBmi');
    expect([measuredChild(105), measuredChild(10.5)]).toEqual([true, false]);
    expect(codes(checkup({ conclusionClass: 'I', observations: { ...measures, systolicMmHg: { value: 160 } } }))).toEqual(['doubtful ClassAgainstPressure']);
    expect(codes(checkup({ occurredOn: '2026-03-01' }))).toEqual(['doubtful WrittenLate']);
    expect(codes(anEncounter({ kind: 'visit', observations: { pulsePerMin: { notMeasured: 'noDevice' } } }))).toContain('doubtful NothingMeasured');
  });

  it('[REV23] draws about the share, of every station, and the same again from the same seed', () => {
    const ids = Array.from({ length: 20_000 }, (_, n) => `encounters:019a0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`);
    for (const seed of ['a1', 'b2', 'seed']) {
      const draws = ids.map((id) => reviewDraw(seed, id));
      expect(draws.every((draw) => Number.isInteger(draw) && draw >= 0 && draw < DRAW_RANGE)).toBe(true);
      const share = draws.filter((draw) => isDrawn(draw, 5)).length / ids.length;
      expect(share).toBeGreaterThan(0.04);
      expect(share).toBeLessThan(0.06);
      expect(ids.map((id) => reviewDraw(seed, id))).toEqual(draws);
    }
    expect(ids.some((id) => reviewDraw('a1', id) !== reviewDraw('b2', id))).toBe(true);
    expect([isDrawn(0, 0), isDrawn(DRAW_RANGE - 1, 100)]).toEqual([false, true]);
  });
});

describe('what is missing', () => {
  it('[REV31] a request stands until such a record is written after it, or it is withdrawn', () => {
    const request = aReview({ decision: 'requested', comment: 'Thiếu', asked: { kind: 'checkup', patientId: 'patients:1', occurredOn: '2026-11-01' } });
    const record = { kind: 'checkup' as const, status: 'submitted' as const, patientId: 'patients:1', occurredOn: '2026-11-01', createdAt: '2026-11-22T05:00:00.000Z' };
    const open = (...records: (typeof record)[]) => openRequests([request], records).length;
    expect(open()).toBe(1);
    expect(open(record)).toBe(0);
    for (const other of [{ createdAt: '2026-11-22T03:00:00.000Z' }, { status: 'draft' as const }, { kind: 'visit' as const }, { patientId: 'patients:2' }, { occurredOn: '2026-11-02' }]) expect(open({ ...record, ...other } as typeof record)).toBe(1);
    expect(openRequests([request, aReview({ decision: 'withdrawn', recordId: request._id })], [])).toEqual([]);
  });
});
