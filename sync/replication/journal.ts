import { bucketOf } from '../receipts/digest.ts';
import { listMissing } from '../receipts/list-missing.ts';
import { createProver } from '../receipts/prove.ts';
import type { Prover } from '../receipts/prove.ts';
import type { Journal, JournalOptions } from '../types.ts';
import { adoptKnown } from './adopt-known.ts';
import { listDenied, retryDenied } from './denied-records.ts';
import { createJournalCore } from './journal-core.ts';
import type { JournalCore } from './journal-core.ts';
import { countWaiting } from './outbox.ts';
import { saveDocuments } from './save-documents.ts';
import { listUnkept } from './unkept-documents.ts';

export interface JournalParts { core: JournalCore; prover: Prover }
const parts = new WeakMap<Journal, JournalParts>();

/** What the replicator needs behind a journal; not public. */
export function partsOf(journal: Journal): JournalParts {
  const found = parts.get(journal);
  if (!found) throw new Error('not a journal made by openJournal');
  return found;
}

/**
 * Opens the local side of replication on a store, making its tables where missing. The document tables of the
 * collections must be defined by the caller. One journal per file.
 */
export function openJournal(options: JournalOptions): Journal {
  const core = createJournalCore(options);
  adoptKnown(core);
  const prover = createProver(core);
  const journal: Journal = {
    save: (write) => saveDocuments(core, write),
    sql: core.store.sql,
    note: () => core.digests.note(),
    waiting: (table) => countWaiting(core, table),
    denied: () => listDenied(core),
    unkept: () => listUnkept(core),
    retryDenied: (id) => retryDenied(core, id),
    refusedAbove: () => prover.refusedAbove(),
    proofs: () => prover.proofs(),
    missing: (unit, since) => listMissing(core, prover, { unit, since }),
    ticks: (ids) => {
      const path = prover.path();
      return ids.map((id) => {
        const database = core.databaseOf(id) ?? '';
        const leaf = core.leavesOf(database, id).find((l) => l.current === 1);
        const bucket = bucketOf(id);
        const denied = core.store.sql.get('SELECT 1 FROM sync_denied WHERE database = ? AND id = ?', database, id) !== undefined;
        return { id, denied, proved: path.map((tier) => ({ unit: tier.unit, tier: tier.tier, proved: leaf !== undefined && prover.isProved(tier.unit, leaf, bucket) })) };
      });
    },
    path: () => prover.path(),
    onChange: (listener) => core.onChange(listener),
  };
  parts.set(journal, { core, prover });
  return journal;
}
