import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { keepUnits } from '../../../src-shared/domain/common/keep-units.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { Dispense } from '../../../src-shared/domain/supply/supply.schema.ts';
import { ageWords, day, diagnosisWords, homeWords, sexWords } from './paper-words.ts';
import type { Pen, TableColumn } from './pen.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';

export interface RegisterLine { encounter: Encounter; patient: Patient | undefined; dispenses: Dispense[] }

/** Columns of register A1, Phụ lục I of TT 37/2019/TT-BYT. FROM KNOWLEDGE (names of the cells). */
const registerColumns: readonly TableColumn[] = [
  { heading: 'STT', share: 22, align: 'center' }, { heading: 'Ngày', share: 50 }, { heading: 'Họ tên', share: 82 }, { heading: 'Tuổi', share: 32, align: 'center' },
  { heading: 'Giới', share: 26, align: 'center' }, { heading: 'Số thẻ BHYT', share: 80 }, { heading: 'Địa chỉ', share: 72 }, { heading: 'Nghề nghiệp', share: 48 },
  { heading: 'Dân tộc', share: 34 }, { heading: 'Triệu chứng', share: 84 }, { heading: 'Chẩn đoán', share: 84 }, { heading: 'Phương pháp điều trị', share: 88 },
  { heading: 'Y/BS khám', share: 46 }, { heading: 'Ghi chú', share: 58 },
];

/** Everybody who was examined on these days, as the register has them; entries that were voided or are drafts are not in it. */
export function drawExaminationRegister(pen: Pen, { lines, from, to, letterhead }: { lines: readonly RegisterLine[]; from: string; to: string; letterhead: Letterhead }): void {
  paperHead(pen, letterhead, 'SỔ KHÁM BỆNH', from === to ? `Ngày ${day(from)}` : `Từ ngày ${day(from)} đến ngày ${day(to)}`, 'Mẫu A1 – TT 37/2019/TT-BYT');
  pen.table(registerColumns, lines.map(registerRow), { size: 7, empty: 'Không có lượt khám nào', keep: signaturesRoom });
  pen.gap(8);
  pen.text(`Tổng số: ${lines.length} lượt khám`, { bold: true });
  signatures(pen, letterhead.today, ['Người lập', 'Trưởng trạm']);
}

function registerRow({ encounter, patient, dispenses }: RegisterLine, index: number): string[] {
  const given = dispenses.filter(({ status }) => status === 'dispensed').flatMap(({ items }) => items.map(({ medicineName, quantityBaseUnits }) => `${keepUnits(medicineName)}\u00a0×\u00a0${quantityBaseUnits}`));
  const notes = [encounter.kind === 'checkup' && `KSK${encounter.conclusionClass ? ` loại ${encounter.conclusionClass}` : ''}`, encounter.nextVisitOn && `Hẹn ${day(encounter.nextVisitOn)}`];
  return [
    String(index + 1), day(encounter.occurredOn), patient?.fullName ?? '', patient ? ageWords(patient.bornOn, encounter.occurredOn) : '', patient ? sexWords[patient.sex] : '',
    patient?.insuranceNumber ?? '', homeWords(patient), patient?.occupation ?? '', patient?.ethnicity ?? '',
    [encounter.reason, encounter.symptoms].filter(Boolean).join('; '), diagnosisWords(encounter), [encounter.treatment, ...given].filter(Boolean).join('; '),
    encounter.author.displayName, notes.filter(Boolean).join('; '),
  ];
}
