import type { ImmunizationsDue } from '../../../src-shared/contract/queries.ts';
import { vaccines } from '../../../src-shared/domain/immunization/vaccines.ts';
import { doseWords, vaccineWords } from './immunization-words.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';
import { ageWords, count, day, sexWords } from './paper-words.ts';
import type { Pen } from './pen.ts';

/** `village`: `null` for children of whom none is written down. */
interface DueListFacts { due: ImmunizationsDue; village: string | null | undefined; vaccine: string | undefined; late: boolean; letterhead: Letterhead }

/** The children with doses to be given up to a day, in the order one walks: by village, then name; with room for what came of it. */
export function drawDueList(pen: Pen, { due, village, vaccine, late, letterhead }: DueListFacts): void {
  const which = [village === null ? 'chưa ghi thôn' : village, vaccine && vaccineWords(vaccine), late && 'chỉ trẻ trễ lịch'].filter(Boolean).join(', ');
  paperHead(pen, letterhead, 'DANH SÁCH TRẺ ĐẾN LỊCH TIÊM', [`Tính đến ngày ${day(due.until)}`, which].filter(Boolean).join(' · '));
  const rows = due.rows.map(({ patient, guardian, doses, withoutBook }, index) => [
    String(index + 1), patient.fullName, day(patient.bornOn), ageWords(patient.bornOn, due.until), sexWords[patient.sex], patient.village ?? '', [guardian?.fullName ?? patient.householdHead, patient.phone ?? guardian?.phone].filter(Boolean).join(', '),
    withoutBook ? 'chưa chép sổ tiêm' : doses.map((dose) => `${doseWords(dose)}${dose.state === 'late' ? ' (trễ)' : ''}`).join('; '), '',
  ]);
  pen.table([
    { heading: 'STT', share: 4, align: 'center' }, { heading: 'Họ tên trẻ', share: 16 }, { heading: 'Ngày sinh', share: 8, align: 'center' }, { heading: 'Tuổi', share: 7, align: 'center' }, { heading: 'Giới', share: 5, align: 'center' },
    { heading: 'Thôn', share: 11 }, { heading: 'Người giám hộ, điện thoại', share: 18 }, { heading: 'Các mũi đến lịch', share: 28 }, { heading: 'Ghi chú', share: 12 },
  ], rows, { size: 8, empty: 'Không có trẻ nào đến lịch', keep: signaturesRoom });
  pen.gap(8);
  pen.text([`Tổng số: ${count(due.total)} trẻ`, ...neededByVaccine(due).map(({ name, doses }) => `${name} ${count(doses)} liều`), due.withoutBook > 0 && `${count(due.withoutBook)} trẻ chưa chép sổ tiêm, chưa tính liều`].filter(Boolean).join('; '), { bold: true });
  signatures(pen, letterhead.today, ['Người lập', 'Trưởng trạm']);
}

function neededByVaccine({ needed }: ImmunizationsDue): { name: string; doses: number }[] {
  return vaccines.flatMap(({ code, name }) => {
    const doses = needed.reduce((sum, one) => sum + (one.vaccine === code ? one.doses : 0), 0);
    return doses > 0 ? [{ name, doses }] : [];
  });
}
