import { parseDecimal } from '../../src-shared/domain/common/parse-decimal.ts';

export interface NumberRules { min?: number; max?: number; decimals?: number }
export type NumberProblem = { problem: 'notANumber' | 'notACount' | 'notWhole' | 'tooManyDecimals' | 'outOfRange' };
export type TypedNumber = { value: number } | NumberProblem | { empty: true };

/** A number as people type it: `36,8` and `36.8` are one. Judged when the field is left, never while typing. */
export function parseTypedNumber(typed: string, { min = -Infinity, max = Infinity, decimals = 0 }: NumberRules = {}): TypedNumber {
  if (typed.trim() === '') return { empty: true };
  const value = parseDecimal(typed);
  if (value === undefined) return { problem: decimals === 0 ? 'notACount' : 'notANumber' };
  const after = /[.,](\d*?)0*$/.exec(typed.trim())?.[1]?.length ?? 0;
  if (after > decimals) return { problem: decimals === 0 ? 'notWhole' : 'tooManyDecimals' };
  return value < min || value > max ? { problem: 'outOfRange' } : { value };
}
