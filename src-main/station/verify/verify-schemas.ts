import type { z } from 'zod';
import { auditEvent } from '../../../src-shared/domain/audit/audit-event.schema.ts';
import { collections, type CollectionName } from '../../../src-shared/domain/collections.ts';
import { conflictDocument, receiptDocument } from '../../../src-shared/domain/common/replication-documents.schema.ts';
import { inputIssues } from '../../../src-shared/domain/common/input-issues.ts';
import { validateResourceDocument } from '../../../src-shared/domain/supply/validate-resource-document.ts';
import { encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { orgUnit } from '../../../src-shared/domain/org/org-unit.schema.ts';
import { patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { review } from '../../../src-shared/domain/review/review.schema.ts';
import { dispense, lot, medicine, stockMovement } from '../../../src-shared/domain/supply/supply.schema.ts';
import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import type { StorageCore } from '../../../store/index.ts';
import { bodyOf } from '../db/read-record.ts';
import type { Problem } from './problem.ts';

const schemas: { readonly [N in CollectionName]: z.ZodType } = {
  patients: patient, encounters: encounter, dispenses: dispense, auditEvents: auditEvent, medicines: medicine, lots: lot, stockMovements: stockMovement,
  reviews: review, conflicts: conflictDocument, receipts: receiptDocument, orgUnits: orgUnit,
};

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
      const parsed = schemas[collection.name as CollectionName].safeParse(body);
      if (!parsed.success) problems.push({ check: 'schema', problem: 'doesNotFit', collection: collection.name, id: body._id, issues: inputIssues(parsed.error).slice(0, 5) });
      if (collection.database === 'resources') {
        problems.push(...validateResourceDocument(body).map((refusal): Problem => ({ check: 'schema', problem: refusal.code, collection: collection.name, id: body._id, field: refusal.field })));
      }
    }
    documents[collection.name] = count;
  }
  return { problems, documents };
}
