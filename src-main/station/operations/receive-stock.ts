import { planReceive } from '../../../src-shared/domain/supply/plan-receive.ts';
import type { Operation } from './operation.ts';
import { intakeFacts, intakePlanned } from './plan-intake.ts';

export const receiveStock: Operation<'receiveStock'> = (input, context, db) => intakePlanned(planReceive(input, intakeFacts(input, db), context));
