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
  if (value instanceof Date) return { date: value.toISOString().slice(0, 10) };
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return value === null || value === undefined ? null : String(value);
}

function readCsv(bytes: Uint8Array): Table {
  const { text, letters } = decode(bytes);
  const separator = separatorOf(text);
  const rows = parseRows(text, separator);
  return { rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))), letters, separator };
}

/** A quotation mark that is never closed would take the rest of the list with it: then marks are plain letters. */
function parseRows(text: string, delimiter: string): string[][] {
  const options = { delimiter, bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: false };
  try { return parse(text, options) as string[][]; } catch { return parse(text, { ...options, quote: null }) as string[][]; }
}

/** UTF-8, Excel's "Unicode text" (UTF-16), Windows-1258 with its own marks, else one code a letter, whose font is found later. */
function decode(bytes: Uint8Array): { text: string; letters: Table['letters'] } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), letters: 'unicode' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), letters: 'unicode' };
  try { return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), letters: 'unicode' }; } catch { /* not UTF-8 */ }
  const windows = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const codes = Buffer.from(bytes).toString('latin1');
  // Its marks are codes that neither TCVN3 nor VNI has in these places.
  const isWindows = /[\u0300\u0309\u0303\u0301\u0323]/.test(new TextDecoder('windows-1258').decode(bytes)) && /[ơưăđƠƯĂĐ]|[\u1EA0-\u1EF9]/.test(windows) && !looksLegacy(codes);
  return isWindows ? { text: windows, letters: 'windows-1258' } : { text: codes, letters: 'unicode' };
}

const looksLegacy = (codes: string): boolean => detectLetters(codes.split(/[\r\n;,\t"]+/)) !== 'unicode';

/** The separator that parts the first lines most evenly; `;` is what Excel writes where the comma is the decimal sign. */
function separatorOf(text: string): ',' | ';' | '\t' {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '').slice(0, 20).map((line) => line.replace(/"[^"]*"/g, ''));
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
