import { useEffect, useState } from 'react';
import type { Stick } from '../../../src-shared/contract/queries.ts';
import { useSession } from '../../stores/session-store.ts';

const askEveryMs = 3000;

/** What is plugged in, soon after it is; nothing while nobody knows. */
export function useSticks(): Stick[] {
  const client = useSession((state) => state.client);
  const [sticks, setSticks] = useState<Stick[]>([]);
  useEffect(() => {
    const look = () => { client.backups.sticks().then(setSticks, () => undefined); };
    look();
    const timer = setInterval(look, askEveryMs);
    return () => { clearInterval(timer); };
  }, [client]);
  return sticks;
}
