import type { MaternalDue, MaternalRow } from '../../../src-shared/contract/queries.ts';
import { maternalStates, type MaternalKind, type MaternalState } from '../../../src-shared/domain/maternal/derive-pregnancy.ts';
import { alertsText, gestationWords, stateWords } from './maternal-words.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';
import { ageWords, count, day } from './paper-words.ts';
import type { Pen } from './pen.ts';

/** `village`: `null` for women of whom none is written down. */
interface MaternalDueFacts { due: MaternalDue; kind: MaternalKind | undefined; village: string | null | undefined; state: MaternalState | undefined; highRisk: boolean; letterhead: Letterhead }

const kindWords: Readonly<Record<MaternalKind, string>> = { antenatal: 'khám thai', postnatal: 'chăm sóc sau sinh' };

/** Women to come up to a day, in the order one walks: by village, then name; with whom to call and room for what came of it. */
export function drawMaternalDueList(pen: Pen, { due, kind, village, state, highRisk, letterhead }: MaternalDueFacts): void {
  const which = [kind && `chỉ ${kindWords[kind]}`, village === null ? 'chưa ghi thôn' : village, state && `chỉ người ${stateWords[state]}`, highRisk ? 'chỉ thai nguy cơ cao' : undefined].filter(Boolean).join(', ');
  paperHead(pen, letterhead, 'DANH SÁCH BÀ MẸ ĐẾN HẸN KHÁM', [`Tính đến ngày ${day(due.until)}`, which].filter(Boolean).join(' · '));
  pen.table([
    { heading: 'STT', share: 4, align: 'center' }, { heading: 'Họ tên', share: 17 }, { heading: 'Tuổi', share: 5, align: 'center' }, { heading: 'Thôn', share: 12 }, { heading: 'Điện thoại', share: 12 }, { heading: 'Tuổi thai / sau sinh', share: 13 },
    { heading: 'Dự sinh', share: 10, align: 'center' }, { heading: 'Nguy cơ', share: 20 }, { heading: 'Ngày hẹn', share: 10, align: 'center' }, { heading: 'Tình trạng', share: 14 }, { heading: 'Ghi chú', share: 11 },
  ], due.rows.map((row, index) => lineOf(row, index, letterhead.today)), { size: 8, empty: 'Không có bà mẹ nào đến hẹn', keep: signaturesRoom });
  pen.gap(8);
  const states = maternalStates.flatMap((one) => { const people = due.rows.filter(({ standing }) => standing.state === one).length; return people > 0 ? [`${count(people)} ${stateWords[one]}`] : []; });
  pen.text([`Tổng số: ${count(due.total)} người`, ...states].join('; '), { bold: true });
  signatures(pen, letterhead.today, ['Người lập', 'Trưởng trạm']);
}

function lineOf({ patient, guardian, standing }: MaternalRow, index: number, today: string): string[] {
  const { state, daysLate, kind, bornOn } = standing;
  const isLate = (state === 'overdue' || state === 'pastDue') && daysLate !== undefined;
  return [
    String(index + 1), patient.fullName, ageWords(patient.bornOn, today), patient.village ?? '', patient.phone ?? guardian?.phone ?? '',
    kind === 'postnatal' && bornOn !== undefined ? `sinh ${day(bornOn)}` : gestationWords(standing.gestation), kind === 'antenatal' && standing.due ? day(standing.due.dueOn) : '',
    kind === 'antenatal' ? alertsText(standing.alerts.filter(({ code }) => code !== 'DueDayPassed')) : '', standing.nextVisitOn === undefined ? '' : day(standing.nextVisitOn),
    state === undefined ? '' : `${stateWords[state]}${isLate ? ` ${count(daysLate)} ngày` : ''}`, '',
  ];
}
