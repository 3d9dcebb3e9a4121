import { auditHashInput } from './audit-hash-input.ts';
import type { AuditEvent } from './audit-event.schema.ts';

/** What does not fit in the chain of one device, at which place of it. */
export interface ChainProblem { device: string; chainIndex: number; problem: 'missing' | 'repeated' | 'changed' | 'notLinked' }

/**
 * Checks the chain of every device: no place empty, none twice, no event changed (its hash is of its content), each
 * linked to the one before. `hash`: SHA-256 in hex. An empty answer means clean. What was cut off at the end cannot be
 * seen from the events alone: compare with the head the station keeps.
 */
export function verifyAuditChain(events: Iterable<AuditEvent>, hash: (text: string) => string): ChainProblem[] {
  const chains = new Map<string, AuditEvent[]>();
  for (const event of events) {
    const chain = chains.get(event.device);
    if (chain) chain.push(event); else chains.set(event.device, [event]);
  }
  return [...chains].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([device, chain]) => verifyOne(device, chain, hash));
}

function verifyOne(device: string, chain: AuditEvent[], hash: (text: string) => string): ChainProblem[] {
  const problems: ChainProblem[] = [];
  let expected = 0;
  let previousHash: string | undefined = '';
  for (const event of chain.sort((a, b) => a.chainIndex - b.chainIndex)) {
    const at = { device, chainIndex: event.chainIndex };
    if (event.chainIndex < expected) { problems.push({ ...at, problem: 'repeated' }); continue; }
    for (; expected < event.chainIndex; expected += 1) { problems.push({ device, chainIndex: expected, problem: 'missing' }); previousHash = undefined; }
    if (previousHash !== undefined && event.previousHash !== previousHash) problems.push({ ...at, problem: 'notLinked' });
    if (hash(auditHashInput(event)) !== event.hash) problems.push({ ...at, problem: 'changed' });
    previousHash = event.hash;
    expected += 1;
  }
  return problems;
}
