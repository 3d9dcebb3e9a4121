import { describe, expect, it } from 'vitest';
import { changedSinceLock, compareNumbers } from '../../../../src-shared/domain/report/compare-numbers.ts';
import { deriveReportStanding } from '../../../../src-shared/domain/report/derive-report-standing.ts';
import { planReportLock } from '../../../../src-shared/domain/report/plan-report-lock.ts';
import { planYearFigures } from '../../../../src-shared/domain/report/plan-year-figures.ts';
import { reportDueOn } from '../../../../src-shared/domain/report/report-due.ts';
import { completenessOf, diseaseOfLine, needsPopulation, notKept, reportForms, reportLine, reportLines } from '../../../../src-shared/domain/report/report-lines.ts';
import { lockReportInput } from '../../../../src-shared/domain/report/report.schema.ts';
import { recordYearFiguresInput } from '../../../../src-shared/domain/report/year-figures.schema.ts';
import { stockOutDays } from '../../../../src-shared/domain/report/stock-out-days.ts';
import { sumReports } from '../../../../src-shared/domain/report/sum-reports.ts';
import { validateResourceDocument } from '../../../../src-shared/domain/supply/validate-resource-document.ts';
import { fieldPath } from '../../../../src-shared/domain/review/review.schema.ts';
import { aContext } from '../../../support/builders.ts';
import { aReport, someNumbers } from '../../../support/reports.ts';

const counted = { numbers: someNumbers, records: 9 };
const head = aContext({ role: 'head' });
const lock = (input: { period?: string; shown?: typeof someNumbers; reason?: 'recordsAdded' | 'returned' }, facts: Partial<Parameters<typeof planReportLock>[1]> = {}) =>
  planReportLock({ period: '2026-10', ...input, shown: [...(input.shown ?? someNumbers)] }, { counted, versions: [], newest: '0', ...facts }, head);
const codeOf = (outcome: ReturnType<typeof lock>) => (outcome.ok ? 'locked' : outcome.refusals[0].code);

describe('the list of lines', () => {
  it('[REP1] has each line once, in a form, under a name a reviewer can comment on, and nothing that nobody keeps', () => {
    expect(new Set(reportLines.map(({ id }) => id)).size).toBe(reportLines.length);
    expect(new Set(reportLines.map(({ form }) => form))).toEqual(new Set(reportForms));
    for (const { id } of reportLines) expect(fieldPath.safeParse(id).success, id).toBe(true);
    expect(reportLines.filter(({ id }) => (notKept as readonly string[]).includes(id))).toEqual([]);
  });

  it('[REP4] is the less complete for a population nobody typed', () => {
    const all = reportLines.map(({ id, unit }) => ({ id, value: 1, ...(needsPopulation(unit) ? { of: 2 } : {}) }));
    expect(completenessOf(all)).toBe(100);
    const without = all.filter(({ id }) => id !== 'people.population').map(({ id, value }) => ({ id, value }));
    expect(completenessOf(without)).toBe(Math.floor(((reportLines.length - 5) / reportLines.length) * 100));
    expect(completenessOf([])).toBe(0);
  });
});

