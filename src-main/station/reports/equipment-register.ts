import type { EquipmentRow } from '../../../src-shared/contract/queries.ts';
import type { Role } from '../../../src-shared/domain/common/context.ts';
import { equipmentStates, type EquipmentState } from '../../../src-shared/domain/facility/equipment.schema.ts';
import { count, day } from './paper-words.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';
import type { Pen, TableColumn } from './pen.ts';

const stateWords: Readonly<Record<EquipmentState, string>> = { working: 'tốt', awaitingRepair: 'hỏng chờ sửa', awaitingDisposal: 'hỏng chờ thanh lý', writtenOff: 'đã thanh lý', sentAway: 'đã chuyển đi' };
const sourceWords: Readonly<Record<NonNullable<EquipmentRow['source']>, string>> = { stateBudget: 'Ngân sách', ownRevenue: 'Nguồn thu của trạm', programme: 'Chương trình, dự án', aid: 'Viện trợ', donation: 'Tặng', upperLevel: 'Tuyến trên cấp', other: 'Khác' };
const roleWords: Readonly<Record<Role, string>> = { healthWorker: 'Nhân viên y tế', assistantDoctor: 'Y sĩ', doctor: 'Bác sĩ', pharmacist: 'Dược sĩ', head: 'Trưởng trạm' };

/** Columns follow the register stations keep by hand. FROM KNOWLEDGE (equipment.json `fields`). */
const columns: readonly TableColumn[] = [
  { heading: 'STT', share: 22, align: 'center' }, { heading: 'Mã', share: 42 }, { heading: 'Tên thiết bị', share: 118 }, { heading: 'Số máy, kiểu', share: 74 }, { heading: 'Hãng, nước, năm sản xuất', share: 78 },
  { heading: 'Nhận về', share: 56 }, { heading: 'Nguồn', share: 56 }, { heading: 'Nguyên giá (đồng)', share: 58, align: 'right' }, { heading: 'SL', share: 38, align: 'right' },
  { heading: 'Tình trạng', share: 72 }, { heading: 'Kiểm định: lần cuối / hạn', share: 66 }, { heading: 'Nơi đặt, phụ trách', share: 88 },
];

/** Every line of the register as it stands, what has left too; lines struck out are not in it. */
export function drawEquipmentRegister(pen: Pen, { lines, letterhead }: { lines: readonly EquipmentRow[]; letterhead: Letterhead }): void {
  paperHead(pen, letterhead, 'SỔ TRANG THIẾT BỊ', `Đến ngày ${day(letterhead.today)}`);
  pen.table(columns, lines.map(registerRow), { size: 7.5, empty: 'Sổ chưa có thiết bị nào', keep: signaturesRoom });
  pen.gap(8);
  pen.text(`Tổng số: ${lines.length} dòng; ${equipmentStates.flatMap((state) => { const pieces = lines.reduce((sum, { counts }) => sum + counts[state], 0); return pieces > 0 ? [`${count(pieces)} ${stateWords[state]}`] : []; }).join(', ')}`, { bold: true });
  signatures(pen, letterhead.today, ['Người lập', 'Trưởng trạm']);
}

function registerRow(line: EquipmentRow, index: number): string[] {
  const states = equipmentStates.filter((state) => line.counts[state] > 0);
  const state = states.length === 1 ? stateWords[states[0] ?? 'working'] : states.map((one) => `${count(line.counts[one])} ${stateWords[one]}`).join(', ');
  const said = (...parts: (string | undefined)[]) => parts.filter(Boolean).join('; ');
  return [
    String(index + 1), line.code ?? '', line.name, said(line.serial, line.model), said(line.maker, line.country, line.yearMade === undefined ? undefined : String(line.yearMade)), line.receivedOn ? day(line.receivedOn) : '',
    line.source ? sourceWords[line.source] : '', line.priceVnd === undefined ? '' : count(line.priceVnd), `${count(line.quantity)} ${line.countUnit}`, state,
    [line.calibratedOn, line.calibrationDueOn].some(Boolean) ? `${line.calibratedOn ? day(line.calibratedOn) : '…'} / ${line.calibrationDueOn ? day(line.calibrationDueOn) : '…'}` : '', said(line.location, line.inCharge && roleWords[line.inCharge]),
  ];
}
