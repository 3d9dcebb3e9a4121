import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { detectLetters, readLetters } from '../../../src-shared/domain/import/detect-letters.ts';
import type { Cell, Table } from '../../../src-shared/domain/import/table.ts';
import { checkArchive } from './check-archive.ts';

export type TableProblem = 'FileEmpty' | 'OldExcelFile' | 'ExcelWithPassword' | 'NotASpreadsheet' | 'TooManyRows';
const MOST_ROWS = 200_000;
/** Bytes. */
const longestLine = 1_000_000;

/** A spreadsheet's first sheet with anything on it, or a CSV file, as rows of cells. Runs in a worker: a large file takes a second. */
export async function parseTable(bytes: Uint8Array): Promise<Table | { problem: TableProblem }> {
  if (bytes.length === 0) return { problem: 'FileEmpty' };
  const startsWith = (...magic: number[]) => magic.every((byte, i) => bytes[i] === byte);
  if (startsWith(0xd0, 0xcf, 0x11, 0xe0)) return { problem: Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'ExcelWithPassword' : 'OldExcelFile' };
  if (startsWith(0x50, 0x4b)) {
    const archive = checkArchive(bytes, MOST_ROWS);
    if (archive !== 'fits') return { problem: archive === 'rows' ? 'TooManyRows' : 'NotASpreadsheet' };
  } else if (isOtherKind(bytes)) return { problem: 'NotASpreadsheet' };
  let table: Table;
  try { table = startsWith(0x50, 0x4b) ? await readXlsx(bytes) : readCsv(bytes); } catch { return { problem: 'NotASpreadsheet' }; }
  if (table.rows.length > MOST_ROWS) return { problem: 'TooManyRows' };
  return table.rows.some((row) => row.some((cell) => cell !== null && cell !== '')) ? inRightLetters(table) : { problem: 'FileEmpty' };
}

async function readXlsx(bytes: Uint8Array): Promise<Table> {
  const sheets = await readExcelFile(Buffer.from(bytes));
  const first = sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null))) ?? sheets[0];
  return { rows: (first?.data ?? []).map((row) => row.map(toCell)), sheet: first?.sheet, letters: 'unicode' };
}

/** A picture, a PDF or a web page under the name of a list; text has no zero bytes (but in UTF-16) and lines that end. */
function isOtherKind(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, longestLine));
  const isUtf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  if (isUtf16) return false;
  return start.includes(0) || /^\s*(%PDF-|<!doctype html|<html|<\?xml|\{\\rtf)/i.test(start.toString('latin1', 0, 200)) || (start.length === longestLine && !start.includes('\n') && !start.includes('\r'));
}

function toCell(value: unknown): Cell {
  if (value instanceof Date) return { date: dayOf(value) };
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return value === null || value === undefined ? null : String(value);
}

/** As Excel shows it: what is no day there is none here, and the first two months of 1900 are a day later than they were reckoned, for Excel believes in 29 February 1900. */
function dayOf(date: Date): string {
  const shown = date.getTime() < Date.UTC(1900, 2, 1) ? date.getTime() + 86_400_000 : date.getTime();
  return shown >= Date.UTC(1900, 0, 1) && shown < Date.UTC(10_000, 0, 1) ? new Date(shown).toISOString().slice(0, 10) : '#####';
}

function readCsv(bytes: Uint8Array): Table {
  const { text, letters } = decode(bytes);
  const separator = separatorOf(text);
  const rows = parseRows(text, separator);
  return { rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))), letters, separator };
}

/** A quotation mark that is never closed, or closed some lines later, would take other rows with it: then each line is read by itself. */
function parseRows(text: string, delimiter: string): string[][] {
  const options = { delimiter, bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: false };
  try {
    const rows = parse(text, options) as string[][];
    if (!swallowsRows(rows, delimiter)) return rows;
  } catch { /* never closed */ }
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => {
    try { return line.includes('"') ? (parse(line, options) as string[][])[0] ?? [''] : line.split(delimiter); } catch { return line.split(delimiter); }
  });
}

/** Whether some cell of several lines holds as many separators as a row of the list has. */
function swallowsRows(rows: readonly (readonly string[])[], delimiter: string): boolean {
  const usual = rows.map(({ length }) => length - 1).sort((a, b) => a - b)[Math.floor(rows.length / 2)] ?? 0;
  return rows.some((row) => row.some((cell) => /[\r\n]/.test(cell) && cell.split(delimiter).length > Math.max(usual, 1)));
}

/** UTF-8, Excel's "Unicode text" (UTF-16), Windows-1258 with its own marks, else one code a letter, whose font is found later. */
function decode(bytes: Uint8Array): { text: string; letters: Table['letters'] } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), letters: 'unicode' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), letters: 'unicode' };
  try { return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), letters: 'unicode' }; } catch { /* not all of it is UTF-8 */ }
  const mended = new TextDecoder('utf-8').decode(bytes);
  if (isMostlyRead(mended)) return { text: mended, letters: 'unicode' };
  const windows = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const codes = Buffer.from(bytes).toString('latin1');
  // Its marks are codes that neither TCVN3 nor VNI has in these places.
  const isWindows = /[\u0300\u0309\u0303\u0301\u0323]/.test(new TextDecoder('windows-1258').decode(bytes)) && /[ơưăđƠƯĂĐ]|[\u1EA0-\u1EF9]/.test(windows) && !looksLegacy(codes);
  return isWindows ? { text: windows, letters: 'windows-1258' } : { text: codes, letters: 'unicode' };
}

/** A list that was cut off, or has a line from another program, is UTF-8 all the same; no other code makes so many of its letters. Rows with what could not be read are named. */
function isMostlyRead(text: string): boolean {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return count(/\uFFFD/g) * 10 <= count(/[\u0080-\uFFFC]/g);
}

const looksLegacy = (codes: string): boolean => detectLetters(codes.split(/[\r\n;,\t"]+/)) !== 'unicode';

/** The separator that parts the first lines most evenly; `;` is what Excel writes where the comma is the decimal sign. */
function separatorOf(text: string): ',' | ';' | '\t' {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, 20).map((line) => line.replace(/"[^"]*"/g, ''));
  const counts = ([';', '\t', ','] as const).map((separator) => {
    const each = lines.map((line) => line.split(separator).length - 1).sort((a, b) => a - b);
    return { separator, usual: each[Math.floor(each.length / 2)] ?? 0 };
  });
  return counts.reduce((best, next) => (next.usual > best.usual ? next : best)).separator;
}

function inRightLetters(table: Table): Table {
  if (table.letters === 'windows-1258') return table;
  const letters = detectLetters(textsOf(table.rows));
  return { ...table, letters, rows: letters === 'unicode' ? table.rows : table.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? readLetters(cell, letters) : cell))) };
}

function* textsOf(rows: readonly (readonly Cell[])[]): Generator<string> {
  for (const row of rows) for (const cell of row) if (typeof cell === 'string') yield cell;
}
