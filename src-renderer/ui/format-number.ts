/** A measure with the decimal sign of the language: `36,8` in Vietnamese, `36.8` in English. */
export function formatNumber(value: number, language: string): string {
  return language === 'vi' ? String(value).replace('.', ',') : String(value);
}
