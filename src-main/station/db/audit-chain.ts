import { hash as hashOnce } from 'node:crypto';
import { buildAuditEvent, type ChainHead } from '../../../src-shared/domain/audit/build-audit-event.ts';
import type { AuditEvent } from '../../../src-shared/domain/audit/audit-event.schema.ts';
import type { WorkContext } from '../../../src-shared/domain/common/context.ts';
import type { Journal } from '../../../sync/index.ts';

/** SHA-256 in hex; the domain has no hash of its own. */
export const sha256 = (text: string): string => hashOnce('sha256', text, 'hex');

/** The device's chain of audit events: the next one names the hash of the one before. */
export interface AuditChain {
  /** The event of a save about to be made; the note, the chain's new head, belongs into the same save. */
  next(context: WorkContext, operation: string, recordIds: readonly string[]): { event: AuditEvent; note: string };
  /** The last event, which the events alone could not tell had been cut off. */
  head(): ChainHead;
}

export function createAuditChain(journal: Pick<Journal, 'note' | 'sql'>, device: string): AuditChain {
  let last: { note: string; head: ChainHead } | undefined;
  const head = (): ChainHead => {
    const note = journal.note();
    if (note !== undefined && note === last?.note) return last.head;
    if (note !== undefined) return JSON.parse(note) as ChainHead;
    // In files of before, until the first save.
    const row = journal.sql.get<{ chain_index: number; hash: string }>('SELECT chain_index, hash FROM station_audit_head WHERE device = ?', device);
    return row && { chainIndex: row.chain_index, hash: row.hash };
  };
  return {
    head,
    next(context, operation, recordIds) {
      const event = buildAuditEvent({ operation, recordIds }, head(), context, sha256);
      const { chainIndex, hash } = event;
      // It is the head once it is saved: then the journal gives its note.
      last = { note: JSON.stringify({ chainIndex, hash } satisfies ChainHead), head: { chainIndex, hash } };
      return { event, note: last.note };
    },
  };
}
