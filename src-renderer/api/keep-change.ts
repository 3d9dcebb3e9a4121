import { useSession } from '../stores/session-store.ts';
import { mintKey } from '../ui/mint-key.ts';
import type { DraftContent } from './use-draft.ts';

/**
 * An earlier attempt had been saved before the form was changed: what was typed since becomes a half-written change of the
 * record it made. Answers the key of that form.
 */
export async function keepChange<T>(change: { form: 'amend' | 'editPerson'; patientId: string; content: DraftContent<T> }): Promise<string> {
  const key = mintKey();
  await useSession.getState().client.drafts.save({ key, ...change });
  return key;
}
