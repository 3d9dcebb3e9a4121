import { planHappened } from './plan-happened.ts';
import type { Operation } from './operation.ts';

export const moveEquipment: Operation<'moveEquipment'> = (input, context, db) => planHappened({ ...input, kind: 'moved' }, context, db);
