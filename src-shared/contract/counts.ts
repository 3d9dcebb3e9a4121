import { z } from 'zod';
import type { Refusal } from '../domain/common/refusal.ts';
import { idOf, oneOf } from '../domain/common/fields.ts';
import { countedQuantity, foundLot, varianceReasons } from '../domain/supply/stocktake.schema.ts';

const count = { id: idOf('stocktakes') };
const lot = { ...count, lotId: idOf('lots') };
/** How often every lot is to be counted. */
export const countPeriods = [7, 31, 92] as const;

/** What is said of a count under way; none of it is in the ledger before `finishStocktake`. */
export const countInputs = {
  start: z.strictObject({ ...count, blind: z.boolean(), medicineIds: z.array(idOf('medicines')).min(1).max(5000).optional() }),
  count: z.strictObject({ ...lot, counted: countedQuantity }),
  /** A lot on the shelf that has no line; `lotId` is the one it gets where the book has none such. */
  found: z.strictObject({ ...lot, counted: countedQuantity, found: foundLot }),
  uncount: z.strictObject(lot),
  explain: z.strictObject({ ...lot, reason: oneOf(varianceReasons) }),
  witness: z.strictObject({ ...count, account: z.string().max(100), password: z.string().max(4096) }),
  discard: z.strictObject(count),
  period: z.strictObject({ days: z.union(countPeriods.map((days) => z.literal(days))) }),
} as const;
export type CountStep = keyof typeof countInputs;
export type CountInput<S extends CountStep> = z.input<(typeof countInputs)[S]>;

/** As the file has it now. */
export interface KeptCount { lotId: string; counted: number; at: string }
export type CountAnswer = { ok: true; kept?: KeptCount } | { ok: false; refusals: Refusal[] };

/** Refusals: `InvalidInput`, `CountNotFound` (finished or given up elsewhere), `LotNotFound`, `MedicineNotFound`, `LotExpiryDiffers`, `ExpiryNotADate`, `ClockBehind`, `DiskFull`; of the second person's password those of a sign-in and `WitnessIsCounter`; of the period `RoleNotAllowed`. */
export type CountsApi = { [S in CountStep]: (input: CountInput<S>) => Promise<CountAnswer> };
