import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

/** Every file below a directory, or the file itself, but for the reserve of a store: noise that is never written again, and large. */
export function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).filter((name) => !name.endsWith('-reserve')).flatMap((name) => filesBelow(join(path, name)));
}

/** As base64 it lies at one of three offsets; the first and last letters depend on the neighbours and are left out. */
const base64Forms = (bytes: Buffer): Buffer[] => [0, 1, 2].map((offset) => {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64').replaceAll('=', '');
  return Buffer.from(text.slice(offset === 0 ? 0 : offset + 1, text.length - 2), 'latin1');
});

/** The ways a word may lie in a file: UTF-8, UTF-16 of both ends, base64 and hex of those, escaped as JSON or an address, composed and not. */
export function formsOf(word: string): { form: string; bytes: Buffer }[] {
  return [...new Set([word.normalize('NFC'), word.normalize('NFD'), word.normalize('NFC').toLowerCase(), word.normalize('NFC').toUpperCase()])].flatMap((text) => {
    const [utf8, utf16le] = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
    const utf16be = Buffer.from(utf16le).swap16();
    const escaped = [...text].map((letter) => (letter.charCodeAt(0) < 128 ? letter : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)).join('');
    return [
      { form: 'UTF-8', bytes: utf8 }, { form: 'UTF-16LE', bytes: utf16le }, { form: 'UTF-16BE', bytes: utf16be }, { form: 'hex', bytes: Buffer.from(utf8.toString('hex'), 'latin1') },
      { form: 'JSON', bytes: Buffer.from(escaped, 'latin1') }, { form: 'URL', bytes: Buffer.from(encodeURIComponent(text), 'latin1') },
      ...[utf8, utf16le].flatMap(base64Forms).map((bytes) => ({ form: 'base64', bytes })),
    ];
  });
}

/** Where any of the words lies in any of the files, in any form. */
export function findPlaintext(places: readonly string[], words: readonly string[]): { file: string; word: string; form: string }[] {
  const wanted = words.flatMap((word) => formsOf(word).map((form) => ({ word, ...form })));
  return places.flatMap((place) => filesBelow(place).flatMap((file) => {
    const content = readFileSync(file);
    return wanted.filter(({ bytes }) => content.includes(bytes)).map(({ word, form }) => ({ file: relative(place, file) || basename(file), word, form }));
  }));
}
