import { discardReasons, type StockMovement } from '../supply/supply.schema.ts';

type DiscardReason = (typeof discardReasons)[number];
/** Doses of vaccine by what became of them. */
export type VaccineUse = { given: number } & Record<DiscardReason, number>;

/** What became of doses from some day to some day. A movement that was undone counts nothing, whenever it was undone. `movements`: all of their lots. */
export function sumVaccineUse(movements: readonly StockMovement[], { from, until }: { from: string; until: string }): VaccineUse {
  const undone = new Set(movements.map(({ reversalOf }) => reversalOf));
  const use: VaccineUse = { given: 0, wastage: 0, damagedDestroyed: 0, expiredDestroyed: 0 };
  for (const { _id, kind, reasonCode, quantityBaseUnits, occurredOn } of movements) {
    if (occurredOn < from || occurredOn > until || undone.has(_id)) continue;
    if (kind === 'dispense') use.given -= quantityBaseUnits;
    const reason = discardReasons.find((one) => one === reasonCode);
    if (reason) use[reason] -= quantityBaseUnits;
  }
  return use;
}

/** Doses thrown away, for whatever reason. */
export const thrownAway = (use: VaccineUse): number => discardReasons.reduce((sum, reason) => sum + use[reason], 0);

/**
 * Wastage in percent: what was thrown away of all that was given and thrown away; `undefined` where that is none. FROM KNOWLEDGE (stock_rules.json `wastage_formula`:
 * doses opened less doses given, of doses opened); how much is allowed is in no source found, so nothing is said to be too much.
 */
export function wastagePercent(use: VaccineUse): number | undefined {
  const used = use.given + thrownAway(use);
  return used > 0 ? (100 * thrownAway(use)) / used : undefined;
}
