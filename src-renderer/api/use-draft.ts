import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../stores/session-store.ts';

export type DraftState = { kind: 'nothing' } | { kind: 'keeping' } | { kind: 'kept'; at: string } | { kind: 'failed' };
/** What a draft row keeps of a form: its fields as typed, and what names it in the list of unfinished forms. */
export interface DraftContent<T> extends Record<string, unknown> { fields: T; title: string; encounterId?: string }

const TYPING_PAUSE_MS = 600;
const TRY_AGAIN_MS = 2000;

interface DraftSource<T> { key: string; form: string; patientId?: string; content: DraftContent<T>; /** The person has typed something. */ touched: boolean; restoredAt?: string }

/**
 * Keeps a half-written form in the station at each typing pause, when the page is left and when it is hidden. `finish`
 * ends it: the record was saved or the form thrown away, and no late save may bring the draft back.
 */
export function useDraft<T>({ key, form, patientId, content, touched, restoredAt }: DraftSource<T>): { state: DraftState; finish(): Promise<void> } {
  const [state, setState] = useState<DraftState>(restoredAt ? { kind: 'kept', at: restoredAt } : { kind: 'nothing' });
  const written = JSON.stringify(content);
  const work = useRef({ keptText: restoredAt ? written : '', finished: false, saving: Promise.resolve(), stored: restoredAt !== undefined });
  const newest = useRef(written);
  useEffect(() => { newest.current = written; });

  const keep = useCallback((): Promise<void> => {
    const { current } = work;
    const text = newest.current;
    if (current.finished || text === current.keptText) return current.saving;
    current.saving = current.saving.then(async () => {
      if (current.finished) return;
      try {
        const { updatedAt } = await useSession.getState().client.drafts.save({ key, form, patientId, content: JSON.parse(text) as Record<string, unknown> });
        current.keptText = text;
        current.stored = true;
        setState({ kind: 'kept', at: updatedAt });
      } catch {
        setState({ kind: 'failed' });
      }
    });
    return current.saving;
  }, [key, form, patientId]);

  useEffect(() => {
    if (!touched || written === work.current.keptText) return;
    setState((s) => (s.kind === 'failed' ? s : { kind: 'keeping' }));
    const pause = setTimeout(() => { void keep(); }, state.kind === 'failed' ? TRY_AGAIN_MS : TYPING_PAUSE_MS);
    return () => { clearTimeout(pause); };
  }, [touched, written, keep, state.kind]);

  useEffect(() => {
    const atOnce = () => { if (touched) void keep(); };
    window.addEventListener('pagehide', atOnce);
    document.addEventListener('visibilitychange', atOnce);
    return () => {
      window.removeEventListener('pagehide', atOnce);
      document.removeEventListener('visibilitychange', atOnce);
      atOnce();
    };
  }, [touched, keep]);

  const finish = useCallback(async () => {
    const { current } = work;
    current.finished = true;
    await current.saving;
    if (current.stored) await useSession.getState().client.drafts.discard({ key }).catch(() => undefined);
  }, [key]);

  return { state, finish };
}
