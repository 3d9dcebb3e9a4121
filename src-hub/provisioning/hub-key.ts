import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HubProblem } from './hub-problem.ts';

const KEY_BYTES = 32;
export const KEY_FILE = 'hub.key';
const fileOf = (dir: string) => join(dir, KEY_FILE);

/** The key of every file of this hub, made once; refuses to replace one. */
export function createHubKey(dir: string): Buffer {
  const key = randomBytes(KEY_BYTES);
  writeFileSync(fileOf(dir), `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}

export function readHubKey(dir: string): Buffer {
  if (!existsSync(fileOf(dir))) throw new HubProblem('NoKey', `${fileOf(dir)} is missing; without it the hub's files cannot be opened`);
  const key = Buffer.from(readFileSync(fileOf(dir), 'utf8').trim(), 'hex');
  if (key.length !== KEY_BYTES) throw new HubProblem('NoKey', `${fileOf(dir)} is not a key`);
  return key;
}
