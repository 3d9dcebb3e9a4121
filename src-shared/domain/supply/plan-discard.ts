import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome, type Refusal, type Warning } from '../common/refusal.ts';
import { planAdjust } from './plan-adjust.ts';
import type { DiscardStockInput, Lot, StockMovement } from './supply.schema.ts';

export interface DiscardFacts { lot(id: string): Lot | undefined; /** Of that lot, now. */ balance(lotId: string): number }

/**
 * Throws away of several lots at one time, as the end of a session of vaccination does: all of it, or nothing. Lines of one lot share what is left of it.
 * Refusals and warnings: those of `planAdjust`, each naming its lot.
 */
export function planDiscard({ occurredOn, lines }: DiscardStockInput, { lot, balance }: DiscardFacts, context: WorkContext): Outcome<{ movements: StockMovement[] }> {
  const left = new Map<string, number>();
  const movements: StockMovement[] = [];
  const refusals: Refusal[] = [];
  const warnings: Warning[] = [];
  for (const { lotId, quantityBaseUnits, reasonCode } of lines) {
    const there = left.get(lotId) ?? balance(lotId);
    const outcome = planAdjust({ lotId, changeBaseUnits: -quantityBaseUnits, reasonCode, occurredOn }, { lot: lot(lotId), balance: there }, context);
    left.set(lotId, there - quantityBaseUnits);
    if (!outcome.ok) { refusals.push(...outcome.refusals); continue; }
    movements.push(outcome.value.movement);
    warnings.push(...outcome.warnings);
  }
  const [first, ...rest] = refusals;
  return first ? refused(first, ...rest) : accepted({ movements }, warnings);
}