describe('locking', () => {
  it('[REP8] keeps the numbers shown, from what, by whom, how complete, and whether late', () => {
    expect(aReport('2026-10', { records: 155 })).toMatchObject({ period: '2026-10', number: 1, formVersion: 2, lines: someNumbers, source: { records: 155 }, lockedBy: 'hoa', late: true, completeness: completenessOf(someNumbers), replaces: [] });
    expect(aReport('2026-11').late).toBe(false);
    expect(reportDueOn('2026-10')).toBe('2026-11-05');
    expect(reportDueOn('2026-12')).toBe('2027-01-05');
    const onTheDay = aContext({ role: 'head', nowMs: Date.parse('2026-11-05T10:00:00.000Z') });
    expect(aReport('2026-10', {}, onTheDay).late).toBe(false);
  });

  it('[REP8] is refused for a month to come, one not counted, and other numbers than those shown', () => {
    expect(codeOf(lock({ period: '2026-12' }))).toBe('PeriodInFuture');
    expect(codeOf(lock({}, { counted: undefined }))).toBe('ReportNotCounted');
    const shown = someNumbers.map((one) => (one.id === 'visits.total' ? { ...one, value: 30 } : one));
    expect(lock({ shown })).toMatchObject({ ok: false, refusals: [{ code: 'NumbersChanged', lines: ['visits.total'] }] });
  });

  it('[REP9] a further version names what it replaces and why, and is not locked to say the same', () => {
    const first = aReport('2026-10');
    expect(codeOf(lock({}, { versions: [first] }))).toBe('RelockReasonMissing');
    expect(codeOf(lock({ reason: 'recordsAdded' }, { versions: [first] }))).toBe('ReportUnchanged');
    // Returned with words: the same numbers may be right all the same.
    expect(codeOf(lock({ reason: 'returned' }, { versions: [first] }))).toBe('locked');
    const more = [...someNumbers.slice(0, 2), { id: 'visits.total', value: 33 }];
    expect(aReport('2026-10', { numbers: more, versions: [first], reason: 'recordsAdded' })).toMatchObject({ number: 2, replaces: [first._id], reason: 'recordsAdded' });
  });

  it('[REP10] of two locked apart the later counts, whatever came first, and the next version replaces both', () => {
    const [early, late] = [aReport('2026-10', {}, aContext({ role: 'head', device: 'pc1' })), aReport('2026-10', { numbers: [{ id: 'visits.total', value: 40 }] }, aContext({ role: 'head', device: 'pc2', nowMs: Date.parse('2026-11-23T03:00:00.000Z') }))];
    for (const versions of [[early, late], [late, early]]) expect(deriveReportStanding(versions)).toEqual({ current: late, rivals: [early], others: [] });
    const next = aReport('2026-10', { versions: [early, late], reason: 'recordsAdded' });
    expect(next.replaces).toEqual([early._id, late._id].sort());
    expect(deriveReportStanding([early, next, late])).toMatchObject({ current: next, rivals: [], others: [late, early] });
    expect(deriveReportStanding([])).toBeUndefined();
  });

  it('[REP11] names the lines that would be others now', () => {
    expect(compareNumbers(someNumbers, someNumbers)).toEqual([]);
    const now = [{ id: 'people.book', value: 120, of: 241 }, { id: 'people.updated', value: 60, of: 120 }, { id: 'visits.total', value: 33 }, { id: 'visits.people', value: 5 }];
    expect(compareNumbers(someNumbers, now).map(({ id, before, now: after }) => [id, before?.value, after?.value])).toEqual([['people.book', 120, 120], ['doses.BCG1', 2, undefined], ['visits.total', 31, 33], ['visits.people', undefined, 5]]);
  });
});

describe('a list that grew', () => {
  it('[REP21] [REP23] has cases and deaths of every disease but those of programmes, and says of an older version only what its list had', () => {
    expect(['cases.all', 'caseDeaths.all', 'cases.dengue', 'caseDeaths.dengue', 'cases.tuberculosis', 'visits.total'].map((id) => [reportLine(id)?.form, diseaseOfLine(id)])).toEqual([
      ['diseases', undefined], ['diseases', undefined], ['diseases', { diseaseId: 'dengue', isOfDeaths: false }], ['diseases', { diseaseId: 'dengue', isOfDeaths: true }], [undefined, undefined], ['visits', undefined]]);
    const now = [...someNumbers.filter(({ id }) => id !== 'visits.total'), { id: 'visits.total', value: 33 }, { id: 'visits.people', value: 5 }, { id: 'cases.dengue', value: 2 }, { id: 'cold.readings', value: 50, of: 60 }];
    expect(changedSinceLock({ lines: someNumbers, formVersion: 1 }, now).map(({ id }) => id)).toEqual(['visits.total', 'visits.people']);
    expect(changedSinceLock({ lines: someNumbers, formVersion: 2 }, now).map(({ id }) => id)).toEqual(['visits.total', 'visits.people', 'cases.dengue', 'cold.readings']);
    // A report may hold every line of the list.
    expect(lockReportInput.safeParse({ period: '2026-10', shown: reportLines.map(({ id }) => ({ id, value: 0 })) }).success).toBe(true);
  });
});

