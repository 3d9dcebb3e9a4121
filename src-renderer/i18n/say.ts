import i18next, { type TFunction } from 'i18next';

/** Says words whose key or facts are known only when it runs (a refusal's code, a problem's facts). */
export function say(t: TFunction, key: string, facts: Record<string, unknown> = {}): string {
  return (t as unknown as (key: string, facts: Record<string, unknown>) => string)(key, facts);
}

/** Whether there are words for it. */
export function hasWords(key: string): boolean {
  return i18next.exists(key);
}
