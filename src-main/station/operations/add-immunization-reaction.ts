import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import type { Immunization } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import { planImmunizationReaction } from '../../../src-shared/domain/immunization/plan-immunization-reaction.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const addImmunizationReaction: Operation<'addImmunizationReaction'> = (input, context, db) => {
  const previous = readRecord<Immunization>(db.store, 'immunizations', input.id);
  const outcome = planImmunizationReaction(previous, input, context);
  return outcome.ok ? accepted({ id: input.id, records: [recordWrite(outcome.value, previous)] }, outcome.warnings) : outcome;
};
