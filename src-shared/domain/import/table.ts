/** A cell as read: text, a number, a day, or nothing. Formulas are their last result. */
export type Cell = string | number | { date: string } | null;

/** The first sheet with anything on it. `rows[0]` is the file's first row. */
export interface Table { rows: Cell[][]; sheet?: string; letters: 'unicode' | 'tcvn3' | 'vni' | 'windows-1258'; separator?: ',' | ';' | '\t' }

/** The cell as the text a person sees; a day as dd/MM/yyyy. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return cell.date.split('-').reverse().join('/');
  return String(cell).normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** `0` → `A`, `26` → `AA`: the letters of a spreadsheet. */
export function columnLetter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26);
}
