import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planDeclineHandover } from '../../../src-shared/domain/handover/plan-handover.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const declineHandover: Operation<'declineHandover'> = ({ transferId, note }, context, db) => {
  const outcome = planDeclineHandover(note, { transfer: db.handovers.transfer(transferId), answer: db.handovers.answerOf(transferId) }, context);
  return outcome.ok ? accepted({ id: outcome.value._id, records: [recordWrite(outcome.value)] }, outcome.warnings) : outcome;
};
