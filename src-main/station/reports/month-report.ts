import { formatDecimal } from '../../../src-shared/domain/common/parse-decimal.ts';
import { communeFormOf, diseaseOfLine, isOfVersion, needsPopulation, notKept, reportForms, reportLines, type ReportNumber } from '../../../src-shared/domain/report/report-lines.ts';
import type { Report } from '../../../src-shared/domain/report/report.schema.ts';
import { timeInUnitZone, todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';
import { count, day } from './paper-words.ts';
import type { Pen } from './pen.ts';
import { notKeptWords, relockWords, reportFormWords, reportLineWords } from './report-words.ts';

interface MonthReportFacts { month: string; /** Until when it is counted. */ on: string; numbers: readonly ReportNumber[]; /** The version these numbers are of; none where nobody locked the month. */ locked?: Report; lockedByName?: string; letterhead: Letterhead }

/** A month's report: every line with its share, which version it is, and what is not in it. */
export function drawMonthReport(pen: Pen, { month, on, numbers, locked, lockedByName, letterhead }: MonthReportFacts): void {
  const [year, number] = month.split('-');
  paperHead(pen, letterhead, `BÁO CÁO THÁNG ${number ?? ''}/${year ?? ''}`, locked ? `Bản ${locked.number}${locked.reason ? ` (chốt lại: ${relockWords[locked.reason]})` : ''}` : `BẢN NHÁP, CHƯA CHỐT – số tính đến ngày ${day(on)}`, 'Theo nhóm biểu xã – TT 37/2019/TT-BYT');
  const known = new Map(numbers.map((one) => [one.id, one]));
  let row = 0;
  // Lines a locked version did not have are not unknown in it; of diseases those somebody had.
  const isDrawn = (id: string) => (locked === undefined || isOfVersion(id, locked.formVersion)) && (!diseaseOfLine(id) || (known.get(id)?.value ?? 0) > 0);
  const parts = reportForms.map((form) => ({ form, lines: reportLines.filter((line) => line.form === form && isDrawn(line.id)) })).filter(({ lines }) => lines.length > 0);
  const rows = parts.flatMap(({ form, lines }) => [
    ['', `${reportFormWords[form].toUpperCase()} (biểu ${communeFormOf[form]})`, '', '', ''],
    ...lines.map(({ id, unit }) => {
      const one = known.get(id);
      row += 1;
      return [String(row), reportLineWords(id), one ? count(one.value) : 'chưa rõ', one?.of !== undefined ? count(one.of) : needsPopulation(unit) && one ? 'chưa rõ' : '', one && unit !== 'perPerson' ? percent(one) : ''];
    }),
  ]);
  pen.table([{ heading: 'STT', share: 7, align: 'center' }, { heading: 'Chỉ tiêu', share: 58 }, { heading: 'Số lượng', share: 12, align: 'right' }, { heading: 'Trên tổng số', share: 12, align: 'right' }, { heading: 'Tỷ lệ %', share: 11, align: 'right' }], rows, { size: 8.5, empty: '' });
  pen.gap(6);
  pen.field('Chưa có trong báo cáo này (phần mềm không ghi, không phải bằng 0)', `${notKept.map((one) => notKeptWords[one]).join('; ')}.`);
  if (locked) {
    const at = Date.parse(locked.lockedAt);
    pen.field('Chốt', `${timeInUnitZone(at)} ngày ${day(todayInUnitZone(at))}, ${lockedByName ?? locked.lockedBy}${locked.late ? ' (sau hạn)' : ''}; tính từ ${count(locked.source.records)} bản ghi; đầy đủ ${locked.completeness} %; mẫu số liệu ${locked.formVersion}.`);
  }
  pen.need(signaturesRoom);
  signatures(pen, letterhead.today, ['Người lập', 'Trưởng trạm']);
}

const percent = ({ value, of }: ReportNumber): string => (of === undefined || of === 0 ? '' : formatDecimal(Math.round((value / of) * 1000) / 10, 1));
