import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileDurably } from '../accounts/write-file-durably.ts';

export const preferencesInput = z.strictObject({ language: z.enum(['vi', 'en']).optional(), colorScheme: z.enum(['light', 'dark', 'auto']).optional() });
export type StationPreferences = Required<z.infer<typeof preferencesInput>>;

const usual: StationPreferences = { language: 'vi', colorScheme: 'auto' };

/** Language and colours, kept beside the encrypted file: the sign-in page needs them before anything is open. */
export function createPreferences(dir: string): { get(): StationPreferences; set(change: Partial<StationPreferences>): void } {
  const file = join(dir, 'preferences.json');
  let current = usual;
  if (existsSync(file)) {
    try { current = { ...usual, ...preferencesInput.parse(JSON.parse(readFileSync(file, 'utf8'))) }; } catch { current = usual; }
  }
  return {
    get: () => current,
    set(change) {
      current = { ...current, ...preferencesInput.parse(change) };
      writeFileDurably(file, JSON.stringify(current));
    },
  };
}
