import { formatDate } from '../../src-shared/domain/common/format-date.ts';
import { parseTypedDate, type DateRules } from './parse-typed-date.ts';
import { parseTypedNumber } from './parse-typed-number.ts';

/** Rewrites a date that was understood as dd/mm/yyyy when its field is left; anything else stays as typed. */
export function tidyDate(rules: DateRules): (typed: string) => string {
  return (typed) => {
    const read = parseTypedDate(typed, rules);
    return 'date' in read ? formatDate(read.date) : typed;
  };
}

/** Gives a number that was understood the decimal sign of the language when its field is left. */
export function tidyNumber(language: string): (typed: string) => string {
  return (typed) => {
    const read = parseTypedNumber(typed, { decimals: 9 });
    if (!('value' in read)) return typed;
    return language === 'vi' ? typed.trim().replace('.', ',') : typed.trim().replace(',', '.');
  };
}

/** `7h`, `7:30`, `07h30`, `0730` as `07:30`; anything else as typed. */
export function tidyTime(typed: string): string {
  const read = /^(\d{1,2})(?:\s*[:hg.]\s*(\d{2})?)?$|^(\d{2})(\d{2})$/i.exec(typed.trim());
  if (!read) return typed;
  const [hours, minutes] = [Number(read[1] ?? read[3]), Number(read[2] ?? read[4] ?? 0)];
  return hours > 23 || minutes > 59 ? typed : `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
