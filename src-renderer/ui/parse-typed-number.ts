import { parseDecimal } from '../../src-shared/domain/common/parse-decimal.ts';

export interface NumberRules { min?: number; max?: number; decimals?: number }
export type NumberProblem = { problem: 'notANumber' | 'notACount' | 'notWhole' | 'tooManyDecimals' | 'outOfRange' };
export type TypedNumber = { value: number } | NumberProblem | { empty: true };

/** What is whole is typed in groups as it is shown and printed: `1.000`, `12 500`. Read as a decimal it would be one thousandth. */
const groups = /^[1-9]\d{0,2}(?:([.,\s])\d{3})(?:\1\d{3})*$/;

/** A number as people type it: `36,8` and `36.8` are one, and of a whole one `1.000` is a thousand. Judged when the field is left, never while typing. */
export function parseTypedNumber(typed: string, { min = -Infinity, max = Infinity, decimals = 0 }: NumberRules = {}): TypedNumber {
  if (typed.trim() === '') return { empty: true };
  const inGroups = decimals === 0 && groups.test(typed.trim());
  const read = inGroups ? typed.replace(/[.,\s]/g, '') : typed;
  const value = parseDecimal(read);
  if (value === undefined) return { problem: decimals === 0 ? 'notACount' : 'notANumber' };
  const after = /[.,](\d*?)0*$/.exec(read.trim())?.[1]?.length ?? 0;
  if (after > decimals) return { problem: decimals === 0 ? 'notWhole' : 'tooManyDecimals' };
  return value < min || value > max ? { problem: 'outOfRange' } : { value };
}
