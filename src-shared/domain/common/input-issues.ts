import type { z } from 'zod';
import type { Refusal } from './refusal.ts';

/** One thing wrong with an input: where, what, and the facts a sentence needs. Never the value itself. */
export type InputIssue = { path: string; code: string } & Record<string, unknown>;

type Issue = z.core.$ZodIssue;
const codeOf: Readonly<Record<Issue['code'], string>> = {
  invalid_type: 'WrongType', too_big: 'TooLong', too_small: 'TooShort', invalid_format: 'WrongFormat', not_multiple_of: 'WrongFormat',
  unrecognized_keys: 'UnknownField', invalid_union: 'WrongFormat', invalid_key: 'WrongFormat', invalid_element: 'WrongFormat',
  invalid_value: 'NotInList', custom: 'WrongFormat',
};

/** Issues of zod in our own codes; a schema's own message in PascalCase is the code. The first of each path, at most 50. */
export function inputIssues(error: z.ZodError): InputIssue[] {
  const byPath = new Map<string, InputIssue>();
  for (const issue of error.issues.flatMap(inOurWords)) {
    if (!byPath.has(issue.path)) byPath.set(issue.path, issue);
  }
  return [...byPath.values()].slice(0, 50);
}

/** The refusal an input gets that does not fit its schema. */
export function invalidInput(error: z.ZodError): Refusal {
  return { code: 'InvalidInput', issues: inputIssues(error) };
}

function inOurWords(issue: Issue): InputIssue[] {
  const at = issue.path.map(String).join('.');
  switch (issue.code) {
    case 'unrecognized_keys': return issue.keys.slice(0, 10).map((key) => ({ path: [...issue.path, key.slice(0, 60)].map(String).join('.'), code: 'UnknownField' }));
    case 'too_small': case 'too_big': {
      const numeric = issue.origin === 'number' || issue.origin === 'int' || issue.origin === 'bigint';
      const bound = issue.code === 'too_small' ? { min: Number(issue.minimum) } : { max: Number(issue.maximum) };
      const missing = issue.code === 'too_small' && issue.origin === 'string' && Number(issue.minimum) === 1;
      return [{ path: at, code: numeric ? 'OutOfRange' : missing ? 'Missing' : codeOf[issue.code], ...bound }];
    }
    case 'invalid_type': return [{ path: at, code: issue.input === undefined && /received undefined$/.test(issue.message) ? 'Missing' : 'WrongType', expected: issue.expected }];
    case 'invalid_value': return [ownCode(issue) ? { path: at, code: ownCode(issue) ?? '' } : { path: at, code: 'NotInList', allowed: issue.values.slice(0, 20).map(String) }];
    default: return [{ path: at, code: ownCode(issue) ?? codeOf[issue.code], ...('params' in issue ? issue.params : {}) }];
  }
}

function ownCode(issue: Issue): string | undefined {
  return /^[A-Z][A-Za-z]{2,60}$/.test(issue.message) ? issue.message : undefined;
}
