/** A number as people type it: `36,8` = `36.8`; no thousands signs (they would be ambiguous). `undefined` when it is not one. */
export function parseDecimal(typed: string): number | undefined {
  const trimmed = typed.trim();
  return /^[+-]?\d{1,12}([.,]\d{1,9})?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : undefined;
}

/** Shown with a decimal comma: `36.8` → `36,8`. */
export function formatDecimal(value: number, decimals?: number): string {
  return (decimals === undefined ? String(value) : value.toFixed(decimals)).replace('.', ',');
}
