import { collections, type CollectionName } from '../../../src-shared/domain/collections.ts';
import { inputIssues } from '../../../src-shared/domain/common/input-issues.ts';
import { schemaOfCollection } from '../../../src-shared/domain/schema-of-collection.ts';
import { validateResourceDocument } from '../../../src-shared/domain/supply/validate-resource-document.ts';
import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import type { StorageCore } from '../../../store/index.ts';
import { bodyOf } from '../db/read-record.ts';
import type { Problem } from './problem.ts';

/** Every record against the schema of its collection; one of a newer program is kept untouched and not judged (contract §3). */
export function verifySchemas(store: StorageCore): { problems: Problem[]; documents: Record<string, number> } {
  const problems: Problem[] = [];
  const documents: Record<string, number> = {};
  for (const collection of Object.values(collections)) {
    let count = 0;
    for (const stored of store.iterate(collection.name)) {
      count += 1;
      const body = bodyOf<DocumentBody>(stored);
      if (Number(body.schemaVersion ?? 0) > collection.schemaVersion) continue;
      const parsed = schemaOfCollection(collection.name as CollectionName).safeParse(body);
      if (!parsed.success) problems.push({ check: 'schema', problem: 'doesNotFit', collection: collection.name, id: body._id, issues: inputIssues(parsed.error).slice(0, 5) });
      if (collection.database === 'resources') {
        problems.push(...validateResourceDocument(body).map((refusal): Problem => ({ check: 'schema', problem: refusal.code, collection: collection.name, id: body._id, field: refusal.field })));
      }
    }
    documents[collection.name] = count;
  }
  return { problems, documents };
}
