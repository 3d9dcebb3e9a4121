import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planPregnancyStatus } from '../../../src-shared/domain/maternal/plan-pregnancy.ts';
import type { Pregnancy } from '../../../src-shared/domain/maternal/pregnancy.schema.ts';
import { maternalOf } from '../db/maternal-of.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const changePregnancyStatus: Operation<'changePregnancyStatus'> = (input, context, db) => {
  const previous = readRecord<Pregnancy>(db.store, 'pregnancies', input.id);
  const outcome = planPregnancyStatus(previous, input, previous ? maternalOf(db, previous.patientId) : { pregnancies: [], births: [] }, context);
  return outcome.ok ? accepted({ id: input.id, records: [recordWrite(outcome.value, previous)] }, outcome.warnings) : outcome;
};
