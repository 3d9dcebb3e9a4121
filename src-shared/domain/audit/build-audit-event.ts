import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { auditEvent, type AuditEvent } from './audit-event.schema.ts';

/** Where the chain of this device stands: its last event, `undefined` before the first. */
export type ChainHead = Pick<AuditEvent, 'chainIndex' | 'hash'> | undefined;

/** The next event of the device's chain, without its hash: the station computes that from `auditHashInput`. Ids only, never content. */
export function buildAuditEvent(work: { operation: string; recordIds: readonly string[] }, head: ChainHead, context: WorkContext): Omit<AuditEvent, 'hash'> {
  const content = {
    account: context.account, role: context.role as string, operation: work.operation, recordIds: [...work.recordIds],
    chainIndex: head ? head.chainIndex + 1 : 0, previousHash: head?.hash ?? '',
  };
  return buildDocument('auditEvents', content, context, { knownFields: Object.keys(auditEvent.shape) });
}
