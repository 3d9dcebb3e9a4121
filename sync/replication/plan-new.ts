import { bucketOf } from '../receipts/digest.ts';
import type { PlainDocument } from '../transport/changes-page.ts';
import type { JournalCore } from './journal-core.ts';
import type { PagePlan } from './page-plan.ts';

const deviceField = ['device'] as const;

/**
 * A document of which nothing is known here, with one living leaf: most of a first fill. It is stored as the bytes it came as, and parsed by whoever looks at it.
 * Answers false where it belongs elsewhere and `planRow` must see to it.
 */
export function planNew({ core, plan, database, plain }: { core: JournalCore; plan: PagePlan; database: string; plain: PlainDocument }): boolean {
  const { id, rev } = plain;
  const collection = core.collectionOf(id);
  if (!collection?.owned || core.databaseOf(id) !== database) return false;
  const { device } = plain.fieldsOf(deviceField);
  plan.written.add(id);
  plan.applied++;
  plan.documents.push({
    table: collection.table, document: { _id: id, _rev: rev, _deleted: false, _meta: plan.newMeta, _attachments: plan.noAttachments }, previousRev: null, content: plain.content, fieldsOf: (names) => plain.fieldsOf(names),
  });
  // Nothing of it can wait or be denied: that would be a leaf.
  plan.leaves.push({ add: { database, id, rev, bucket: bucketOf(id), device: typeof device === 'string' ? device : '', counted: true, current: true } });
  return true;
}
