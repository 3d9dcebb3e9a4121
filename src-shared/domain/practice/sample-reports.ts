import { addMonths } from '../common/partial-date.ts';
import type { LockReportInput } from '../report/report.schema.ts';
import type { RecordYearFiguresInput } from '../report/year-figures.schema.ts';

type NewId = (prefix: string) => string;
export type SampleReportLine = { key: string } & ({ operation: 'recordYearFigures'; input: RecordYearFiguresInput } | { operation: 'lockReport'; input: LockReportInput });

/** So many months are locked; the one before this stays open, to be practised on. */
const LOCKED_MONTHS = 4;
/** For one who is in the book about so many live in the commune. */
const LIVING_PER_PERSON = 1.4;

/** The population of the years they lie in, and months as the head locked them. Comes last: a month is counted from all that was written before. */
export function* sampleReports(newId: NewId, today: string, people: number): Generator<SampleReportLine> {
  const months = Array.from({ length: LOCKED_MONTHS }, (_, ago) => addMonths(`${today.slice(0, 7)}-01`, ago - LOCKED_MONTHS - 1).slice(0, 7));
  const years = [...new Set([...months.map((month) => month.slice(0, 4)), today.slice(0, 4)])];
  for (const year of years) yield { key: newId('figures'), operation: 'recordYearFigures', input: { year, population: Math.max(1, Math.round(people * LIVING_PER_PERSON)) } };
  for (const period of months) {
    const id = newId('reports');
    yield { key: id, operation: 'lockReport', input: { id, period } };
  }
}
