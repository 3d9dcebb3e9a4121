import type { OperationName } from '../../../src-shared/contract/operations.ts';

/** Refused while the PC's clock is known to be behind: whether a lot is past its expiry cannot be told then (decision 19). */
export const clockDependentOperations: ReadonlySet<OperationName> = new Set<OperationName>(['dispenseMedicine', 'recordImmunization', 'receiveStock', 'recordOpeningStock', 'finishStocktake']);
