import type { Lot, Medicine, StockMovement } from '../../../src-shared/domain/supply/supply.schema.ts';
import { count, day, movementWords, reasonWords, sourceWords } from './paper-words.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';
import type { Pen } from './pen.ts';

export interface CardLine { movement: StockMovement; lot: Pick<Lot, 'lotNumber' | 'expiresOn'> | undefined; /** Of the whole medicine, after this line. */ balance: number }
export interface StockCardFacts { medicine: Medicine; /** Oldest first. */ lines: readonly CardLine[]; before: number; from: string | undefined; to: string | undefined; letterhead: Letterhead }

/** The ledger of one medicine, oldest line first, with the balance before and after. */
export function drawStockCard(pen: Pen, { medicine, lines, before, from, to, letterhead }: StockCardFacts): void {
  paperHead(pen, letterhead, 'THẺ KHO', from !== undefined || to !== undefined ? `Từ ngày ${from ? day(from) : '…'} đến ngày ${to ? day(to) : day(letterhead.today)}` : `Đến ngày ${day(letterhead.today)}`);
  pen.field('Thuốc', [medicine.inn, medicine.strength, medicine.form].filter(Boolean).join(', '));
  pen.columns([`Mã: ${medicine.code}`, `Đơn vị: ${medicine.baseUnit}`]);
  pen.gap(5);
  const sum = (sign: 1 | -1) => lines.reduce((total, { movement }) => total + (Math.sign(movement.quantityBaseUnits) === sign ? Math.abs(movement.quantityBaseUnits) : 0), 0);
  const rows = lines.map(({ movement, lot, balance }) => [
    day(movement.occurredOn), movement.documentNumber ?? '', whatHappened(movement), lot?.lotNumber ?? '', lot ? day(lot.expiresOn) : '',
    movement.quantityBaseUnits > 0 ? count(movement.quantityBaseUnits) : '', movement.quantityBaseUnits < 0 ? count(movement.quantityBaseUnits) : '', signed(balance),
  ]);
  pen.table([
    { heading: 'Ngày', share: 13 }, { heading: 'Số chứng từ', share: 12 }, { heading: 'Diễn giải', share: 21 }, { heading: 'Số lô', share: 11 }, { heading: 'Hạn dùng', share: 13 },
    { heading: 'Nhập', share: 10, align: 'right' }, { heading: 'Xuất', share: 10, align: 'right' }, { heading: 'Tồn', share: 11, align: 'right' },
  ], [...(from === undefined ? [] : [['', '', 'Tồn trước kỳ', '', '', '', '', signed(before)]]), ...rows],
  { empty: 'Chưa có dòng nào', totals: ['', '', 'Cộng', '', '', count(sum(1)), count(sum(-1)), signed(lines.at(-1)?.balance ?? before)], keep: signaturesRoom });
  signatures(pen, letterhead.today, ['Thủ kho', 'Trưởng trạm']);
}

const signed = (n: number): string => (n < 0 ? `-${count(n)}` : count(n));

function whatHappened({ kind, source, reasonCode }: StockMovement): string {
  const more = reasonCode ? reasonWords[reasonCode] : source && source !== 'opening' ? sourceWords[source] : undefined;
  return more ? `${movementWords[kind]}: ${more}` : movementWords[kind];
}
