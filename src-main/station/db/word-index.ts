/** Which rows have which words; found by a word's beginning. Few thousand different words serve tens of thousands of people. */
export interface WordIndex {
  add(row: number, words: readonly string[]): void;
  remove(row: number, words: readonly string[]): void;
  /** Every word that begins so, with its rows. */
  starting(beginning: string): Iterable<{ word: string; rows: ReadonlySet<number> }>;
}

export function createWordIndex(): WordIndex {
  const rowsByWord = new Map<string, Set<number>>();
  return {
    add(row, words) {
      for (const word of words) {
        const rows = rowsByWord.get(word);
        if (rows) rows.add(row); else rowsByWord.set(word, new Set([row]));
      }
    },
    remove(row, words) {
      for (const word of words) {
        const rows = rowsByWord.get(word);
        if (rows?.delete(row) && rows.size === 0) rowsByWord.delete(word);
      }
    },
    *starting(beginning) {
      for (const [word, rows] of rowsByWord) if (word.startsWith(beginning)) yield { word, rows };
    },
  };
}
