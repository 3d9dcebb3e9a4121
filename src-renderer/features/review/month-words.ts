/** `2026-03` → `03/2026`. */
export const formatMonth = (period: string): string => period.replace(/^(\d{4})-(\d{2})$/, '$2/$1');

/** `3/2026`, `03-2026`, `032026`, `2026-03` → `2026-03`; `undefined` for what is no month. */
export function parseTypedMonth(typed: string): string | undefined {
  const text = typed.trim();
  const match = /^(\d{1,2})[/.\-\s]?(\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})$/.exec(text);
  const [month, year] = match ? [match[1], match[2]] : [iso?.[2], iso?.[1]];
  return month === undefined || Number(month) < 1 || Number(month) > 12 ? undefined : `${year ?? ''}-${month.padStart(2, '0')}`;
}
