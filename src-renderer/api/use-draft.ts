import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../stores/session-store.ts';
import { onLeaving } from './before-leaving.ts';
import { createDraftKeeper, type KeptDraft } from './draft-keeper.ts';
import { noteDraftOfEntry } from './draft-of-entry.ts';
import { Fault } from './fault.ts';
import type { StationClient } from './station-client.ts';

export type DraftState = { kind: 'nothing' } | { kind: 'keeping' } | KeptDraft;
/** What a draft row keeps of a form: its fields as typed, and what names it in the list of unfinished forms. */
export interface DraftContent<T> extends Record<string, unknown> { fields: T; title: string; encounterId?: string }

const TYPING_PAUSE_MS = 600;
const TRY_AGAIN_MS = 2000;

interface DraftSource<T> { key: string; form: string; patientId?: string; content: DraftContent<T>; /** The person has typed something. */ touched: boolean; restoredAt?: string }

/**
 * Keeps a half-written form in the station at each typing pause, when the page is left and when it is hidden. `finish`
 * ends it: the record was saved or the form thrown away.
 */
export function useDraft<T>({ key, form, patientId, content, touched, restoredAt }: DraftSource<T>): { state: DraftState; finish(): Promise<void> } {
  const written = JSON.stringify(content);
  const [state, setState] = useState<DraftState>(restoredAt ? { kind: 'kept', at: restoredAt } : { kind: 'nothing' });
  const [author] = useState(() => useSession.getState().session?.account);
  const [keeper] = useState(() => createDraftKeeper({
    save: (kept) => clientOf(author).drafts.save({ key, form, patientId, content: kept }),
    discard: () => clientOf(author).drafts.discard({ key }),
  }, restoredAt ? written : undefined));
  const newest = useRef({ written, touched });
  useEffect(() => { newest.current = { written, touched }; });

  const keep = useCallback(async () => {
    const { written: text, touched: typed } = newest.current;
    if (!typed) return;
    const kept = await keeper.keep(text);
    if (kept) setState(kept);
  }, [keeper]);

  useEffect(() => { if (touched) noteDraftOfEntry(form, key); }, [touched, form, key]);

  useEffect(() => {
    if (!touched || keeper.isKept(written)) return;
    setState((s) => (s.kind === 'failed' ? s : { kind: 'keeping' }));
    const pause = setTimeout(() => { void keep(); }, TYPING_PAUSE_MS);
    return () => { clearTimeout(pause); };
  }, [touched, written, keeper, keep]);

  useEffect(() => {
    if (state.kind !== 'failed') return;
    const again = setInterval(() => { void keep(); }, TRY_AGAIN_MS);
    return () => { clearInterval(again); };
  }, [state.kind, keep]);

  useEffect(() => {
    const atOnce = () => { void keep(); };
    window.addEventListener('pagehide', atOnce);
    document.addEventListener('visibilitychange', atOnce);
    const stopKeeping = onLeaving(keep);
    return () => {
      stopKeeping();
      window.removeEventListener('pagehide', atOnce);
      document.removeEventListener('visibilitychange', atOnce);
      atOnce();
    };
  }, [keep]);

  return { state, finish: keeper.finish };
}

/** A form is its author's: what is left of it when somebody else has signed in meanwhile is never saved as hers. */
function clientOf(author: string | undefined): StationClient {
  const { session, client } = useSession.getState();
  if (session?.account !== author) throw new Fault('signedOut');
  return client;
}
