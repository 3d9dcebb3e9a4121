import { createHash } from 'node:crypto';
import { Readable, pipeline } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { createGzip } from 'node:zlib';
import { Encrypter } from 'age-encryption';
import type { BundleHeader } from './bundle-header.ts';
import { magic } from './bundle-header.ts';
import { signDigest } from './bundle-keys.ts';

/** Whom only it opens to: an age recipient, or whoever shares a passphrase as long as a key. */
export type Addressee = { recipient: string } | { passphrase: string };
export interface SealInput { header: BundleHeader; /** JSON values, one a line. */ content: Iterable<unknown> | AsyncIterable<unknown>; to: Addressee; signingPrivate: string }

/** The passphrase is random and long: stretching it would only cost time. */
const scryptLogN = 10;
const gzipLevel = 6;

/**
 * A bundle's bytes, as they come: label, then gzip within age, then the signature over all before it. Never all in memory.
 * Inside, the label is repeated, so that nobody can put another one around it.
 */
export async function* sealBundle({ header, content, to, signingPrivate }: SealInput): AsyncGenerator<Uint8Array, void> {
  const label = JSON.stringify(header);
  const hash = createHash('sha256');
  const head = Buffer.from(`${magic}\n${label}\n`);
  hash.update(head);
  yield head;
  const encrypter = new Encrypter();
  if ('recipient' in to) encrypter.addRecipient(to.recipient);
  else {
    encrypter.setPassphrase(to.passphrase);
    encrypter.setScryptWorkFactor(scryptLogN);
  }
  const source = Readable.from(linesOf(label, content));
  const packed = createGzip({ level: gzipLevel });
  // A fault of the source ends `packed` with the same fault.
  pipeline(source, packed, () => undefined);
  try {
    const sealed = await encrypter.encrypt(Readable.toWeb(packed) as unknown as ReadableStream<Uint8Array>);
    for await (const piece of sealed as unknown as WebStream<Uint8Array>) {
      hash.update(piece);
      yield piece;
    }
    yield signDigest(hash.digest(), signingPrivate);
  } finally {
    source.destroy();
    packed.destroy();
  }
}

async function* linesOf(label: string, content: SealInput['content']): AsyncGenerator<string, void> {
  yield `${label}\n`;
  for await (const value of content) yield `${JSON.stringify(value)}\n`;
}
