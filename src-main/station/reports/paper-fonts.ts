import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Be Vietnam Pro (SIL Open Font License 1.1) comes in parts by script; each letter is drawn from the part that has it. */
export type FontPart = 'latin' | 'vietnamese' | 'latin-ext';
export type FontWeight = 400 | 600;
export interface FontRun { part: FontPart; text: string }

const inRanges = (ranges: readonly (readonly [number, number])[]) => (code: number): boolean => ranges.some(([from, to]) => code >= from && code <= to);
/** As the package says of its own files (`unicode.json`). */
const hasVietnamese = inRanges([[0x102, 0x103], [0x110, 0x111], [0x128, 0x129], [0x168, 0x169], [0x1a0, 0x1a1], [0x1af, 0x1b0], [0x300, 0x301], [0x303, 0x303], [0x309, 0x309], [0x323, 0x323], [0x1ea0, 0x1ef9], [0x20ab, 0x20ab]]);
const hasLatin = inRanges([[0x20, 0x7e], [0xa0, 0xff], [0x131, 0x131], [0x152, 0x153], [0x2013, 0x2014], [0x2018, 0x201a], [0x201c, 0x201e], [0x2022, 0x2022], [0x2026, 0x2026], [0x20ac, 0x20ac]]);
const hasExtended = inRanges([[0x100, 0x17f], [0x18f, 0x192], [0x1cd, 0x1dc], [0x218, 0x21b]]);

/** What no part can draw is shown as a question mark, never left out. */
const MISSING = '?';

export function fontRuns(text: string): FontRun[] {
  const runs: FontRun[] = [];
  for (const letter of text.normalize('NFC')) {
    const code = letter.codePointAt(0) ?? 0;
    const part: FontPart = hasLatin(code) ? 'latin' : hasVietnamese(code) ? 'vietnamese' : hasExtended(code) ? 'latin-ext' : 'latin';
    const drawn = part === 'latin' && !hasLatin(code) ? MISSING : letter;
    const last = runs.at(-1);
    if (last?.part === part) last.text += drawn; else runs.push({ part, text: drawn });
  }
  return runs;
}

const require = createRequire(import.meta.url);
const loaded = new Map<string, Buffer>();

/** The bytes of one part, read once. */
export function fontFile(part: FontPart, weight: FontWeight): Buffer {
  const file = `be-vietnam-pro-${part}-${weight}-normal.woff`;
  const known = loaded.get(file);
  if (known) return known;
  const bytes = readFileSync(require.resolve(`@fontsource/be-vietnam-pro/files/${file}`));
  loaded.set(file, bytes);
  return bytes;
}
