import type { UpdateAnswer } from '../../src-shared/contract/updates.ts';
import { Fault } from './fault.ts';

/** Hands an update file from a stick to the station, which looks at it. @throws Fault. */
export async function handInUpdate(file: File): Promise<UpdateAnswer> {
  const answer = await fetch('/update/file', { method: 'POST', body: file, credentials: 'same-origin' }).catch(() => { throw new Fault('unreachable'); });
  if (answer.status === 401) throw new Fault('signedOut');
  if (!answer.ok) throw new Fault('broken', ((await answer.json().catch(() => ({}))) as { faultId?: string }).faultId);
  return await answer.json() as UpdateAnswer;
}
