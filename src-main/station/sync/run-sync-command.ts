import { z } from 'zod';
import type { SyncCommandAnswer } from '../../../src-shared/contract/queries.ts';
import type { Person } from '../accounts/accounts.ts';
import type { OpenStation } from '../station.ts';
import { resolveConflict } from './resolve-conflict.ts';

export const syncCommandInput = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('syncNow') }),
  z.strictObject({ command: z.literal('retryDenied'), id: z.string().max(200) }),
  z.strictObject({ command: z.literal('resolveConflict'), id: z.string().max(400), choose: z.enum(['kept', 'other']), version: z.string().max(200).optional() }),
]);

/** Refusals: `NotEnrolled`, `NotDenied`, those of `resolveConflict`. */
export function runSyncCommand({ db, sync }: Pick<OpenStation, 'db' | 'sync'>, person: Person, input: z.infer<typeof syncCommandInput>): SyncCommandAnswer {
  switch (input.command) {
    case 'syncNow':
      if (sync.hubUrl() === undefined) return { ok: false, refusals: [{ code: 'NotEnrolled' }] };
      // How it went stands in the line; the button only starts it.
      void sync.exchange().catch(() => undefined);
      return { ok: true };
    case 'retryDenied':
      return db.journal.retryDenied(input.id) ? { ok: true } : { ok: false, refusals: [{ code: 'NotDenied', id: input.id }] };
    case 'resolveConflict':
      return resolveConflict(db, person, input);
  }
}
