/** Rows of a CSV text as spreadsheets write it: `,`, `;` or tab between cells (whichever the first line has most of), quotes doubled inside quotes. Empty lines are left out. */
export function parseCsv(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '').normalize('NFC');
  const first = plain.slice(0, plain.search(/\r|\n|$/));
  const between = [';', '\t', ','].reduce((best, sign) => (first.split(sign).length > first.split(best).length ? sign : best), ',');
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => { row.push(cell.trim()); cell = ''; };
  const endRow = () => { endCell(); if (row.some((one) => one !== '')) rows.push(row); row = []; };
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (plain[at + 1] === '"') { cell += '"'; at += 1; } else quoted = false;
    } else if (sign === '"' && cell.trim() === '') { quoted = true; cell = ''; }
    else if (sign === between) endCell();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  endRow();
  return rows;
}
