import { planHappened } from './plan-happened.ts';
import type { Operation } from './operation.ts';

export const reportEquipment: Operation<'reportEquipment'> = (input, context, db) => planHappened(input, context, db);
