import { describe, expect, it } from 'vitest';
import { reportToCsv } from '../../../src-renderer/features/reports/report-csv.ts';
import { parsePopulation } from '../../../src-renderer/features/reports/parse-population.ts';
import { hashToRoute, routeToHash } from '../../../src-renderer/ui/route-hash.ts';
import { reportLineName, reportNumberWords, reportShareWords } from '../../../src-renderer/ui/report-words.ts';
import { reportLineWords } from '../../../src-main/station/reports/report-words.ts';
import { reportLines } from '../../../src-shared/domain/report/report-lines.ts';
import { speakIn } from './support.ts';

describe('words of a report', () => {
  it.each(['vi', 'en'] as const)('[SCR102] every line has a name of its own (%s), and one on paper', async (language) => {
    const t = await speakIn(language);
    const names = reportLines.map(({ id }) => reportLineName(id, t));
    expect(names.filter((name, n) => name === reportLines[n]?.id)).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(reportLines.filter(({ id }) => reportLineWords(id) === id)).toEqual([]);
    expect(reportLineName('births.live', t)).toBe('births.live');
  });

  it('[SCR102] says what a number is of, a share of nobody as none, and of visits how many a person', async () => {
    const t = await speakIn('vi');
    expect(reportNumberWords({ value: 1200 }, 'vi')).toBe('1.200');
    expect(reportNumberWords({ value: 60, of: 1200 }, 'vi')).toBe('60\u00a0/\u00a01.200');
    expect(reportShareWords({ id: 'people.updated', value: 1, of: 3 }, 'vi', t)).toBe('33,3\u00a0%');
    expect(reportShareWords({ id: 'people.updated', value: 0, of: 0 }, 'vi', t)).toBe('');
    expect(reportShareWords({ id: 'people.book', value: 3 }, 'vi', t)).toBe('');
    expect(reportShareWords({ id: 'visits.year', value: 310, of: 200 }, 'vi', t)).toBe('1,55/người');
  });

  it('[SCR103] the address names the month, the line and which side of it', () => {
    for (const route of [{ page: 'reports' }, { page: 'reports', month: '2026-10' }, { page: 'reports', month: '2026-10', line: 'people.updated', rest: 'yes' }] as const) expect(hashToRoute(routeToHash(route))).toEqual({ month: undefined, line: undefined, rest: undefined, ...route });
    expect(hashToRoute('#/reports?month=2026-13')).toMatchObject({ page: 'reports', month: undefined });
  });

  it('[SCR106] reads a population with or without dots, and nothing that is none', () => {
    for (const typed of ['6240', '6.240', '6,240', ' 6 240 ']) expect(parsePopulation(typed)).toBe(6240);
    for (const typed of ['', 'nhiều', '0', '-5', '1000000', '6.240 người']) expect(parsePopulation(typed)).toBeUndefined();
  });

  it('[PAP17] is a file with a line for each number, the cell empty where it is of nothing', async () => {
    const t = await speakIn('vi');
    expect(reportToCsv('2026-10', [{ id: 'people.book', value: 2, of: 6240 }, { id: 'visits.total', value: 3 }], t).split('\r\n')).toEqual(['\uFEFFmonth,communeForm,id,name,value,of', '2026-10,1,people.book,Người có hồ sơ tại trạm,2,6240', '2026-10,6,visits.total,Tổng số lượt khám,3,', '']);
  });
});
