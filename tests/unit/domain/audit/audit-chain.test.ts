import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { auditEvent, type AuditEvent } from '../../../../src-shared/domain/audit/audit-event.schema.ts';
import { auditHashInput } from '../../../../src-shared/domain/audit/audit-hash-input.ts';
import { buildAuditEvent } from '../../../../src-shared/domain/audit/build-audit-event.ts';
import { verifyAuditChain } from '../../../../src-shared/domain/audit/verify-audit-chain.ts';
import { aContext, anId } from '../../../support/builders.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function aChain(length: number, device = 'pc1'): AuditEvent[] {
  const context = aContext({ device });
  const chain: AuditEvent[] = [];
  for (let n = 0; n < length; n += 1) {
    chain.push(buildAuditEvent({ operation: 'registerPatient', recordIds: [anId('patients', n)] }, chain.at(-1), context, sha256));
  }
  return chain;
}

describe('audit chain', () => {
  it('[AUD1] an event says who did what to which records when, and nothing else', () => {
    const [event] = aChain(1);
    expect(auditEvent.safeParse(event).error).toBeUndefined();
    expect(event).toMatchObject({ account: 'hoa', role: 'doctor', operation: 'registerPatient', recordIds: [anId('patients', 0)], createdAt: '2026-11-22T03:00:00.000Z', device: 'pc1' });
    expect(Object.keys(event ?? {}).sort()).toEqual(['_id', 'account', 'chainIndex', 'createdAt', 'createdBy', 'device', 'hash', 'operation', 'previousHash', 'recordIds', 'role', 'schemaVersion', 'unit', 'updatedAt', 'updatedBy', 'version']);
  });

  it('[AUD2] each event names the hash of the one before, the first an empty one', () => {
    const chain = aChain(3);
    expect(chain.map((e) => e.chainIndex)).toEqual([0, 1, 2]);
    expect(chain.map((e) => e.previousHash)).toEqual(['', chain[0]?.hash, chain[1]?.hash]);
  });

  it('[AUD3] the hashed text leaves out the hash and what store and replication add, and nothing else', () => {
    const [event] = aChain(1);
    const text = auditHashInput(event ?? {});
    expect(auditHashInput({ ...event, hash: 'x', _rev: '1-a', _deleted: false, _meta: { lwt: 1 }, _attachments: {}, _revisions: {} })).toBe(text);
    expect(Object.keys(JSON.parse(text) as object)).toEqual(Object.keys(event ?? {}).filter((k) => k !== 'hash').sort());
    expect(auditHashInput({ ...event, _id: 'other' })).not.toBe(text);
    expect(event?.hash).toBe(sha256(text));
    expect(Object.keys(event ?? {})).toEqual(Object.keys(event ?? {}).sort());
  });

  it('[AUD4] a clean chain gives nothing, in any order of reading', () => {
    expect(verifyAuditChain([], sha256)).toEqual([]);
    expect(verifyAuditChain(aChain(5).reverse(), sha256)).toEqual([]);
  });

  it('[AUD4] finds what is missing, there twice, changed or not linked', () => {
    const chain = aChain(5);
    const without = chain.filter((e) => e.chainIndex !== 2);
    expect(verifyAuditChain(without, sha256)).toEqual([{ device: 'pc1', chainIndex: 2, problem: 'missing' }]);
    expect(verifyAuditChain(chain.slice(1), sha256)).toEqual([{ device: 'pc1', chainIndex: 0, problem: 'missing' }]);
    expect(verifyAuditChain([...chain, { ...chain[1]!, _id: 'auditEvents:x' }], sha256)).toContainEqual({ device: 'pc1', chainIndex: 1, problem: 'repeated' });
    const changed = chain.map((e) => (e.chainIndex === 3 ? { ...e, account: 'lan' } : e));
    expect(verifyAuditChain(changed, sha256)).toEqual([{ device: 'pc1', chainIndex: 3, problem: 'changed' }]);
    const rehashed = chain.map((e) => { if (e.chainIndex !== 3) return e; const body = { ...e, account: 'lan' }; return { ...body, hash: sha256(auditHashInput(body)) }; });
    expect(verifyAuditChain(rehashed, sha256)).toEqual([{ device: 'pc1', chainIndex: 4, problem: 'notLinked' }]);
  });

  it('[AUD5] each device has its own chain', () => {
    const [a, b] = [aChain(3, 'pc1'), aChain(2, 'pc2')];
    expect(verifyAuditChain([...a, ...b], sha256)).toEqual([]);
    expect(verifyAuditChain([...a.slice(1), ...b.slice(1)], sha256)).toEqual([{ device: 'pc1', chainIndex: 0, problem: 'missing' }, { device: 'pc2', chainIndex: 0, problem: 'missing' }]);
  });
});
