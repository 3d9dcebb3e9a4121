/** Rows of people in one posting list: a chunk holds the rows with the same number but for these last bits. */
export const chunkBits = 12;
const rowMask = (1 << chunkBits) - 1;

export const chunkOf = (row: number): number => row >> chunkBits;
export const offsetOf = (row: number): number => row & rowMask;

/** Rows as they lie in the file: their offsets in the chunk, ascending, two bytes each. */
export function unpackRows(bytes: Uint8Array): Uint16Array {
  // A copy: what the driver gives need not begin at an even address.
  return new Uint16Array(bytes.slice().buffer);
}

export function packRows(offsets: Uint16Array): Buffer {
  return Buffer.from(offsets.buffer, offsets.byteOffset, offsets.byteLength);
}

/** The list with these offsets added and those taken away. */
export function changedRows(list: Uint16Array, added: ReadonlySet<number>, removed: ReadonlySet<number>): Uint16Array {
  const news = Uint16Array.from(added).sort();
  // New people come at the end.
  if (removed.size === 0 && (list.at(-1) ?? -1) < (news[0] ?? 0)) {
    const longer = new Uint16Array(list.length + news.length);
    longer.set(list);
    longer.set(news, list.length);
    return longer;
  }
  const rows = new Set(list);
  for (const offset of removed) rows.delete(offset);
  for (const offset of news) rows.add(offset);
  return Uint16Array.from(rows).sort();
}
