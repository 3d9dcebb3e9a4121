import type { FollowUp } from '../../../src-shared/domain/chronic/follow-up.schema.ts';
import { planVoidFollowUp } from '../../../src-shared/domain/chronic/plan-follow-up.ts';
import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const voidFollowUp: Operation<'voidFollowUp'> = (input, context, db) => {
  const previous = readRecord<FollowUp>(db.store, 'followUps', input.id);
  const outcome = planVoidFollowUp(previous, input, context);
  return outcome.ok ? accepted({ id: input.id, records: [recordWrite(outcome.value, previous)] }, outcome.warnings) : outcome;
};
