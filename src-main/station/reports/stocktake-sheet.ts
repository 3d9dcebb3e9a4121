import type { LotRow, StocktakeView } from '../../../src-shared/contract/queries.ts';
import { count, day, varianceWords } from './paper-words.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';
import type { Pen } from './pen.ts';

export interface StocktakeSheetFacts { view: StocktakeView; /** Names where this PC knows them. */ nameOf(account: string): string; letterhead: Letterhead }

/** Biên bản kiểm kê: every lot counted, then what was not counted and what is past its expiry; three places to sign. */
export function drawStocktakeSheet(pen: Pen, { view, nameOf, letterhead }: StocktakeSheetFacts): void {
  const { number, countedOn, scope, blind, countedBy, witnessedBy, rows, notCounted } = view;
  paperHead(pen, letterhead, 'BIÊN BẢN KIỂM KÊ', `Ngày ${day(countedOn)} · Số ${number}`);
  pen.field('Kiểm kê', [scope === 'all' ? 'cả kho' : 'một số thuốc', blind ? 'người đếm không thấy số sổ' : ''].filter(Boolean).join(', '));
  pen.field('Người đếm', countedBy.map(nameOf).join(', '));
  pen.field('Người chứng kiến', witnessedBy === undefined ? 'ký dưới đây' : `${nameOf(witnessedBy)} (đã xác nhận bằng mật khẩu trên máy)`);
  pen.gap(5);
  const differing = rows.filter((row) => row.countedBaseUnits !== row.bookBaseUnits);
  const over = differing.filter((row) => row.countedBaseUnits > row.bookBaseUnits).length;
  pen.table([
    { heading: 'TT', share: 5, align: 'right' }, { heading: 'Tên thuốc', share: 22 }, { heading: 'Đơn vị', share: 8 }, { heading: 'Số lô', share: 12 }, { heading: 'Hạn dùng', share: 15 },
    { heading: 'Sổ', share: 9, align: 'right' }, { heading: 'Đếm', share: 9, align: 'right' }, { heading: 'Lệch', share: 9, align: 'right' }, { heading: 'Lý do', share: 15 },
  ], rows.map(({ lot, bookBaseUnits, countedBaseUnits, reasonCode, undone }, index) => [
    String(index + 1), lot?.medicineName ?? '', lot?.baseUnit ?? '', lot?.lotNumber ?? '', lot ? day(lot.expiresOn) : '', signed(bookBaseUnits), count(countedBaseUnits), change(countedBaseUnits - bookBaseUnits),
    [reasonCode && varianceWords[reasonCode], undone && 'đã hoàn tác'].filter(Boolean).join(', '),
  ]), { empty: 'Không có dòng nào', keep: notCounted.length === 0 ? signaturesRoom : 0 });
  pen.gap(5);
  pen.text(`Đã đếm ${count(rows.length)} lô: ${count(rows.length - differing.length)} lô đúng với sổ, ${count(differing.length - over)} lô thiếu, ${count(over)} lô thừa.`);
  const expired = rows.flatMap(({ lot, countedBaseUnits }) => (lot && countedBaseUnits > 0 && lot.expiresOn < countedOn ? [lot] : []));
  if (expired.length > 0) pen.field(`Hết hạn còn trên kệ (${count(expired.length)} lô)`, lots(expired));
  pen.field(`Chưa đếm (${count(notCounted.length)} lô)`, notCounted.length === 0 ? 'không có' : lots(notCounted));
  signatures(pen, letterhead.today, ['Người đếm', 'Người chứng kiến', 'Trưởng trạm']);
}

const lots = (of: readonly LotRow[]): string => of.map(({ medicineName, lotNumber }) => `${medicineName} lô ${lotNumber}`).join('; ');
const signed = (n: number): string => (n < 0 ? `-${count(n)}` : count(n));
const change = (n: number): string => (n === 0 ? '' : n > 0 ? `+${count(n)}` : signed(n));
