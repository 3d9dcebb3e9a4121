import type { StockMovement } from './supply.schema.ts';

/** Reasons by which goods go to people without a dispense record; what a point gives back was not used. */
const reasons: ReadonlySet<unknown> = new Set<StockMovement['reasonCode']>(['usedInProcedure', 'sentToPoint', 'returnedFromPoint']);

/** Whether a movement is use, by which averages and orders go: handed out, used in a procedure, sent to a point of the station or back from it. A reversal is what it undoes. */
export const isUse = ({ kind, reasonCode }: Pick<StockMovement, 'kind' | 'reasonCode'>): boolean => kind === 'dispense' || reasons.has(reasonCode);
