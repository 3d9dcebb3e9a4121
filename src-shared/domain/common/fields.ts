import { z } from 'zod';

const controlCharacters = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
/** They turn the direction of what follows: a name could be made to read as another. */
const directionMarks = /[\u202A-\u202E\u2066-\u2069]/;
/** Pasted along from word processors and web pages; nobody sees them. */
const invisible = /[\u00AD\u200B\u2060\uFEFF]/g;

/** No control characters, no halves of surrogate pairs: CouchDB refuses a whole batch for one of those. */
const isPlainText = (s: string) => !controlCharacters.test(s) && !directionMarks.test(s) && s.isWellFormed();

/** Free text: NFC, trimmed, no control characters, at most `max` characters, not empty. */
export const text = (max: number) =>
  z.string().max(max * 4).transform((s) => s.normalize('NFC').trim())
    .pipe(z.string().min(1).max(max).refine(isPlainText, { message: 'ControlCharacters' }));

/** The name of somebody or something: as typed after NFC; inner spaces collapsed, invisible characters left out. */
export const name = z.string().max(800).transform((s) => s.normalize('NFC').replace(invisible, '').trim().replace(/\s+/gu, ' '))
  .pipe(z.string().min(1).max(200).refine((s) => isPlainText(s) && /\p{L}/u.test(s), { message: 'NotAName' }));

/** What a person's name is written with in any language of the country; digits for twins not named yet ("Con bà Lan 2"), brackets and commas for what a list adds. No emoji, no signs. */
const writtenInNames = /^[\p{L}\p{M}\p{N}\u200C\u200D .,'’‘`´()/‐–-]+$/u;

/** A person's name. What was stored under an older rule stays as it is. */
export const personName = name.refine((s) => writtenInNames.test(s), { message: 'NotAName' });

/** True for a day that exists, `YYYY-MM-DD` (31/02 does not). Whether it can be meant is a rule's to say. */
export function isRealDate(s: string): boolean {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(s);
  if (!m) return false;
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Date without time, `YYYY-MM-DD`. */
export const dateOn = z.string().refine(isRealDate, { message: 'NotADate' }).meta({ format: 'date' });

/** Date known to the day, month or year: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export const partialDate = z.string().refine(
  (s) => isRealDate(s) || (/^\d{4}-\d{2}$/.test(s) && isRealDate(`${s}-01`)) || (/^\d{4}$/.test(s) && isRealDate(`${s}-01-01`)),
  { message: 'NotADate' });

/** `<prefix>:<uuid>`. */
export const idOf = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`), { message: 'NotAnId' });

/** One word of a closed list; a missing one is told from a wrong one. */
export const oneOf = <const T extends readonly string[]>(words: T) => z.enum(words, { error: (issue) => (issue.input === undefined ? 'Missing' : undefined) });
