import { randomBytes } from 'node:crypto';

/** Stands for `age-encryption`, whose threads and cost are not what is simulated: it opens to whom it is addressed and to nobody else. */
type Stream = ReadableStream<Uint8Array>;
const prefix = { identity: 'AGE-SECRET-KEY-', recipient: 'age1' };
const lineEnd = 10;

export const generateX25519Identity = (): Promise<string> => Promise.resolve(prefix.identity + randomBytes(16).toString('hex'));
export const identityToRecipient = (identity: string): Promise<string> => Promise.resolve(prefix.recipient + identity.slice(prefix.identity.length));

async function* joined(first: Uint8Array, rest: Stream): AsyncGenerator<Uint8Array> {
  yield first;
  for await (const piece of rest as unknown as AsyncIterable<Uint8Array>) yield piece;
}

export class Encrypter {
  #to = '';
  addRecipient(recipient: string): void { this.#to = recipient; }
  setPassphrase(passphrase: string): void { this.#to = `passphrase ${passphrase}`; }
  setScryptWorkFactor(): void { /* costs nothing here */ }
  encrypt(plain: Stream): Promise<Stream> { return Promise.resolve(ReadableStream.from(joined(Buffer.from(`${this.#to}\n`), plain)) as Stream); }
}

export class Decrypter {
  readonly #opens = new Set<string>();
  addIdentity(identity: string): void { this.#opens.add(prefix.recipient + identity.slice(prefix.identity.length)); }
  addPassphrase(passphrase: string): void { this.#opens.add(`passphrase ${passphrase}`); }
  async decrypt(sealed: Stream): Promise<Stream> {
    const pieces: Uint8Array[] = [];
    for await (const piece of sealed as unknown as AsyncIterable<Uint8Array>) pieces.push(piece);
    const whole = Buffer.concat(pieces);
    const at = whole.indexOf(lineEnd);
    if (!this.#opens.has(whole.subarray(0, at).toString())) throw new Error('no identity matched any of the recipients');
    return ReadableStream.from([new Uint8Array(whole.subarray(at + 1))]) as Stream;
  }
}
