import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP password storage cheat sheet, argon2id: 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const PASSWORD_BYTES = 24;

const toBytes = (password: string): Buffer => Buffer.from(password.normalize('NFC'), 'utf8');

export const hashPassword = (password: string): Promise<string> => hash(toBytes(password), cost);
export const fitsHash = (hashed: string, password: string): Promise<boolean> => verify(hashed, toBytes(password));

/** A password nobody has to remember, printed once. */
export const mintPassword = (): string => randomBytes(PASSWORD_BYTES).toString('base64url');
