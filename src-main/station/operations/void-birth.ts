import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import type { Birth } from '../../../src-shared/domain/maternal/birth.schema.ts';
import { planVoidBirth } from '../../../src-shared/domain/maternal/plan-birth.ts';
import { ofPregnancy } from '../db/of-pregnancy.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const voidBirth: Operation<'voidBirth'> = (input, context, db) => {
  const previous = readRecord<Birth>(db.store, 'births', input.id);
  const { births, postnatal } = previous ? ofPregnancy(db, previous) : { births: [], postnatal: [] };
  // Of a birth written down twice the other one stays.
  const isOnly = births.filter(({ voided, _id }) => voided === undefined && _id !== input.id).length === 0;
  const outcome = planVoidBirth(previous, input, isOnly ? postnatal.filter(({ voided }) => voided === undefined).length : 0, context);
  return outcome.ok ? accepted({ id: input.id, records: [recordWrite(outcome.value, previous)] }, outcome.warnings) : outcome;
};
