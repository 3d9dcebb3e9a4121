import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { createGunzip } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import { magic, parseHeader } from './bundle-header.ts';
import type { BundleHeader } from './bundle-header.ts';
import { isSigned, signatureBytes } from './bundle-keys.ts';
import { BundleProblem } from './bundle-problem.ts';

export interface BundleFile { file: string; header: BundleHeader; /** The header as it stands in the file. */ label: string; contentFrom: number; contentTo: number }

const longestLabel = 8192;
/** One line is one document, or one row of a feed with its leaves. */
const longestLine = 128 * 1024 * 1024;

/** Reads the label. @throws BundleProblem where the file is no bundle; the file system's own errors. */
export async function openBundle(file: string): Promise<BundleFile> {
  const handle = await open(file, 'r');
  try {
    const found = await handle.stat();
    if (found.isDirectory()) throw Object.assign(new Error(`EISDIR: ${file}`), { code: 'EISDIR', syscall: 'read', path: file });
    const { size } = found;
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(longestLabel), 0, longestLabel, 0);
    const text = buffer.subarray(0, bytesRead).toString('utf8');
    const first = text.indexOf('\n');
    const word = text.slice(0, Math.max(0, first));
    if (word !== magic) {
      if (/^tramxa-bundle \d+$/.test(word)) throw new BundleProblem('BundleNewer', 'this bundle was made by a newer version of the program');
      throw new BundleProblem('BundleForeign', 'this file is not a bundle of a station or hub');
    }
    const second = text.indexOf('\n', first + 1);
    if (second < 0) throw new BundleProblem('BundleDamaged', 'the label of this file cannot be read');
    const label = text.slice(first + 1, second);
    const header = parseHeader(label);
    const contentFrom = Buffer.byteLength(text.slice(0, second + 1));
    if (size < contentFrom + signatureBytes) throw cutShort();
    return { file, header, label, contentFrom, contentTo: size - signatureBytes };
  } finally {
    await handle.close();
  }
}

const cutShort = () => new BundleProblem('BundleDamaged', 'the file is damaged or was cut short; copy it again from where it was made');

/** The whole file is as `signingKey` signed it. @throws BundleProblem `BundleDamaged`. */
export async function checkBundle({ file, contentTo }: BundleFile, signingKey: string): Promise<void> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file, { end: contentTo - 1, highWaterMark: 1024 * 1024 })) hash.update(piece as Buffer);
  const tail: Buffer[] = [];
  for await (const piece of createReadStream(file, { start: contentTo })) tail.push(piece as Buffer);
  if (!isSigned(hash.digest(), Buffer.concat(tail), signingKey)) throw cutShort();
}

/** The values of a checked bundle, in order. @throws BundleProblem where none of the keys opens it. */
export async function* readContent({ file, label, contentFrom, contentTo }: BundleFile, keys: { identity?: string; passphrase?: string }): AsyncGenerator<unknown, void> {
  const decrypter = new Decrypter();
  if (keys.identity !== undefined) decrypter.addIdentity(keys.identity);
  if (keys.passphrase !== undefined) decrypter.addPassphrase(keys.passphrase);
  const source = createReadStream(file, { start: contentFrom, end: contentTo - 1 });
  let plain: ReadableStream<Uint8Array>;
  try {
    plain = await decrypter.decrypt(Readable.toWeb(source) as unknown as ReadableStream<Uint8Array>);
  } catch {
    source.destroy();
    throw new BundleProblem('BundleForeign', 'this bundle is sealed for somebody else: it cannot be opened here');
  }
  const opened = Readable.fromWeb(plain as unknown as WebStream<Uint8Array>);
  const unpacked = createGunzip();
  opened.on('error', (error) => unpacked.destroy(error));
  opened.pipe(unpacked);
  let isFirst = true;
  try {
    for await (const line of linesOf(unpacked)) {
      if (isFirst && line !== label) throw new BundleProblem('BundleDamaged', 'the label of this file is not the one it was made with');
      if (!isFirst) yield JSON.parse(line) as unknown;
      isFirst = false;
    }
  } finally {
    opened.destroy();
    unpacked.destroy();
    source.destroy();
  }
}

async function* linesOf(stream: Readable): AsyncGenerator<string, void> {
  let pieces: Buffer[] = [];
  let held = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10, from); at >= 0; at = chunk.indexOf(10, from)) {
      pieces.push(chunk.subarray(from, at));
      yield Buffer.concat(pieces).toString('utf8');
      [pieces, held, from] = [[], 0, at + 1];
    }
    if (from === chunk.length) continue;
    pieces.push(chunk.subarray(from));
    held += chunk.length - from;
    if (held > longestLine) throw new BundleProblem('BundleDamaged', 'a line of this bundle is too long');
  }
}
