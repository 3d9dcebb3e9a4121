import { describe, expect, it } from 'vitest';
import { countCases, weekOf } from '../../../../src-shared/domain/surveillance/count-cases.ts';
import { findOutbreaks } from '../../../../src-shared/domain/surveillance/find-outbreaks.ts';
import { joinCases, unreported, type SeenDisease } from '../../../../src-shared/domain/surveillance/join-cases.ts';
import { planWithdrawCase } from '../../../../src-shared/domain/surveillance/plan-case-report.ts';
import { caseStandings } from '../../../../src-shared/domain/surveillance/case-standings.ts';
import { aContext, anId } from '../../../support/builders.ts';
import { aCaseReport, accepted } from '../../../support/cases.ts';

const seen = (n: number, on: string, with_: Partial<SeenDisease> = {}): SeenDisease => ({ encounterId: anId('encounters', n), personId: 'an', diseaseId: 'dengue', on, detectedAt: `${on}T03:00:00.000Z`, ...with_ });

describe('cases', () => {
  it('[DIS4] are what is of one person and disease within 30 days; the hours run from the first', () => {
    const cases = joinCases([seen(2, '2026-10-25'), seen(1, '2026-10-01'), seen(3, '2026-11-24'), seen(4, '2026-12-25'), seen(5, '2026-10-02', { personId: 'binh' }), seen(6, '2026-10-03', { diseaseId: 'measles' })], []);
    expect(cases.map(({ personId, diseaseId, seenOn, lastOn }) => [personId, diseaseId, seenOn, lastOn])).toEqual([
      ['an', 'dengue', '2026-10-01', '2026-11-24'], ['binh', 'dengue', '2026-10-02', '2026-10-02'], ['an', 'measles', '2026-10-03', '2026-10-03'], ['an', 'dengue', '2026-12-25', '2026-12-25'],
    ]);
    expect(cases[0]).toMatchObject({ detectedAt: '2026-10-01T03:00:00.000Z', encounterIds: [1, 2, 3].map((n) => anId('encounters', n)) });
    expect(unreported([...cases, ...joinCases([seen(7, '2026-10-01', { diseaseId: 'diarrhoea' })], [])])).toHaveLength(4);
  });

  it('[DIS4] are reported by a report of the visit, or of the person within these days; a visit whose report was taken back is none', () => {
    const visit = seen(1, '2026-11-21');
    const report = aCaseReport({ encounterId: visit.encounterId, onsetOn: '2026-11-18', outcome: 'died', outcomeOn: '2026-11-21' });
    expect(joinCases([visit, seen(2, '2026-11-22')], [{ personId: 'an', report }])).toMatchObject([{ on: '2026-11-18', seenOn: '2026-11-21', died: true, report: { _id: report._id } }]);
    expect(unreported(joinCases([visit], [{ personId: 'an', report: aCaseReport() }]))).toEqual([]);
    expect(unreported(joinCases([visit], [{ personId: 'an', report: aCaseReport({ diseaseId: 'measles' }) }]))).toHaveLength(1);
    const gone = accepted(planWithdrawCase({ reportId: report._id, reason: 'ruledOut' }, { standing: caseStandings([report])[0] }, aContext()));
    expect(joinCases([visit], [{ personId: 'an', report: gone }])).toEqual([]);
  });

  it('[DIS11] are counted on the day first seen, by weeks from Monday, a death as a report says', () => {
    expect(['2026-11-22', '2026-11-23', '2026-11-29', '2023-12-31', '2027-01-01'].map(weekOf)).toEqual(['2026-11-16', '2026-11-23', '2026-11-23', '2023-12-25', '2026-12-28']);
    const cases = joinCases([seen(1, '2026-11-16'), seen(2, '2026-11-18'), seen(3, '2026-11-22', { personId: 'binh', diseaseId: 'diarrhoea' }), seen(4, '2026-11-23', { personId: 'chi' }), seen(5, '2026-11-18', { personId: 'dung', diseaseId: 'hiv' })],
      [{ personId: 'em', report: aCaseReport({ outcome: 'died', outcomeOn: '2026-11-21' }) }]);
    expect(countCases(cases, { from: '2026-11-16', until: '2026-11-22' })).toEqual([{ diseaseId: 'dengue', cases: 2, deaths: 1 }, { diseaseId: 'diarrhoea', cases: 1, deaths: 0 }]);
    expect(countCases(cases, { from: '2026-11-24', until: '2026-11-30' })).toEqual([]);
  });

  it('[DIS12] are a possible outbreak from two of one disease in one village on, each within 14 days of the one before', () => {
    const at = (village: string | undefined, all: SeenDisease[]) => joinCases(all, []).map((one) => ({ ...one, village }));
    const people = ['an', 'binh', 'chi'];
    const near = at('Thôn 3', people.map((personId, n) => seen(n + 1, ['2026-10-01', '2026-10-15', '2026-10-29'][n]!, { personId })));
    expect(findOutbreaks(near)).toMatchObject([{ diseaseId: 'dengue', village: 'Thôn 3', from: '2026-10-01', until: '2026-10-29', cases: people.map((personId) => ({ personId })) }]);
    expect(findOutbreaks(at('Thôn 3', [seen(1, '2026-10-01'), seen(2, '2026-10-16', { personId: 'binh' })]))).toEqual([]);
    expect(findOutbreaks([...at('Thôn 3', [seen(1, '2026-10-01')]), ...at('Thôn 4', [seen(2, '2026-10-02', { personId: 'binh' })])])).toEqual([]);
    expect(findOutbreaks(at(undefined, [seen(1, '2026-10-01'), seen(2, '2026-10-02', { personId: 'binh' })]))).toEqual([]);
    expect(findOutbreaks(at('Thôn 3', [seen(1, '2026-10-01', { diseaseId: 'diarrhoea' }), seen(2, '2026-10-02', { personId: 'binh', diseaseId: 'diarrhoea' })]))).toEqual([]);
  });
});