describe('figures and sums', () => {
  it('[REP12] one population for each year, not of a year to come', () => {
    const first = planYearFigures({ year: '2026', population: 6240 }, undefined, head);
    expect(first).toMatchObject({ ok: true, value: { figures: { _id: 'figures:25001-2026', population: 6240 } } });
    if (!first.ok) throw new Error('refused');
    expect(planYearFigures({ year: '2026', population: 6240 }, first.value.figures, head)).toMatchObject({ refusals: [{ code: 'NothingChanges' }] });
    expect(planYearFigures({ year: '2027', population: 6240 }, undefined, head)).toMatchObject({ refusals: [{ code: 'YearInFuture' }] });
    expect(planYearFigures({ year: '2026', population: 6300 }, { ...first.value.figures, schemaVersion: 2 }, head)).toMatchObject({ refusals: [{ code: 'RecordNewerThanProgram' }] });
    for (const population of [0, 1.5, 500_001]) expect(recordYearFiguresInput.safeParse({ year: '2026', population }).success).toBe(false);
  });

  it('[REP6] counts the days that ended with nothing, from the first movement on', () => {
    const days = new Map([['2026-10-10', { used: 0, change: 5 }], ['2026-10-20', { used: 5, change: -5 }], ['2026-10-25', { used: 0, change: 3 }]]);
    expect(stockOutDays(days, { from: '2026-10-01', on: '2026-10-31' })).toEqual({ out: 5, balance: 3 });
    expect(stockOutDays(days, { from: '2026-10-01', on: '2026-10-22' })).toEqual({ out: 3, balance: 0 });
    expect(stockOutDays(days, { from: '2026-09-01', on: '2026-09-30' })).toEqual({ out: 0, balance: 0 });
    expect(stockOutDays(new Map(), { from: '2026-10-01', on: '2026-10-31' })).toEqual({ out: 0, balance: 0 });
  });

  it('[REP16] sums what stations say, and leaves the share out where one of them does not know it', () => {
    const sums = sumReports([someNumbers, [{ id: 'people.book', value: 80 }, { id: 'visits.total', value: 9 }]]);
    expect(sums).toEqual([{ id: 'people.book', value: 200, stations: 2, ofStations: 1 }, { id: 'people.updated', value: 60, stations: 1, ofStations: 1, of: 120 }, { id: 'doses.BCG1', value: 2, stations: 1, ofStations: 0 }, { id: 'visits.total', value: 40, stations: 2, ofStations: 0 }]);
  });

  it('[REP14] nothing else passes the door', () => {
    const report = aReport('2026-10');
    expect(validateResourceDocument({ ...report, _rev: '1-a' })).toEqual([]);
    expect(validateResourceDocument({ ...report, note: 'Bà Lan' })).toEqual([{ code: 'FieldNotAllowed', field: 'note' }]);
    expect(validateResourceDocument({ ...report, lines: [{ id: 'Bà Lan', value: 1 }] })).toEqual([{ code: 'ValueNotAllowed', field: 'lines' }]);
    expect(validateResourceDocument({ ...report, reason: 'Bà Lan tới' })).toEqual([{ code: 'ValueNotAllowed', field: 'reason' }]);
    const figures = planYearFigures({ year: '2026', population: 6240 }, undefined, head);
    if (!figures.ok) throw new Error('refused');
    expect(validateResourceDocument(figures.value.figures)).toEqual([]);
    for (const other of [{ _id: 'figures:25002-2026' }, { year: '2025' }]) expect(validateResourceDocument({ ...figures.value.figures, ...other })).toEqual([{ code: 'ValueNotAllowed', field: '_id' }]);
  });
});
