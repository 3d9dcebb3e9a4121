/** The verb that was likely meant, none where nothing is within two letters of what was typed. */
export function nearestName(typed: readonly string[], names: readonly string[]): string | undefined {
  const near = names.map((name) => ({ name, away: lettersAway(typed.slice(0, name.split(' ').length).join(' '), name) }));
  const [best] = near.filter(({ away }) => away <= 2).sort((a, b) => a.away - b.away);
  return best?.name;
}

/** How many letters must be put in, left out, changed, or exchanged with their neighbour (optimal string alignment). */
function lettersAway(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, at) => at)];
  const cell = (row: number, at: number): number => rows[row]?.[at] ?? Infinity;
  for (let row = 1; row <= from.length; row += 1) {
    rows.push([row]);
    for (let at = 1; at <= to.length; at += 1) {
      const same = from[row - 1] === to[at - 1] ? 0 : 1;
      const exchanged = from[row - 1] === to[at - 2] && from[row - 2] === to[at - 1] ? cell(row - 2, at - 2) + 1 : Infinity;
      rows[row]?.push(Math.min(cell(row - 1, at) + 1, cell(row, at - 1) + 1, cell(row - 1, at - 1) + same, exchanged));
    }
  }
  return cell(from.length, to.length);
}
