import type { Refusal } from '../../src-shared/domain/common/refusal.ts';

/** Longest line taken; what is longer is passed over without being kept. */
export const maxLineBytes = 1_000_000;

export interface SplitLine { line: number; text: string; problem?: Refusal }

/** Lines of UTF-8 text by number from 1, `\n` or `\r\n`, in bounded memory whatever the input. */
export async function* splitLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<SplitLine> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let line = 1;
  const take = (): SplitLine => {
    const tooLong = length > maxLineBytes;
    const bytes = tooLong ? new Uint8Array() : Buffer.concat(parts);
    parts = [];
    length = 0;
    const number = line++;
    if (tooLong) return { line: number, text: '', problem: { code: 'LineTooLong', maxBytes: maxLineBytes } };
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return { line: number, text: text.endsWith('\r') ? text.slice(0, -1) : text };
    } catch {
      return { line: number, text: '', problem: { code: 'NotUtf8' } };
    }
  };
  const add = (part: Uint8Array) => {
    length += part.length;
    if (length > maxLineBytes) parts = []; else parts.push(part);
  };
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(10, start); end >= 0; end = chunk.indexOf(10, start)) {
      add(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (length > 0) yield take();
}
