import type { HubAccountAnswer } from '../../src-shared/contract/hub-api.ts';
import { HubProblem } from '../provisioning/hub-problem.ts';
import type { Reader } from './console-reader.ts';

/** Does something to an account; what a person can act on is answered, the rest is a fault. */
export async function accountAnswer(work: () => Promise<{ otpauth?: string } | object>): Promise<HubAccountAnswer> {
  try {
    const done = await work();
    return { ok: true, ...('otpauth' in done && done.otpauth !== undefined ? { otpauth: done.otpauth } : {}) };
  } catch (error) {
    if (error instanceof HubProblem) return { ok: false, refusals: [{ code: error.code }] };
    throw error;
  }
}

/** Nobody shuts themselves out. */
export function notOwn<I extends { account: string }>({ account }: Reader, input: I): I {
  if (input.account === account) throw new HubProblem('OwnAccount', 'nobody disables their own account');
  return input;
}
