import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planDiscard } from '../../../src-shared/domain/supply/plan-discard.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const discardStock: Operation<'discardStock'> = (input, context, db) => {
  const outcome = planDiscard(input, db.stock, context);
  if (!outcome.ok) return outcome;
  const { movements } = outcome.value;
  return accepted({ id: movements[0]!._id, records: movements.map((movement) => recordWrite(movement)) }, outcome.warnings);
};
