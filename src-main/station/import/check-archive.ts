import { inflateRawSync } from 'node:zlib';

/** A list of 200,000 rows takes less; a page of XML that packs better than this is not typed by anybody. */
export const MOST_UNPACKED_BYTES = 150_000_000;
/** Rows at the end of a sheet stand within its last bytes. */
const tailBytes = 20_000;

/** Whether an .xlsx file may be unpacked: `bomb` where its parts are larger than any list, `rows` where a sheet says it goes on below `mostRows`, `broken` where it is no whole archive of a spreadsheet. */
export function checkArchive(bytes: Uint8Array, mostRows: number): 'fits' | 'bomb' | 'rows' | 'broken' {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + 22 > file.length) return 'broken';
  let at = file.readUInt32LE(end + 16);
  let left = MOST_UNPACKED_BYTES;
  let isSpreadsheet = false;
  try {
    for (let entries = file.readUInt16LE(end + 10); entries > 0; entries -= 1) {
      if (file.readUInt32LE(at) !== 0x02014b50) return 'broken';
      const [method, packed, nameBytes] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt16LE(at + 28)];
      const local = file.readUInt32LE(at + 42);
      const name = file.toString('utf8', at + 46, at + 46 + nameBytes);
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
      const stored = file.subarray(start, start + packed);
      at += 46 + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
      if (method !== 0 && method !== 8) return 'broken';
      // What an archive says of its size is not believed.
      const content = method === 8 ? inflateRawSync(stored, { maxOutputLength: Math.max(1, left) }) : stored;
      left -= content.length;
      if (left < 0) return 'bomb';
      isSpreadsheet ||= name === 'xl/workbook.xml';
      if (/^xl\/worksheets\/[^/]+\.xml$/.test(name) && lastRow(content) > mostRows) return 'rows';
    }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken';
  }
  return isSpreadsheet ? 'fits' : 'broken';
}

const lastRow = (sheet: Buffer): number => Math.max(0, ...[...sheet.toString('latin1', Math.max(0, sheet.length - tailBytes)).matchAll(/<(?:\w+:)?row [^>]*\br="(\d{1,9})"/g)].map(([, row]) => Number(row)));
