import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileDurably } from '../accounts/write-file-durably.ts';

/** Browsers remembered at most; the oldest is forgotten first. */
const mostRemembered = 40;
const passFile = z.array(z.string()).max(1000);

/**
 * Which browsers may knock at all (decision 18). The address printed carries a token that lets exactly one in; that browser then
 * holds a pass in a cookie, kept here as a hash so that a restart does not shut it out. A pass is not a sign-in.
 */
export interface DoorPasses {
  /** The token of the printed address; a new one each time, valid once. */
  mintToken(): string;
  /** The pass for a token not used before. */
  tradeToken(token: string): string | undefined;
  isKnown(pass: string): boolean;
  /** From now on, the passes known so far included, they outlive this process there. */
  keepIn(dir: string): void;
}

/** `undefined` = in memory, until `keepIn` says where. */
export function createDoorPasses(dir: string | undefined): DoorPasses {
  let file = dir === undefined ? undefined : fileIn(dir);
  let known = file === undefined ? [] : readPasses(file);
  let tokens: string[] = [];
  return {
    mintToken() {
      const token = randomBytes(24).toString('base64url');
      tokens = [...tokens.slice(-9), hash(token)];
      return token;
    },
    tradeToken(token) {
      const given = hash(token);
      const left = tokens.filter((waiting) => !isSame(waiting, given));
      if (left.length === tokens.length) return undefined;
      tokens = left;
      const pass = randomBytes(32).toString('base64url');
      known = [...known, hash(pass)].slice(-mostRemembered);
      if (file !== undefined) writeFileDurably(file, JSON.stringify(known));
      return pass;
    },
    isKnown(pass) {
      const given = hash(pass);
      return known.some((one) => isSame(one, given));
    },
    keepIn(directory) {
      file = fileIn(directory);
      known = [...new Set([...readPasses(file), ...known])].slice(-mostRemembered);
      writeFileDurably(file, JSON.stringify(known));
    },
  };
}

const fileIn = (dir: string): string => join(dir, 'door.json');
const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
const isSame = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

function readPasses(file: string): string[] {
  if (!existsSync(file)) return [];
  try { return passFile.parse(JSON.parse(readFileSync(file, 'utf8'))); } catch { return []; }
}
