import { planHappened } from './plan-happened.ts';
import type { Operation } from './operation.ts';

export const serviceEquipment: Operation<'serviceEquipment'> = (input, context, db) => planHappened(input, context, db);
