import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import type { Immunization } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import { planVoidImmunization } from '../../../src-shared/domain/immunization/plan-void-immunization.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const voidImmunization: Operation<'voidImmunization'> = (input, context, db) => {
  const previous = readRecord<Immunization>(db.store, 'immunizations', input.id);
  const movements = previous?.lotId === undefined || previous.movementId === undefined ? [] : db.stock.movementsOf([previous.lotId]);
  const outcome = planVoidImmunization(previous, input, movements, context);
  if (!outcome.ok) return outcome;
  const { immunization, movement } = outcome.value;
  return accepted({ id: input.id, records: [recordWrite(immunization, previous), ...(movement ? [recordWrite(movement)] : [])] }, outcome.warnings);
};
