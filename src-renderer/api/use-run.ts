import { useState } from 'react';
import type { OperationInput, OperationName, OperationResult } from '../../src-shared/contract/operations.ts';
import type { Refusal } from '../../src-shared/domain/common/refusal.ts';
import { useSession } from '../stores/session-store.ts';
import type { Fault } from './fault.ts';
import { createOneRun } from './one-run.ts';

/** What became of an attempt: saved, refused by a rule, or not known to be saved. */
export interface Run<N extends OperationName> {
  /** `undefined` when refused, broken, or when an attempt with this key is still under way or done. */
  run(input: OperationInput<N>): Promise<(OperationResult & { /** An earlier attempt whose answer was lost is what was saved; the form has changed since. */ changedSince: boolean }) | undefined>;
  running: boolean;
  refusals: Refusal[];
  fault: Fault | undefined;
}

/** Runs one operation under one idempotency key; more presses while it runs, or after it is done, do nothing. */
export function useRun<N extends OperationName>(operation: N, key: string): Run<N> {
  const [one] = useState(createOneRun<OperationInput<N>>);
  const [state, setState] = useState<{ running: boolean; refusals: Refusal[]; fault?: Fault }>({ running: false, refusals: [] });
  const run: Run<N>['run'] = async (input) => {
    const outcome = await one.attempt(key, input, (sent) => {
      setState({ running: true, refusals: [] });
      return useSession.getState().client.run({ operation, key, input: sent });
    });
    switch (outcome.kind) {
      case 'ignored': return undefined;
      case 'saved': setState({ running: false, refusals: [] }); return { ...outcome.result, changedSince: outcome.changedSince };
      case 'refused': setState({ running: false, refusals: outcome.refusals }); return undefined;
      case 'fault': {
        const { fault } = outcome;
        if (fault.kind !== 'broken') void useSession.getState().probe();
        setState({ running: false, refusals: [], fault: fault.kind === 'signedOut' ? undefined : fault });
        return undefined;
      }
    }
  };
  return { run, running: state.running, refusals: state.refusals, fault: state.fault };
}
