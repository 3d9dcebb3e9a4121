import { describe, expect, it } from 'vitest';
import { en } from '../../../src-renderer/i18n/en/index.ts';
import { vi } from '../../../src-renderer/i18n/vi/index.ts';

const allOf = (words: unknown): string[] => (typeof words === 'string' ? [words] : words !== null && typeof words === 'object' ? Object.values(words).flatMap(allOf) : []);
/** What a sentence quotes that is no button or heading: figures of speech, and what is filled in. */
const figures = /\{\{|^(received|đã nhận|the district holds (it|everything)|huyện đã nhận( đủ)?|from|to|từ ngày|đến ngày|csv utf-8)$/i;

describe('words in quotation marks', () => {
  it.each([['vi', vi], ['en', en]] as const)('[SCR61] what %s tells people to press or open is called so on the screen', (_language, words) => {
    const said = allOf(words);
    const names = new Set(said.map((one) => one.toLowerCase()));
    const quoted = said.flatMap((sentence) => [...sentence.matchAll(/“([^”]+)”/g)].map(([, word = '']) => word)).filter((word) => !figures.test(word));
    expect(quoted.length).toBeGreaterThan(10);
    expect(quoted.filter((word) => !names.has(word.toLowerCase()) && ![...names].some((name) => name.endsWith(`: ${word.toLowerCase()}`)))).toEqual([]);
  });
});
