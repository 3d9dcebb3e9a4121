import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import type { PostnatalVisit } from '../../../src-shared/domain/maternal/postnatal-visit.schema.ts';
import { planVoidPostnatalVisit } from '../../../src-shared/domain/maternal/plan-postnatal-visit.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const voidPostnatalVisit: Operation<'voidPostnatalVisit'> = (input, context, db) => {
  const previous = readRecord<PostnatalVisit>(db.store, 'postnatalVisits', input.id);
  const outcome = planVoidPostnatalVisit(previous, input, context);
  return outcome.ok ? accepted({ id: input.id, records: [recordWrite(outcome.value, previous)] }, outcome.warnings) : outcome;
};
