/** A cell as spreadsheets take it; one that begins like a formula is kept from being one. */
function csvCell(value: string | number | undefined): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value !== 'number' ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines of cells as a file: UTF-8 with the mark Excel looks for. */
export const csvText = (lines: readonly (readonly (string | number | undefined)[])[]): string => `\uFEFF${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
