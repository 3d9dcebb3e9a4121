import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../../src-renderer/i18n/en/index.ts';
import { vi } from '../../../src-renderer/i18n/vi/index.ts';
import { commonRefusals, issueCodes, ownRefusals, warningCodes } from '../../../src-shared/contract/refusal-codes.ts';
import { accessActions } from '../../../src-shared/contract/hub-api.ts';
import { findHardCodedWords } from './find-hard-coded-words.ts';

const root = join(import.meta.dirname, '../../..');
type Tree = { readonly [key: string]: string | readonly string[] | Tree };

/** `people.count_other` → its words, every leaf. */
function leaves(tree: Tree, path = ''): Map<string, string> {
  return new Map(Object.entries(tree).flatMap(([key, value]) => {
    const at = path ? `${path}.${key}` : key;
    return typeof value === 'string' ? [[at, value] as const] : [...leaves(value as Tree, at)];
  }));
}
/** Plural forms apart: Vietnamese has one, English two. */
const base = (key: string) => key.replace(/_(one|other)$/, '');
const placeholders = (words: string) => [...new Set([...words.matchAll(/\{\{\s*(\w+)/g)].map((m) => m[1]))].sort();
const sources = (folder: string, ends: RegExp) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => ends.test(name)).map((name) => join(root, folder, name));

const [vietnamese, english] = [leaves(vi), leaves(en)];

describe('words', () => {
  it('[SCR1] Vietnamese and English have the same keys', () => {
    expect([...new Set([...english.keys()].map(base))].sort()).toEqual([...new Set([...vietnamese.keys()].map(base))].sort());
  });

  it('[SCR1] every line of the access log has words', () => {
    for (const action of accessActions) expect([action, vietnamese.has(`review.access.${action}`), english.has(`review.access.${action}`)]).toEqual([action, true, true]);
  });

  it('[SCR1] every counted English key has both its forms', () => {
    const counted = [...english.keys()].filter((key) => key.endsWith('_other'));
    expect(counted.length).toBeGreaterThan(10);
    expect(counted.filter((key) => !english.has(key.replace(/_other$/, '_one')))).toEqual([]);
  });

  it('[SCR1] both languages put the same facts into a sentence', () => {
    const differing = [...english].filter(([key, words]) => {
      const other = vietnamese.get(key) ?? vietnamese.get(`${base(key)}_other`) ?? '';
      return placeholders(words).join() !== placeholders(other).join();
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('[SCR1] nothing is left empty, and Vietnamese is composed (NFC)', () => {
    expect([...vietnamese, ...english].filter(([, words]) => words.trim() === '' || words !== words.normalize('NFC'))).toEqual([]);
  });

  it('[SCR1] no words lie about that nothing says', () => {
    const said = sources('src-renderer', /\.tsx?$/).filter((file) => !file.includes('i18n')).map((file) => readFileSync(file, 'utf8')).join('\n');
    const byCode = /^(refusals|review\.(fields|problems|refusals)|warnings|issues|problems|tiers|truth|stocktake\.fields|sync\.(fields|collections|deniedReasons|precisions|statuses)|formNames|imports\.(fields|problems|added|already|there|likely|refused|wouldAdd)|help\.(journeys|events)|practice\.cards)\b/;
    const unsaid = [...vietnamese.keys()].map(base).filter((key) => !byCode.test(key) && !said.includes(`'${key}'`) && !said.includes(`\`${key.slice(0, key.lastIndexOf('.'))}.\${`));
    expect(unsaid).toEqual([]);
  });

  it('[SCR2] no visible word is written into a screen', () => {
    const files = sources('src-renderer', /\.tsx$/);
    expect(files.length).toBeGreaterThan(40);
    expect(files.flatMap((file) => findHardCodedWords(readFileSync(file, 'utf8'), file))).toEqual([]);
  });

  it('[SCR2] a planted word is caught, in a tag, an attribute, an expression and anywhere with Vietnamese letters', () => {
    const planted = '<div><p>Hello there</p><input placeholder="Find" aria-label={`Close ${x}`} title={y ? "Yes" : t("no")} /></div>; const said = "Đã lưu";';
    expect(findHardCodedWords(`export const A = () => ${planted}`, 'A.tsx').map((found) => found.replace(/^.*: /, '')).sort()).toEqual(['Close ', 'Find', 'Hello there', 'Yes', 'Đã lưu']);
  });

  it('[SCR3] every refusal of every operation, every warning and every issue of an input has words', () => {
    const refusals = [...commonRefusals, ...Object.values(ownRefusals).flat()];
    const wanted = [...refusals.map((code) => `refusals.${code}`), ...warningCodes.map((code) => `warnings.${code}`), ...issueCodes.map((code) => `issues.${code}`)];
    expect(wanted.filter((key) => !vietnamese.has(key))).toEqual([]);
  });

  it('[SCR3] every code the rules and the station’s operations can give has words', () => {
    const codes = new Set(['src-shared/domain', 'src-main/station/operations', 'src-main/station/sync'].flatMap((folder) => sources(folder, /\.ts$/)).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bcode: '([A-Z][a-z]+(?:[A-Z][a-z]+)+)'/g)].map((m) => m[1] ?? '')));
    expect(codes.size).toBeGreaterThan(40);
    expect([...codes].filter((code) => !['refusals', 'warnings', 'review.refusals', 'review.problems', 'maternal.alerts'].some((group) => vietnamese.has(`${group}.${code}`)))).toEqual([]);
  });
});
