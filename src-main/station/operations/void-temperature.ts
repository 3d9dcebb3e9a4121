import { planVoidTemperature } from '../../../src-shared/domain/cold-chain/plan-void-temperature.ts';
import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const voidTemperature: Operation<'voidTemperature'> = (input, context, db) => {
  const previous = db.coldChain.reading(input.id);
  const outcome = planVoidTemperature(input, previous, context);
  return outcome.ok ? accepted({ id: outcome.value._id, records: [recordWrite(outcome.value, previous)] }, outcome.warnings) : outcome;
};
