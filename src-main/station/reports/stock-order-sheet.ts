import type { OrderRow } from '../../../src-shared/contract/queries.ts';
import { formatDecimal } from '../../../src-shared/domain/common/parse-decimal.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';
import { count, day } from './paper-words.ts';
import type { Pen } from './pen.ts';

/** `wanted`: in base units, as it stands on the page; what is not wanted has no line. */
interface OrderFacts { rows: readonly (OrderRow & { wanted: number })[]; months: number; reserve: number; letterhead: Letterhead }

/** What the station asks of the tier above or of who sells it. Columns FROM KNOWLEDGE: no form of such an order was found. */
export function drawStockOrder(pen: Pen, { rows, months, reserve, letterhead }: OrderFacts): void {
  paperHead(pen, letterhead, 'PHIẾU DỰ TRÙ THUỐC', `Dùng trong ${String(months)} tháng${reserve > 0 ? `, dự phòng ${formatDecimal(reserve, Number.isInteger(reserve) ? 0 : 1)} tháng` : ''} · Tính đến ngày ${day(letterhead.today)}`);
  pen.table([
    { heading: 'STT', share: 5, align: 'center' }, { heading: 'Mã', share: 12 }, { heading: 'Tên thuốc, hàm lượng, dạng', share: 30 }, { heading: 'Đơn vị', share: 8 }, { heading: 'Tồn dùng được', share: 10, align: 'right' },
    { heading: 'Dùng bình quân tháng', share: 11, align: 'right' }, { heading: 'Số ngày hết (90 ngày qua)', share: 11, align: 'right' }, { heading: 'Số lượng dự trù', share: 12, align: 'right' }, { heading: 'Ghi chú', share: 17 },
  ], rows.map(({ medicine, usableBalance, perMonth, daysOut, willExpire, wanted }, index) => [
    String(index + 1), medicine.code, [medicine.inn, medicine.strength, medicine.form].filter(Boolean).join(', '), medicine.baseUnit, count(usableBalance), perMonth === undefined ? '' : count(perMonth), daysOut > 0 ? count(daysOut) : '', count(wanted),
    willExpire > 0 ? `${count(willExpire)} sẽ hết hạn trước khi dùng tới` : '',
  ]), { size: 8, empty: 'Không có thuốc nào cần dự trù', keep: signaturesRoom });
  signatures(pen, letterhead.today, ['Người lập', 'Trưởng trạm', 'Nơi duyệt']);
}
