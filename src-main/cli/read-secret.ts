import { readFileSync } from 'node:fs';
import { UsageError } from './verb.ts';

/** Secrets come from the environment or a file, never from the command line, which every process of the machine can read. */
export function readSecret(variable: string, file: string | undefined, what: string): string {
  const secret = findSecret(variable, file);
  if (secret === undefined) throw new UsageError(`${what} is missing: set ${variable}`);
  return secret;
}

export function findSecret(variable: string, file?: string): string | undefined {
  if (file !== undefined) return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  const value = process.env[variable];
  return value === undefined || value === '' ? undefined : value;
}
