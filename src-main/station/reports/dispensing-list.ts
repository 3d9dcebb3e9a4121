import { keepUnits } from '../../../src-shared/domain/common/keep-units.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { Dispense } from '../../../src-shared/domain/supply/supply.schema.ts';
import { ageWords, count, day } from './paper-words.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';
import type { Pen } from './pen.ts';

export interface DispensingLine { dispense: Dispense; patient: Patient | undefined; /** Number and unit of each item, by lot and medicine. */ lotNumbers: readonly string[]; units: readonly string[] }

/** Who got which medicine on these days, a line for each medicine; what was undone is not in it. */
export function drawDispensingList(pen: Pen, { lines, from, to, letterhead }: { lines: readonly DispensingLine[]; from: string; to: string; letterhead: Letterhead }): void {
  paperHead(pen, letterhead, 'SỔ CẤP THUỐC', from === to ? `Ngày ${day(from)}` : `Từ ngày ${day(from)} đến ngày ${day(to)}`);
  const rows = lines.flatMap(({ dispense, patient, lotNumbers, units }, person) => dispense.items.map((item, index) => [
    index === 0 ? String(person + 1) : '', index === 0 ? patient?.fullName ?? '' : '', index === 0 && patient ? ageWords(patient.bornOn, dispense.dispensedOn) : '',
    keepUnits(item.medicineName), lotNumbers[index] ?? '', `${count(item.quantityBaseUnits)} ${units[index] ?? ''}`.trim(), item.dosage ?? '', index === 0 ? dispense.dispensedBy.displayName : '', '',
  ]));
  pen.table([
    { heading: 'STT', share: 5, align: 'center' }, { heading: 'Họ tên', share: 15 }, { heading: 'Tuổi', share: 7, align: 'center' }, { heading: 'Thuốc', share: 17 }, { heading: 'Số lô', share: 11 },
    { heading: 'Số lượng', share: 9, align: 'right' }, { heading: 'Cách dùng', share: 17 }, { heading: 'Người cấp', share: 10 }, { heading: 'Ký nhận', share: 9 },
  ], rows, { empty: 'Không cấp thuốc cho ai', keep: signaturesRoom });
  pen.gap(8);
  pen.text(`Tổng số: ${lines.length} lượt cấp thuốc`, { bold: true });
  signatures(pen, letterhead.today, ['Người cấp', 'Trưởng trạm']);
}
