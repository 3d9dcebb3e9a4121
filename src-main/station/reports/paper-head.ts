import { dayWords } from './paper-words.ts';
import type { Pen } from './pen.ts';

export interface Letterhead { unitName: string; /** Today at the unit, `YYYY-MM-DD`. */ today: string; practice: boolean }

/** Unit at the left, the name of the form in the middle. */
export function paperHead(pen: Pen, { unitName, practice }: Letterhead, title: string, below: string, form = ''): void {
  pen.columns([unitName.toUpperCase(), form], { bold: true, size: 8.5, lastRight: true });
  if (practice) pen.text('TẬP THỬ – không phải giấy tờ thật', { bold: true, align: 'center', size: 10 });
  pen.gap(4);
  pen.text(title, { bold: true, size: pen.width > 400 ? 15 : 13, align: 'center' });
  pen.text(below, { align: 'center' });
  pen.gap(8);
}

/** Height of `signatures` with a line of totals above. */
export const signaturesRoom = 130;

/** Date and places to sign; room for a hand and a stamp. */
export function signatures(pen: Pen, today: string, who: readonly string[]): void {
  pen.need(100);
  pen.gap(6);
  pen.columns([...who.slice(1).map(() => ''), dayWords(today)], { align: 'center' });
  pen.columns(who, { bold: true, align: 'center' });
  pen.columns(who.map(() => '(Ký, ghi rõ họ tên)'), { align: 'center', size: 7.5 });
  pen.gap(46);
}
