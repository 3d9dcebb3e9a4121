import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planPostnatalVisit } from '../../../src-shared/domain/maternal/plan-postnatal-visit.ts';
import { ofPregnancy } from '../db/of-pregnancy.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const recordPostnatalVisit: Operation<'recordPostnatalVisit'> = (input, context, db) => {
  const { postnatal: visits, ...facts } = ofPregnancy(db, input);
  const outcome = planPostnatalVisit(input, { ...facts, visits }, context);
  return outcome.ok ? accepted({ id: outcome.value._id, records: [recordWrite(outcome.value)] }, outcome.warnings) : outcome;
};
