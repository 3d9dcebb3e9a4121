import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import type { AntenatalVisit } from '../../../src-shared/domain/maternal/antenatal-visit.schema.ts';
import { planVoidAntenatalVisit } from '../../../src-shared/domain/maternal/plan-antenatal-visit.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const voidAntenatalVisit: Operation<'voidAntenatalVisit'> = (input, context, db) => {
  const previous = readRecord<AntenatalVisit>(db.store, 'antenatalVisits', input.id);
  const outcome = planVoidAntenatalVisit(previous, input, context);
  return outcome.ok ? accepted({ id: input.id, records: [recordWrite(outcome.value, previous)] }, outcome.warnings) : outcome;
};
