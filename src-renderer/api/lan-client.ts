import type { LanAnswer, LanCommand } from '../../src-shared/contract/lan.ts';
import { Fault } from './fault.ts';

/** One command to the LAN of the station's PCs. Throws `Fault`. */
export async function runLan(command: LanCommand): Promise<LanAnswer> {
  const response = await fetch('/lan', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(command) }).catch(() => { throw new Fault('unreachable'); });
  if (response.status === 401) throw new Fault('signedOut');
  const answer = await response.json() as LanAnswer & { faultId?: string };
  if (!response.ok && !('ok' in answer)) throw new Fault('broken', (answer as { faultId?: string }).faultId);
  return answer;
}
