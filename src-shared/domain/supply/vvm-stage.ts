import type { Lot } from './supply.schema.ts';

/** From the inner square lighter than the ring to darker than it. */
export const vvmStages = [1, 2, 3, 4] as const;
/** From here on a vaccine is not given. FROM KNOWLEDGE (stock_rules.json `vaccine_cold_chain.vvm`: 1 use, 2 use first, 3 and 4 discard). */
const SPENT_FROM = 3;
const USE_FIRST = 2;

type Checked = Pick<Lot, 'vvmChecks'>;

/** What was last seen of a lot's vial monitors; of two looks of one instant the worse. `undefined`: nobody looked. */
export function vvmStage({ vvmChecks = [] }: Checked): number | undefined {
  return vvmChecks.reduce<{ at: string; stage: number } | undefined>((last, { at, stage }) => (!last || at > last.at || (at === last.at && stage > last.stage) ? { at, stage } : last), undefined)?.stage;
}

export const isSpentStage = (stage: number): boolean => stage >= SPENT_FROM;
export const isVvmSpent = (lot: Checked): boolean => isSpentStage(vvmStage(lot) ?? 1);
export const isUsedFirst = (lot: Checked): boolean => vvmStage(lot) === USE_FIRST;
