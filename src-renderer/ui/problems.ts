import type { vi } from '../i18n/vi/index.ts';

/** Words below `problems.` in every language. */
export type ProblemCode = keyof typeof vi.problems;
/** What is wrong with one field: a slip of typing, or a rule of the domain in the words of its refusal. */
export type Problem = { code: ProblemCode | `refusals.${string}` } & Record<string, unknown>;
/** What is wrong, by field; said when the field is left, and everywhere once somebody tried to save. */
export type Problems = Partial<Record<string, Problem>>;

/** A field not filled in yet is nobody's mistake until somebody tries to save. */
export function isMissing({ code }: Problem): boolean {
  return code === 'required' || /Missing(Short)?$/.test(code);
}
