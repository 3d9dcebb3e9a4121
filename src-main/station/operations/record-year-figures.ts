import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planYearFigures } from '../../../src-shared/domain/report/plan-year-figures.ts';
import { yearFiguresId, type YearFigures } from '../../../src-shared/domain/report/year-figures.schema.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const recordYearFigures: Operation<'recordYearFigures'> = (input, context, db) => {
  const previous = readRecord<YearFigures>(db.store, 'yearFigures', yearFiguresId(context.unit, input.year));
  const outcome = planYearFigures(input, previous, context);
  return outcome.ok ? accepted({ id: outcome.value.figures._id, records: [recordWrite(outcome.value.figures, previous)] }, outcome.warnings) : outcome;
};
