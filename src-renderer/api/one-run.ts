import type { OperationAnswer, OperationResult } from '../../src-shared/contract/operations.ts';
import type { Refusal } from '../../src-shared/domain/common/refusal.ts';
import { errorToFault, type Fault } from './fault.ts';

export type RunOutcome =
  /** An attempt with this key is under way, or done. */
  | { kind: 'ignored' }
  | { kind: 'saved'; result: OperationResult; /** An attempt whose answer was lost had been saved, with other content than now. */ changedSince: boolean }
  | { kind: 'refused'; refusals: Refusal[] }
  | { kind: 'fault'; fault: Fault };

/** One save per key, however often it is asked for: presses while it runs and after it is done do nothing. */
export function createOneRun(): { attempt(key: string, input: unknown, send: () => Promise<OperationAnswer>): Promise<RunOutcome> } {
  let busy = false;
  let doneKey: string | undefined;
  /** What the first attempt whose answer never came had sent. */
  let unanswered: { key: string; sent: string } | undefined;
  return {
    async attempt(key, input, send) {
      if (busy || doneKey === key) return { kind: 'ignored' };
      busy = true;
      const sent = JSON.stringify(input);
      try {
        const answer = await send();
        if (!answer.ok) return { kind: 'refused', refusals: answer.refusals };
        doneKey = key;
        return { kind: 'saved', result: answer.result, changedSince: answer.result.already && unanswered?.key === key && unanswered.sent !== sent };
      } catch (error) {
        const fault = errorToFault(error);
        if (fault.kind === 'unreachable' && unanswered?.key !== key) unanswered = { key, sent };
        return { kind: 'fault', fault };
      } finally {
        busy = false;
      }
    },
  };
}
