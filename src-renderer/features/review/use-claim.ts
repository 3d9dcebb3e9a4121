import { useEffect, useState } from 'react';
import { useHub } from '../../stores/hub-store.ts';

/** `displayName`: of the person, where the account has one. */
export interface Claim { account: string; displayName?: string; until: string }

const RENEW_MS = 60_000;

/** Holds a record while its page is open; answers who has it. A page that cannot be asked claims nothing. */
export function useClaim(unit: string, recordId: string, wanted: boolean): Claim | undefined {
  const client = useHub((s) => s.client);
  const [claim, setClaim] = useState<Claim | undefined>();
  useEffect(() => {
    if (!wanted) return;
    let open = true;
    const take = () => { client.claim({ unit, recordId }).then((mine) => { if (open) setClaim(mine); }, () => undefined); };
    take();
    const renewing = setInterval(take, RENEW_MS);
    return () => {
      open = false;
      clearInterval(renewing);
      client.release({ unit, recordId }).catch(() => undefined);
    };
  }, [client, unit, recordId, wanted]);
  return claim;
}
