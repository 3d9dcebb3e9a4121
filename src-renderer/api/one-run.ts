import type { OperationAnswer, OperationResult } from '../../src-shared/contract/operations.ts';
import type { Refusal } from '../../src-shared/domain/common/refusal.ts';
import { errorToFault, type Fault } from './fault.ts';

export type RunOutcome =
  /** An attempt with this key is under way, or done. */
  | { kind: 'ignored' }
  | { kind: 'saved'; result: OperationResult; /** An attempt whose answer was lost had been saved, with other content than now. */ changedSince: boolean }
  | { kind: 'refused'; refusals: Refusal[] }
  | { kind: 'fault'; fault: Fault };

/**
 * One save per key, however often it is asked for: presses while it runs and after it is done do nothing. Where the answer
 * of an attempt was lost and the form changed since, the station refuses the key (`KeyReused`): the lost attempt is sent
 * again as it was, which writes nothing and tells which record it made.
 */
export function createOneRun<I>(): { attempt(key: string, input: I, send: (input: I) => Promise<OperationAnswer>): Promise<RunOutcome> } {
  let busy = false;
  let doneKey: string | undefined;
  /** What the first attempt whose answer never came had sent. */
  let unanswered: { key: string; input: I } | undefined;
  return {
    async attempt(key, input, send) {
      if (busy || doneKey === key) return { kind: 'ignored' };
      busy = true;
      try {
        let answer = await send(input);
        const changedSince = !answer.ok && unanswered?.key === key && answer.refusals.some(({ code }) => code === 'KeyReused');
        if (changedSince && unanswered) answer = await send(unanswered.input);
        if (!answer.ok) return { kind: 'refused', refusals: answer.refusals };
        doneKey = key;
        return { kind: 'saved', result: answer.result, changedSince };
      } catch (error) {
        const fault = errorToFault(error);
        if (fault.kind === 'unreachable' && unanswered?.key !== key) unanswered = { key, input };
        return { kind: 'fault', fault };
      } finally {
        busy = false;
      }
    },
  };
}
