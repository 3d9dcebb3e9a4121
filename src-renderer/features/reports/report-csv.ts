import type { TFunction } from 'i18next';
import { communeFormOf, reportLine, type ReportNumber } from '../../../src-shared/domain/report/report-lines.ts';
import { csvText } from '../../ui/csv-text.ts';
import { reportLineName } from '../../ui/report-words.ts';

const columns = ['month', 'communeForm', 'id', 'name', 'value', 'of'] as const;

/** A month for a spreadsheet; `of` is empty where the number is of nothing, or nobody knows it. */
export function reportToCsv(month: string, numbers: readonly ReportNumber[], t: TFunction): string {
  return csvText([columns, ...numbers.map(({ id, value, of }) => { const line = reportLine(id); return [month, line ? communeFormOf[line.form] : '', id, reportLineName(id, t), value, of]; })]);
}
