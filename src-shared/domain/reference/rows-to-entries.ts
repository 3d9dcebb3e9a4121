import { foldForSearch } from '../common/fold-for-search.ts';
import type { CatalogueName } from './catalogue.schema.ts';
import type { EntryInput } from './plan-release.ts';

/** Words a column may be headed by, folded; the first is ours. */
const headings: Readonly<Record<string, readonly string[]>> = {
  code: ['code', 'ma', 'ma thuoc', 'ma icd', 'ma icd10', 'ma icd-10', 'icd10', 'icd-10', 'so'], inn: ['inn', 'ten thuoc', 'hoat chat', 'ten hoat chat', 'thuoc'], strength: ['strength', 'ham luong', 'nong do'],
  form: ['form', 'dang bao che', 'dang'], baseUnit: ['baseunit', 'base unit', 'don vi', 'don vi tinh', 'don vi nho nhat', 'dvt'], atc: ['atc', 'ma atc'], group: ['group', 'nhom'], text: ['text', 'ten benh', 'chan doan', 'noi dung', 'ten'],
  title: ['title', 'tieu de'], urgent: ['urgent', 'khan'], from: ['from', 'tu ngay', 'hieu luc tu'], to: ['to', 'den ngay', 'het hieu luc'],
};
const columnsOf: Readonly<Record<CatalogueName, readonly string[]>> = {
  medicines: ['code', 'inn', 'strength', 'form', 'baseUnit', 'atc', 'group', 'from', 'to'], diagnoses: ['code', 'text', 'group', 'from', 'to'], notices: ['code', 'title', 'text', 'urgent', 'from', 'to'],
};
const yes = new Set(['x', '1', 'true', 'yes', 'co', 'khan']);
const no = new Set(['0', 'false', 'no', 'khong']);

/** `2026-03-15`, or `15/03/2026` as people write it; anything else stays as it is and is refused later. */
const dayOf = (cell: string): string => {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell);
  return parts ? `${parts[3] ?? ''}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[1] ?? '').padStart(2, '0')}` : cell;
};

/** Yes, no (nothing said), or the word as it stands, which is refused later. */
const urgentOf = (cell: string): { urgent?: boolean | string } => { const word = foldForSearch(cell); return yes.has(word) ? { urgent: true } : no.has(word) ? {} : { urgent: cell }; };

/** What a table says: its entries, or the columns it lacks. Columns of other names are left out and named. */
export interface ReadRows { entries: EntryInput[]; missing: string[]; ignored: string[] }

/** Reads the rows of a table with a line of headings into entries of a catalogue. */
export function rowsToEntries(catalogue: CatalogueName, [head = [], ...rows]: readonly (readonly string[])[]): ReadRows {
  const wanted = columnsOf[catalogue];
  const nameOf = (cell: string) => wanted.find((column) => column === cell || headings[column]?.includes(foldForSearch(cell)));
  const columns = head.map(nameOf);
  const missing = (catalogue === 'medicines' ? ['code', 'inn', 'baseUnit'] : catalogue === 'diagnoses' ? ['code', 'text'] : ['code', 'title', 'text']).filter((column) => !columns.includes(column));
  const ignored = head.filter((cell, at) => columns[at] === undefined && cell !== '');
  if (missing.length > 0) return { entries: [], missing, ignored };
  const entries = rows.map((row): EntryInput => {
    const cells = Object.fromEntries(columns.flatMap((column, at) => (column !== undefined && (row[at] ?? '') !== '' ? [[column, row[at] ?? '']] : [])));
    const { code = '', from, to, urgent, ...content } = cells;
    return {
      code: catalogue === 'diagnoses' ? code.toUpperCase() : code, content: { ...content, ...(urgent === undefined ? {} : urgentOf(urgent)) },
      ...(from === undefined ? {} : { from: dayOf(from) }), ...(to === undefined ? {} : { to: dayOf(to) }),
    };
  });
  return { entries, missing, ignored };
}
