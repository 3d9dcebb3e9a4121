import { collections } from '../collections.ts';
import type { WorkContext } from '../common/context.ts';
import type { AuditEvent } from './audit-event.schema.ts';

/** Where the chain of this device stands: its last event, `undefined` before the first. */
export type ChainHead = Pick<AuditEvent, 'chainIndex' | 'hash'> | undefined;

const { idPrefix, schemaVersion } = collections.auditEvents;

/** The next event of the device's chain. `hash`: SHA-256 in hex. Ids only, never content. */
export function buildAuditEvent(work: { operation: string; recordIds: readonly string[] }, head: ChainHead, context: WorkContext, hash: (text: string) => string): AuditEvent {
  const { account, now } = context;
  // Written out with the keys in order: made with every save, so its JSON is to be canonical (`auditHashInput`) as it is.
  const event: Omit<AuditEvent, 'hash'> & { hash: string | undefined } = {
    _id: context.newId(idPrefix), account, chainIndex: head ? head.chainIndex + 1 : 0, createdAt: now, createdBy: account, device: context.device,
    hash: undefined, operation: work.operation, previousHash: head?.hash ?? '', recordIds: [...work.recordIds], role: context.role, schemaVersion,
    unit: context.unit, updatedAt: now, updatedBy: account, version: context.nextVersion(),
  };
  event.hash = hash(JSON.stringify(event));
  return event as AuditEvent;
}
