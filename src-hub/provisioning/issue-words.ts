import type { z } from 'zod';

const kinds: Readonly<Record<string, string>> = { string: 'text', number: 'a number', array: 'a list', object: 'an object in braces', boolean: 'true or false' };
/** Rules of the domain carry a code in place of a sentence. */
const rules: Readonly<Record<string, string>> = { NotADate: 'is no date; one looks like 2026-11-22' };

/** What is wrong with one field of a file somebody wrote, in words of ours. */
export function issueWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type': return /received undefined/.test(issue.message) ? 'is missing' : `should be ${kinds[issue.expected] ?? issue.expected}`;
    case 'unrecognized_keys': return `has fields that are not known: ${issue.keys.join(', ')}`;
    case 'invalid_value': return `is one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format': return rules[issue.message] ?? 'does not have the form it should have';
    case 'too_small': return issue.origin === 'string' || issue.origin === 'array' ? 'is empty or too short' : `is less than ${issue.minimum}`;
    case 'too_big': return issue.origin === 'string' || issue.origin === 'array' ? `is longer than ${issue.maximum}` : `is more than ${issue.maximum}`;
    default: return rules[issue.message] ?? issue.message;
  }
}
