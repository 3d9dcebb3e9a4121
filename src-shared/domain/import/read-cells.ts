import { isRealDate } from '../common/fields.ts';
import { foldForSearch } from '../common/fold-for-search.ts';
import { nationalIdPattern, normalizeNationalId } from '../patient/national-id.ts';
import { cellText, type Cell } from './table.ts';

export type ReadCell<T> = { value: T; /** What was put right, by code. */ repaired?: string } | { problem: string };
type MaybeCell = Cell | undefined;

/** Day 1 of Excel is 1 January 1900, and Excel believes in 29 February 1900. */
const EXCEL_EPOCH_MS = Date.UTC(1899, 11, 30);
/** As a bare number only days of these are taken for days: from 1927 on, so that no year is taken for one. */
const [EARLIEST_SERIAL, LATEST_SERIAL] = [10_000, 80_000];

/**
 * A day: a date cell, `dd/mm/yyyy`, `yyyy-mm-dd`, a number of days as Excel counts them, and where it may be less exact
 * `mm/yyyy`, `yyyy-mm`, `yyyy`. Problems: `NotADate`, `TwoDigitYear`; a year of two digits is not guessed.
 */
export function readDate(cell: MaybeCell, partial: boolean): ReadCell<string> {
  if (typeof cell === 'object' && cell !== null) return isRealDate(cell.date) ? { value: cell.date } : { problem: 'NotADate' };
  const text = cellText(cell).replace(/\s*[-/.]\s*/g, '/');
  if (/^\d{5}$/.test(text) && Number(text) >= EARLIEST_SERIAL && Number(text) <= LATEST_SERIAL) {
    return { value: new Date(EXCEL_EPOCH_MS + Number(text) * 86_400_000).toISOString().slice(0, 10), repaired: 'ExcelDate' };
  }
  if (/^\d{1,2}\/\d{1,2}\/\d{2}$/.test(text)) return { problem: 'TwoDigitYear' };
  const parts = /^(\d{4})\/(\d{1,2})(?:\/(\d{1,2})(?:[ T].*)?)?$/.exec(text)?.slice(1) ?? /^(?:(?:(\d{1,2})\/)?(\d{1,2})\/)?(\d{4})$/.exec(text)?.slice(1).reverse();
  if (!parts) return { problem: 'NotADate' };
  const date = parts.filter((part) => part !== undefined).map((part) => part.padStart(2, '0')).join('-');
  if (date.length < 10 && !partial) return { problem: 'NotADate' };
  return isRealDate(`${date}-01-01`.slice(0, 10)) ? { value: date } : { problem: 'NotADate' };
}

/** `Nam`, `Nữ`, `M`, `F`, `male`, `female`; `x` in a column of its own is read elsewhere. Problem: `SexUnclear`. */
export function readSex(cell: MaybeCell): ReadCell<'male' | 'female' | 'undetermined'> {
  const word = foldForSearch(cellText(cell));
  if (['nam', 'm', 'male', 'trai'].includes(word)) return { value: 'male' };
  if (['nu', 'f', 'female', 'gai'].includes(word)) return { value: 'female' };
  if (['khong ro', 'chua xac dinh', 'khac', 'undetermined', 'other', 'unknown'].includes(word)) return { value: 'undetermined' };
  return { problem: 'SexUnclear' };
}

/**
 * A citizen number; Excel keeps it as a number and drops its leading zeros. Problems: `NationalIdRounded` (Excel wrote 7,9E+10 and the
 * last digits are gone), `NationalIdMalformed`; `OldIdNumber` for the nine digits of the card before.
 */
export function readNationalId(cell: MaybeCell): ReadCell<string> {
  const typed = cellText(cell);
  if (/^\d+([.,]\d+)?E\+?\d+$/i.test(typed)) return { problem: 'NationalIdRounded' };
  const digits = normalizeNationalId(typed.replace(/^'/, ''));
  if (nationalIdPattern.test(digits)) return { value: digits };
  const padded = digits.padStart(12, '0');
  if (/^\d{10,11}$/.test(digits) && nationalIdPattern.test(padded)) return { value: padded, repaired: 'LeadingZero' };
  return { problem: /^\d{9}$/.test(digits) ? 'OldIdNumber' : 'NationalIdMalformed' };
}

/** A phone number whose leading zero Excel dropped. */
export function readPhone(cell: MaybeCell): ReadCell<string> {
  const typed = cellText(cell).replace(/^'/, '');
  const digits = typed.replace(/[\s.\-()]/g, '');
  return /^[235789]\d{8,9}$/.test(digits) ? { value: `0${digits}`, repaired: 'LeadingZero' } : { value: typed };
}

/** A whole number of base units; `1.000` and `1,000` are a thousand, since quantities are whole. Problem: `NotAQuantity`. */
export function readQuantity(cell: MaybeCell): ReadCell<number> {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) && cell > 0 && cell <= 99_999_999 ? { value: cell } : { problem: 'NotAQuantity' };
  const text = cellText(cell).replace(/\s/g, '');
  const digits = /^\d{1,3}([.,]\d{3})+$/.test(text) ? text.replace(/[.,]/g, '') : text.replace(/[.,]0+$/, '');
  return /^\d{1,8}$/.test(digits) && Number(digits) > 0 ? { value: Number(digits) } : { problem: 'NotAQuantity' };
}
