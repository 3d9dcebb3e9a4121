import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeptCount } from '../../../src-shared/contract/counts.ts';
import type { StocktakeCountRow } from '../../../src-shared/contract/queries.ts';
import type { Refusal } from '../../../src-shared/domain/common/refusal.ts';
import { onLeaving } from '../../api/before-leaving.ts';
import { useSession } from '../../stores/session-store.ts';
import type { CountsOnTheWay } from './count-rows.ts';

const TRY_AGAIN_MS = 2000;

export interface CountKeeper extends CountsOnTheWay {
  /** The station did not answer: what waits is sent again by itself. */
  isLate: boolean;
  refusals: Refusal[];
  keep(lotId: string, counted: number | undefined): void;
}

/** Sends each counted number to the file at once, one after another; what does not get there waits and is sent again. */
export function useCountKeeper(id: string, rows: readonly StocktakeCountRow[]): CountKeeper {
  const [author] = useState(() => useSession.getState().session?.account);
  const queue = useRef(new Map<string, number | undefined>());
  const running = useRef<Promise<void> | undefined>(undefined);
  const [waiting, setWaiting] = useState<ReadonlyMap<string, number | undefined>>(new Map());
  const [kept, setKept] = useState<ReadonlyMap<string, KeptCount>>(new Map());
  const [isLate, setIsLate] = useState(false);
  const [refusals, setRefusals] = useState<Refusal[]>([]);

  const send = useCallback((): Promise<void> => {
    running.current ??= (async () => {
      for (const [lotId, counted] of queue.current) {
        const { session, client } = useSession.getState();
        if (session?.account !== author || session?.state !== 'signedIn') throw new Error('signed out');
        const answer = counted === undefined ? await client.counts.uncount({ id, lotId }) : await client.counts.count({ id, lotId, counted });
        // Typed anew meanwhile: that number is still to be sent.
        const isNewest = queue.current.get(lotId) === counted;
        if (isNewest) queue.current.delete(lotId);
        if (!answer.ok) setRefusals(answer.refusals);
        else { const { kept: now } = answer; setRefusals([]); if (now) setKept((before) => new Map(before).set(lotId, now)); }
        setWaiting(new Map(queue.current));
      }
      setIsLate(false);
    })().catch(() => { setIsLate(true); }).finally(() => { running.current = undefined; });
    return running.current;
  }, [id, author]);

  const shown = kept.size === 0 ? kept : new Map([...kept].filter(([lotId, { at }]) => (rows.find((row) => row.lotId === lotId)?.at ?? '') < at));
  if (shown.size !== kept.size) setKept(shown);

  useEffect(() => onLeaving(send), [send]);
  useEffect(() => {
    if (!isLate) return;
    const again = setInterval(() => { void send(); }, TRY_AGAIN_MS);
    return () => { clearInterval(again); };
  }, [isLate, send]);

  const keep = useCallback((lotId: string, counted: number | undefined) => {
    queue.current.delete(lotId);
    queue.current.set(lotId, counted);
    setWaiting(new Map(queue.current));
    void send().then(() => (queue.current.size > 0 ? send() : undefined));
  }, [send]);
  return { waiting, kept, isLate, refusals, keep };
}
