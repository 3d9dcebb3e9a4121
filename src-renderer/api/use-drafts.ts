import { useEffect, useState } from 'react';
import type { Draft } from '../../src-shared/contract/session.ts';
import { useSession } from '../stores/session-store.ts';

/** The half-written forms of the person at work; `undefined` while they are asked for. */
export function useDrafts(): Draft[] | undefined {
  const client = useSession((s) => s.client);
  const [drafts, setDrafts] = useState<Draft[] | undefined>();
  useEffect(() => {
    let wanted = true;
    client.drafts.list().then((list) => { if (wanted) setDrafts(list); }, () => undefined);
    return () => { wanted = false; };
  }, [client]);
  return drafts;
}
