import { parseTypedDate } from './parse-typed-date.ts';
import { parseTypedNumber } from './parse-typed-number.ts';
import { parseTypedPressure } from './parse-typed-pressure.ts';
import type { Problem, Problems } from './problems.ts';
import type { BloodPressure } from '../../src-shared/domain/chronic/follow-up.schema.ts';

/** What forms about a person read of what was typed; `undefined` where nothing was, or nothing that can be read. */
export const wordsOf = (typed: string): string | undefined => typed.trim() || undefined;
export const oneOf = <T extends string>(list: readonly T[], typed: string): T | undefined => list.find((one) => one === typed);
export const pickedOf = <T extends string>(list: readonly T[], picked: readonly string[]): T[] | undefined => { const found = list.filter((one) => picked.includes(one)); return found.length > 0 ? found : undefined; };
export const dayOf = (typed: string): string | undefined => { const read = parseTypedDate(typed); return 'date' in read ? read.date : undefined; };
export const numberOf = (typed: string): number | undefined => { const read = parseTypedNumber(typed, { decimals: 9 }); return 'value' in read ? read.value : undefined; };
/** The readings that can be read, in their order. */
export const readingsOf = (typed: readonly string[]): BloodPressure[] | undefined => { const read = typed.map(parseTypedPressure).flatMap((one) => ('pressure' in one ? [one.pressure] : [])); return read.length > 0 ? read : undefined; };

/** What a day must be. `today`: not later than it. */
export interface DayRules { today?: string; required?: boolean }

/** What is wrong with a typed day. */
export function dayProblem(typed: string, { today, required = false }: DayRules): Problem | undefined {
  const read = parseTypedDate(typed, today === undefined ? {} : { today });
  if ('empty' in read) return required ? { code: 'required' } : undefined;
  return 'problem' in read ? { code: read.problem, typed: read.typed } : undefined;
}

/** What is wrong with a typed measure; its limits are those of the record. */
export function measureProblem(typed: string, { min, max, decimals }: { min: number; max: number; decimals: number }, unit: string): Problem | undefined {
  const read = parseTypedNumber(typed, { min, max, decimals });
  return 'problem' in read ? { code: read.problem, min, max, unit } : undefined;
}

/** What is wrong with a typed blood pressure. */
export function pressureProblem(typed: string): Problem | undefined {
  const read = parseTypedPressure(typed);
  return 'problem' in read ? { code: read.problem } : undefined;
}

/** Words that are too long for their field. */
export function tooLong<F extends string>(fields: Readonly<Record<NoInfer<F>, string>>, longest: Readonly<Record<F, number>>): Problems {
  return Object.fromEntries((Object.entries(longest) as [F, number][]).filter(([field, max]) => fields[field].trim().length > max).map(([field, max]) => [field, { code: 'tooLong', max }]));
}

/** Whether anything is wrong. */
export const hasProblems = (problems: Problems): boolean => Object.values(problems).some((one) => one !== undefined);

/** Adds what the rules of the domain refuse, each at the field of the form it speaks of. */
export function addRefusals(problems: Problems, refusals: readonly { code: string; field?: unknown }[], fieldOf: (field: string) => string, otherwise: string): void {
  for (const { code, field, ...facts } of refusals) problems[typeof field === 'string' ? fieldOf(field) : otherwise] ??= { code: `refusals.${code}`, ...facts };
}
