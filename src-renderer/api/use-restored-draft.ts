import { useEffect, useState } from 'react';
import type { Draft } from '../../src-shared/contract/session.ts';
import { useSession } from '../stores/session-store.ts';
import type { DraftContent } from './use-draft.ts';

export interface Restored<T> { key: string; fields: T; updatedAt: string }
interface Wanted { form: string; /** The very draft that was chosen; empty: the form begins anew, at once. */ key?: string; patientId?: string; encounterId?: string; /** A station has one such form: whichever was left. */ onlyOne?: boolean }

/** Looks for what was left unfinished in this form. `undefined` while looking, `null` when there is none. */
export function useRestoredDraft<T>({ form, key, patientId, encounterId, onlyOne }: Wanted): Restored<T> | null | undefined {
  const [found, setFound] = useState<Restored<T> | null | undefined>(key === '' ? null : undefined);
  const client = useSession((s) => s.client);
  useEffect(() => {
    if (key === '') return;
    let wanted = true;
    client.drafts.list()
      .then((drafts) => { if (wanted) setFound((before) => before !== undefined ? before : pick<T>(drafts, { form, key, patientId, encounterId, onlyOne })); })
      .catch(() => { if (wanted) setFound((before) => before ?? null); });
    return () => { wanted = false; };
  }, [client, form, key, patientId, encounterId, onlyOne]);
  return found;
}

function pick<T>(drafts: Draft[], { form, key, patientId, encounterId, onlyOne }: Wanted): Restored<T> | null {
  const draft = drafts.find((d) => key !== undefined
    ? d.key === key
    : onlyOne ? d.form === form : d.form === form && patientId !== undefined && d.patientId === patientId && d.content.encounterId === encounterId);
  if (!draft || typeof draft.content.fields !== 'object') return null;
  return { key: draft.key, fields: (draft.content as DraftContent<T>).fields, updatedAt: draft.updatedAt };
}
