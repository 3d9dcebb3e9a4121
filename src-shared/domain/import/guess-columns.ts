import { foldForSearch } from '../common/fold-for-search.ts';
import { importFields, type ColumnMap, type ImportKind } from './import-fields.ts';
import { cellText, type Cell } from './table.ts';

/** Titles and stamps stand above the headings of a list. */
const LOOKED_AT = 20;

/** Where the headings stand and what each column holds. `headerRow` is -1 where no row looks like headings. */
export interface ColumnGuess { headerRow: number; columns: ColumnMap }

/**
 * The row of headings is the one that names most fields. A heading over two rows ("Năm sinh" above "Nam" and "Nữ") is read from
 * the lower row, and from the upper one where the lower is empty.
 */
export function guessColumns(rows: readonly (readonly Cell[])[], kind: ImportKind): ColumnGuess {
  let best: ColumnGuess = { headerRow: -1, columns: {} };
  for (let at = 0; at < Math.min(rows.length, LOOKED_AT); at += 1) {
    const alone = mapRow((rows[at] ?? []).map(cellText), kind);
    const above = (rows[at - 1] ?? []).map(cellText);
    const merged = mapRow(widest(rows[at], rows[at - 1]).map((_, i) => cellText(rows[at]?.[i]) || (above[i] ?? '')), kind);
    const isSecondLine = count(alone) > 0 && count(merged) > count(alone) && at > 0 && best.headerRow === at - 1;
    const columns = isSecondLine ? merged : alone;
    if (count(columns) > count(best.columns) || (isSecondLine && count(columns) >= count(best.columns))) best = { headerRow: at, columns };
  }
  return count(best.columns) >= 2 ? best : { headerRow: -1, columns: {} };
}

/** What names a list's form: its headings, folded. The choice of columns made for one list serves the next with the same headings. */
export function headingKey(headings: readonly string[]): string {
  return headings.map(foldForSearch).join('|').slice(0, 2000);
}

const count = (columns: ColumnMap): number => Object.keys(columns).length;
const widest = (a: readonly Cell[] = [], b: readonly Cell[] = []): readonly Cell[] => (a.length >= b.length ? a : b);

/** Each field takes the first column whose heading is one of its names; a heading that only begins with one (“Số CCCD (12 số)”) comes second. */
function mapRow(headings: readonly string[], kind: ImportKind): ColumnMap {
  const folded = headings.map((heading) => foldForSearch(heading.replace(/\(.*$/u, '')));
  const columns: ColumnMap = {};
  const taken = new Set<number>();
  for (const fits of [(heading: string, name: string) => heading === name, (heading: string, name: string) => name.length > 3 && heading.startsWith(`${name} `)]) {
    for (const [field, names] of Object.entries(importFields[kind])) {
      if (columns[field] !== undefined) continue;
      const at = folded.findIndex((heading, i) => !taken.has(i) && heading !== '' && names.some((name: string) => fits(heading, name)));
      if (at >= 0) { columns[field] = at; taken.add(at); }
    }
  }
  return columns;
}
