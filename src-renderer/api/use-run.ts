import { useRef, useState } from 'react';
import type { OperationInput, OperationName, OperationResult } from '../../src-shared/contract/operations.ts';
import type { Refusal } from '../../src-shared/domain/common/refusal.ts';
import { useSession } from '../stores/session-store.ts';
import { errorToFault, type Fault } from './fault.ts';

/** What became of an attempt: saved, refused by a rule, or not known to be saved. */
export interface Run<N extends OperationName> {
  /** `undefined` when refused, broken, or when an attempt with this key is still under way or done. */
  run(input: OperationInput<N>): Promise<(OperationResult & { /** The first attempt had been saved with other content. */ changedSince: boolean }) | undefined>;
  running: boolean;
  refusals: Refusal[];
  fault: Fault | undefined;
  clear(): void;
}

/** Runs one operation under one idempotency key; more presses while it runs, or after it is done, do nothing. */
export function useRun<N extends OperationName>(operation: N, key: string): Run<N> {
  const [state, setState] = useState<{ running: boolean; refusals: Refusal[]; fault?: Fault }>({ running: false, refusals: [] });
  const busy = useRef(false);
  const doneKey = useRef<string | undefined>(undefined);
  /** What the first attempt whose answer never came had sent. */
  const unanswered = useRef<string | undefined>(undefined);

  const run: Run<N>['run'] = async (input) => {
    if (busy.current || doneKey.current === key) return undefined;
    busy.current = true;
    setState({ running: true, refusals: [] });
    const sent = JSON.stringify(input);
    try {
      const answer = await useSession.getState().client.run({ operation, key, input });
      if (!answer.ok) {
        setState({ running: false, refusals: answer.refusals });
        return undefined;
      }
      doneKey.current = key;
      setState({ running: false, refusals: [] });
      const changedSince = answer.result.already && unanswered.current !== undefined && unanswered.current !== sent;
      return { ...answer.result, changedSince };
    } catch (error) {
      const fault = errorToFault(error);
      if (fault.kind === 'unreachable') unanswered.current ??= sent;
      if (fault.kind !== 'broken') void useSession.getState().probe();
      setState({ running: false, refusals: [], fault: fault.kind === 'signedOut' ? undefined : fault });
      return undefined;
    } finally {
      busy.current = false;
    }
  };

  return { run, running: state.running, refusals: state.refusals, fault: state.fault, clear: () => { setState({ running: false, refusals: [] }); } };
}
