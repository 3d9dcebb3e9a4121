import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../../../src-shared/domain/common/partial-date.ts';
import { balancesByLotId, lotBalance } from '../../../../src-shared/domain/supply/lot-balance.ts';
import { planAdjust } from '../../../../src-shared/domain/supply/plan-adjust.ts';
import { planDispense } from '../../../../src-shared/domain/supply/plan-dispense.ts';
import { planReceive } from '../../../../src-shared/domain/supply/plan-receive.ts';
import { planReversal } from '../../../../src-shared/domain/supply/plan-reversal.ts';
import { planStocktake } from '../../../../src-shared/domain/supply/plan-stocktake.ts';
import type { CountedLine } from '../../../../src-shared/domain/supply/stocktake.schema.ts';
import type { Dispense, Lot, StockMovement } from '../../../../src-shared/domain/supply/supply.schema.ts';
import { aContext, aMedicine, anId, aPatient } from '../../../support/builders.ts';

const quantity = fc.integer({ min: 1, max: 60 });
const step = fc.oneof(
  fc.record({ do: fc.constant('receive' as const), medicine: fc.nat(1), lot: fc.nat(4), quantity }),
  fc.record({ do: fc.constant('dispense' as const), medicine: fc.nat(1), named: fc.boolean(), lot: fc.nat(9), quantity }),
  fc.record({ do: fc.constant('adjust' as const), lot: fc.nat(9), quantity, up: fc.boolean() }),
  fc.record({ do: fc.constant('count' as const), lot: fc.nat(9), counted: fc.nat(60) }),
  fc.record({ do: fc.constant('finishCount' as const) }),
  fc.record({ do: fc.constant('reverse' as const), at: fc.nat(99) }),
  fc.record({ do: fc.constant('reverseDispense' as const), at: fc.nat(99) }),
);

it('[SUP13] every balance is the sum of movements and never below zero, whatever is tried', () => {
  fc.assert(fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
    const context = aContext({ seed: 7 });
    const medicines = [1, 2].map((n) => aMedicine({ id: anId('medicines', n), code: `M${n}` }));
    const patient = aPatient();
    const lots: Lot[] = [];
    const movements: StockMovement[] = [];
    const dispenses: Dispense[] = [];
    const counted = new Map<string, CountedLine>();
    const shadow = new Map<string, number>();
    const book = (...made: StockMovement[]) => {
      for (const m of made) { movements.push(m); shadow.set(m.lotId, (shadow.get(m.lotId) ?? 0) + m.quantityBaseUnits); }
    };

    for (const s of steps) {
      const balances = balancesByLotId(movements);
      if (s.do === 'receive') {
        const medicine = medicines[s.medicine]!;
        const outcome = planReceive({ medicineId: medicine._id, lotNumber: `L${s.lot}`, expiresOn: addDays(context.today, s.lot * 20), quantityBaseUnits: s.quantity, occurredOn: context.today, source: 'purchase' },
          { medicine, lots: lots.filter((l) => l.medicineId === medicine._id) }, context);
        if (outcome.ok) { if (outcome.value.lotIsNew) lots.push(outcome.value.lot); book(outcome.value.movement); }
      } else if (s.do === 'dispense') {
        const medicineId = medicines[s.medicine]!._id;
        const lotId = s.named ? lots[s.lot % Math.max(1, lots.length)]?._id : undefined;
        const outcome = planDispense({ patientId: patient._id, occurredOn: context.today, items: [{ medicineId, lotId, quantityBaseUnits: s.quantity }] }, { patient, medicines, lots, balances }, context);
        if (outcome.ok) {
          expect(lotBalance(outcome.value.movements)).toBe(-s.quantity);
          dispenses.push(outcome.value.dispense);
          book(...outcome.value.movements);
        }
      } else if (s.do === 'adjust') {
        const lot = lots[s.lot % Math.max(1, lots.length)];
        const outcome = planAdjust({ lotId: lot?._id ?? anId('lots'), changeBaseUnits: s.up ? s.quantity : -s.quantity, reasonCode: s.up ? 'countSurplus' : 'wastage', occurredOn: context.today }, { lot, balance: balances.get(lot?._id ?? '') ?? 0 }, context);
        if (outcome.ok) book(outcome.value.movement);
      } else if (s.do === 'count') {
        const lot = lots[s.lot % Math.max(1, lots.length)];
        if (!lot) continue;
        const [countedAt, own] = [context.now, movements.filter(({ lotId }) => lotId === lot._id)];
        const bookBaseUnits = balances.get(lot._id) ?? 0;
        counted.set(lot._id, { lotId: lot._id, countedBaseUnits: s.counted, bookBaseUnits, countedAt, earlierMovements: own.length, reasonCode: 'unknown' });
      } else if (s.do === 'finishCount') {
        const facts = { startedAt: context.now, countedBy: ['hoa'], lots, hasMedicine: () => true, balance: (lotId: string) => balances.get(lotId) ?? 0 };
        const known = new Map([...counted.keys()].map((lotId) => [lotId, movements.filter((m) => m.lotId === lotId).slice(0, counted.get(lotId)?.earlierMovements)]));
        // One clock for all steps: what came after the count is left out by hand.
        const outcome = planStocktake({}, { ...facts, lines: [...counted.values()], movementsOf: (lotId) => known.get(lotId) ?? [] }, context);
        if (outcome.ok) {
          expect(lotBalance(outcome.value.movements)).toBe(outcome.value.stocktake.lines.reduce((sum, l) => sum + l.countedBaseUnits - l.bookBaseUnits, 0));
          book(...outcome.value.movements);
          counted.clear();
        }
      } else if (s.do === 'reverse') {
        const target = movements[s.at % Math.max(1, movements.length)];
        const outcome = planReversal({ movementId: target?._id ?? anId('stockMovements') }, { movements }, context);
        if (outcome.ok) book(...outcome.value.movements);
      } else {
        const at = s.at % Math.max(1, dispenses.length);
        const record = dispenses[at];
        const outcome = planReversal({ dispenseId: record?._id ?? anId('dispenses') }, { movements, dispense: record }, context);
        if (outcome.ok && outcome.value.dispense) {
          expect(lotBalance(outcome.value.movements)).toBe(record?.items.reduce((sum, item) => sum + item.quantityBaseUnits, 0));
          dispenses[at] = outcome.value.dispense;
          book(...outcome.value.movements);
        }
      }
      expect(new Map(balancesByLotId(movements))).toEqual(shadow);
      expect([...shadow.values()].every((balance) => balance >= 0)).toBe(true);
    }
    const reversed = movements.map((m) => m.reversalOf).filter((id) => id !== undefined);
    expect(new Set(reversed).size).toBe(reversed.length);
  }), { numRuns: 150 });
});
