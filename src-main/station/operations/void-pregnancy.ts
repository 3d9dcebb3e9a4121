import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planVoidPregnancy } from '../../../src-shared/domain/maternal/plan-pregnancy.ts';
import type { Pregnancy } from '../../../src-shared/domain/maternal/pregnancy.schema.ts';
import { maternalOf } from '../db/maternal-of.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const voidPregnancy: Operation<'voidPregnancy'> = (input, context, db) => {
  const previous = readRecord<Pregnancy>(db.store, 'pregnancies', input.id);
  const { visits, births, postnatal } = previous ? maternalOf(db, previous.patientId) : { visits: [], births: [], postnatal: [] };
  const hangs = [...visits, ...births, ...postnatal].filter(({ pregnancyId, voided }) => pregnancyId === input.id && voided === undefined).length;
  const outcome = planVoidPregnancy(previous, input, hangs, context);
  return outcome.ok ? accepted({ id: input.id, records: [recordWrite(outcome.value, previous)] }, outcome.warnings) : outcome;
};
