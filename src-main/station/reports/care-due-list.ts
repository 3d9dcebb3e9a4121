import type { CareDue, CareRow } from '../../../src-shared/contract/queries.ts';
import type { ChronicCondition } from '../../../src-shared/domain/chronic/chronic-lists.ts';
import { careStates, type CareState } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import { careStateWords, conditionWords, controlledWords, glucoseWords, pressureWords } from './chronic-words.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';
import { ageWords, count, day, sexWords } from './paper-words.ts';
import type { Pen } from './pen.ts';

/** `village`: `null` for people of whom none is written down. */
interface CareDueFacts { due: CareDue; village: string | null | undefined; condition: ChronicCondition | undefined; state: CareState | undefined; letterhead: Letterhead }

/** People to come for a control up to a day, in the order one walks: by village, then name; with whom to call and room for what came of it. */
export function drawCareDueList(pen: Pen, { due, village, condition, state, letterhead }: CareDueFacts): void {
  const which = [village === null ? 'chưa ghi thôn' : village, condition && conditionWords[condition], state && `chỉ người ${careStateWords[state]}`].filter(Boolean).join(', ');
  paperHead(pen, letterhead, 'DANH SÁCH NGƯỜI BỆNH MẠN TÍNH ĐẾN HẸN TÁI KHÁM', [`Tính đến ngày ${day(due.until)}`, which].filter(Boolean).join(' · '));
  pen.table([
    { heading: 'STT', share: 4, align: 'center' }, { heading: 'Họ tên', share: 16 }, { heading: 'Tuổi', share: 6, align: 'center' }, { heading: 'Giới', share: 5, align: 'center' }, { heading: 'Thôn', share: 11 }, { heading: 'Điện thoại', share: 14 },
    { heading: 'Bệnh', share: 17 }, { heading: 'Lần đo gần nhất', share: 15 }, { heading: 'Ngày hẹn', share: 9, align: 'center' }, { heading: 'Tình trạng', share: 11 }, { heading: 'Ghi chú', share: 11 },
  ], due.rows.map((row, index) => lineOf(row, index, letterhead.today)), { size: 8, empty: 'Không có người nào đến hẹn', keep: signaturesRoom });
  pen.gap(8);
  const states = careStates.flatMap((one) => { const people = due.rows.filter((row) => row.state === one).length; return people > 0 ? [`${count(people)} ${careStateWords[one]}`] : []; });
  pen.text([`Tổng số: ${count(due.total)} người`, ...states].join('; '), { bold: true });
  signatures(pen, letterhead.today, ['Người lập', 'Trưởng trạm']);
}

function lineOf({ patient, guardian, conditions, lastPressure, lastGlucose, nextVisitOn, state, daysLate }: CareRow, index: number, today: string): string[] {
  const measured = [lastPressure && `${pressureWords(lastPressure)} (${day(lastPressure.on)})`, lastGlucose && `${glucoseWords(lastGlucose)} (${day(lastGlucose.on)})`].filter(Boolean).join('; ');
  return [
    String(index + 1), patient.fullName, ageWords(patient.bornOn, today), sexWords[patient.sex], patient.village ?? '', patient.phone ?? guardian?.phone ?? '',
    conditions.map(({ condition, controlled }) => `${conditionWords[condition]}${controlled === undefined ? '' : ` (${controlledWords[controlled]})`}`).join('; '), measured, day(nextVisitOn),
    `${careStateWords[state]}${(state === 'overdue' || state === 'lost') && daysLate !== undefined ? ` ${count(daysLate)} ngày` : ''}`, '',
  ];
}
