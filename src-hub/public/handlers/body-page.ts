/** The least and the most documents of one read, and the characters it is to have: each document may be as large as one can be. */
const [LEAST, MOST] = [8, 500];
const CHARACTERS = 4 * 1024 * 1024;
/** Not at once from the least to the most: the next ones may be larger. */
const GROWTH = 4;

/** How many documents to read at once with their bodies, by how large the last ones were. */
export interface BodyPage { size(): number; /** So many documents made so many characters. */ read(documents: number, characters: number): void }

export function createBodyPage(): BodyPage {
  let size = LEAST;
  return {
    size: () => size,
    read(documents, characters) {
      if (documents === 0) return;
      const fitting = Math.floor((CHARACTERS * documents) / Math.max(1, characters));
      size = Math.max(LEAST, Math.min(MOST, fitting, size * GROWTH));
    },
  };
}
