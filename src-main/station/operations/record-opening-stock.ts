import { planOpening } from '../../../src-shared/domain/supply/plan-receive.ts';
import type { Operation } from './operation.ts';
import { intakeFacts, intakePlanned } from './plan-intake.ts';

export const recordOpeningStock: Operation<'recordOpeningStock'> = (input, context, db) => intakePlanned(planOpening(input, intakeFacts(input, db), context));
