import { useState } from 'react';
import type { Refusal } from '../../src-shared/domain/common/refusal.ts';
import { useSession } from '../stores/session-store.ts';
import { errorToFault, type Fault } from './fault.ts';

type Answer = { ok: true } | { ok: false; refusals: Refusal[] };

/** One change that is not an operation on records (an account, the station itself): under way, refused, or broken. */
export interface Change {
  /** The answer where it went through; presses while it runs do nothing. */
  attempt<A extends Answer>(work: () => Promise<A>): Promise<Extract<A, { ok: true }> | undefined>;
  running: boolean; refusals: Refusal[]; fault: Fault | undefined;
}

export function useChange(): Change {
  const [state, setState] = useState<{ running: boolean; refusals: Refusal[]; fault?: Fault }>({ running: false, refusals: [] });
  return {
    running: state.running, refusals: state.refusals, fault: state.fault,
    async attempt(work) {
      if (state.running) return undefined;
      setState({ running: true, refusals: [] });
      try {
        const answer = await work();
        setState({ running: false, refusals: answer.ok ? [] : answer.refusals });
        return answer.ok ? answer as Extract<typeof answer, { ok: true }> : undefined;
      } catch (error) {
        const fault = errorToFault(error);
        if (fault.kind !== 'broken') void useSession.getState().probe();
        setState({ running: false, refusals: [], fault: fault.kind === 'signedOut' ? undefined : fault });
        return undefined;
      }
    },
  };
}
