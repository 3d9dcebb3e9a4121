import { useEffect, useRef, useState } from 'react';
import type { FirstStartApi } from '../../../src-shared/contract/first-start.ts';
import { useSession } from '../../stores/session-store.ts';

const ASK_AGAIN_MS = 250;

/** Ends the first start: the station that was made takes over this address, and the page asks until it answers. `codeKept`: the recovery code is on paper. */
export function useFinish(client: FirstStartApi): { go(codeKept: boolean): void; waiting: boolean } {
  const [waiting, setWaiting] = useState(false);
  const timer = useRef<ReturnType<typeof setInterval> | undefined>(undefined);
  useEffect(() => () => { clearInterval(timer.current); }, []);
  return {
    waiting,
    go(codeKept) {
      if (timer.current !== undefined) return;
      setWaiting(true);
      void client.finish({ codeKept }).catch(() => undefined);
      timer.current = setInterval(() => { void useSession.getState().probe(); }, ASK_AGAIN_MS);
    },
  };
}
