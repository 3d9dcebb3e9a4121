import type { DocumentWrite, Sql, StoredDocument } from '../../store/index.ts';
import type { JournalCore } from './journal-core.ts';
import type { LeafChange, NewOutboxRow } from './plan-rows.ts';

/** What a page of the feed, or a merge, will write in one commit. */
export interface PagePlan {
  documents: DocumentWrite[]; leaves: LeafChange[]; outbox: NewOutboxRow[]; sql: ((sql: Sql) => void)[];
  /** Ids written so far: a conflict document is not made twice. */
  written: Set<string>;
  /** Documents that changed something here, and conflict documents made here. */
  applied: number; conflicts: number; receipts: number;
  /** Of every document that is new and came without ancestry: one for all of the commit. */
  newMeta: StoredDocument['_meta']; noAttachments: StoredDocument['_attachments'];
}

export const emptyPlan = (): PagePlan => ({ documents: [], leaves: [], outbox: [], sql: [], written: new Set(), applied: 0, conflicts: 0, receipts: 0, newMeta: { lwt: 0, revs: [] }, noAttachments: {} });

export function commitPlan(core: JournalCore, plan: PagePlan, context: string, more?: (sql: Sql) => void): void {
  if (!more && plan.documents.length + plan.leaves.length + plan.outbox.length + plan.sql.length === 0) return;
  core.commit({
    documents: plan.documents, leaves: plan.leaves, outbox: plan.outbox, context,
    sql: (sql) => {
      for (const step of plan.sql) step(sql);
      more?.(sql);
    },
  });
}
