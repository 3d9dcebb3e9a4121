import type { LanAnswer } from '../../../src-shared/contract/lan.ts';

/** The answer where the LAN closes with the command: switched on, yet no other PC reaches this one. `problem`: why (`NobodySignedIn`, `NotServing`). */
export function notAtWork(answer: LanAnswer, problem: string): LanAnswer {
  if (!answer.ok || !answer.status.on) return answer;
  return { ...answer, status: { ...answer.status, addresses: [], problem: answer.status.problem ?? problem } };
}
