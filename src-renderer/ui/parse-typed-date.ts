import { isRealDate } from '../../src-shared/domain/common/fields.ts';

export type DateProblem = { problem: 'notADate' | 'notAPartialDate' | 'noSuchDay' | 'noSuchMonth' | 'inFuture' | 'tooLongAgo' | 'notAnExpiry'; typed: string };
export type TypedDate = { date: string } | DateProblem | { empty: true };

export interface DateRules {
  /** The month or the year alone is an answer. */
  partial?: boolean;
  /** Later days are refused. */
  today?: string;
  /** Expiry as printed on a box: month and year, or the full date. */
  expiry?: boolean;
}

/** Of what is done at a station. How old a person may be is said by the rule of birth dates, with its limit. */
const OLDEST_YEAR = 1880;

/**
 * A date as people type it → `YYYY-MM-DD` (or `YYYY-MM`, `YYYY` where partial): `15/3/1985`, `15-03-1985`, `15.3.1985`,
 * `15031985`, `3/1985`, `1985`. Two-digit years are not guessed.
 */
export function parseTypedDate(typed: string, rules: DateRules = {}): TypedDate {
  const text = typed.trim().replace(/\s*[/.\-\s]\s*/g, '/');
  if (text === '') return { empty: true };
  const notRead = rules.expiry ? 'notAnExpiry' : rules.partial ? 'notAPartialDate' : 'notADate';
  const compact = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  const parts = compact ? compact.slice(1) : text.split('/');
  if (!parts.every((part) => /^\d+$/.test(part))) return { problem: notRead, typed };

  const [year, month, day] = [...parts].reverse();
  if (year?.length !== 4 || parts.length > 3 || (month?.length ?? 0) > 2 || (day?.length ?? 0) > 2) return { problem: notRead, typed };
  if (!rules.partial && Number(year) < OLDEST_YEAR) return { problem: 'tooLongAgo', typed };
  const wholeDay = day !== undefined;
  if (!wholeDay && !(rules.partial || (rules.expiry && month !== undefined))) return { problem: notRead, typed };
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return { problem: 'noSuchMonth', typed: `${month}/${year}` };

  const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
  if (wholeDay && !isRealDate(date)) return { problem: 'noSuchDay', typed: `${day}/${month ?? ''}/${year}` };
  if (rules.today !== undefined && date > rules.today.slice(0, date.length)) return { problem: 'inFuture', typed };
  return { date };
}
