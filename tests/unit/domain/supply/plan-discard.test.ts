import { describe, expect, it } from 'vitest';
import { sumVaccineUse, thrownAway, wastagePercent } from '../../../../src-shared/domain/immunization/sum-vaccine-use.ts';
import { planAdjust } from '../../../../src-shared/domain/supply/plan-adjust.ts';
import { planDiscard } from '../../../../src-shared/domain/supply/plan-discard.ts';
import { opposite } from '../../../../src-shared/domain/supply/plan-reversal.ts';
import { buildMovement } from '../../../../src-shared/domain/supply/build-movement.ts';
import { discardStockInput, type DiscardStockInput, type Lot, type StockMovement } from '../../../../src-shared/domain/supply/supply.schema.ts';
import { validateResourceDocument } from '../../../../src-shared/domain/supply/validate-resource-document.ts';
import type { DocumentBody } from '../../../../src-shared/domain/common/document.ts';
import { aContext, aLot, anId } from '../../../support/builders.ts';

/** 22 November 2026. */
const [bcg, measles] = [aLot({ id: anId('lots', 1), lotNumber: 'B-1', expiresOn: '2027-06-30' }), aLot({ id: anId('lots', 2), lotNumber: 'M-1', expiresOn: '2026-11-01' })];
const lots = new Map<string, Lot>([[bcg._id, bcg], [measles._id, { ...measles, status: 'onHold' }]]);
type Line = DiscardStockInput['lines'][number];
const line = (lotId: string, quantityBaseUnits: number, reasonCode: Line['reasonCode'] = 'wastage'): Line => ({ lotId, quantityBaseUnits, reasonCode });
const discard = (lines: Line[], occurredOn = '2026-11-22') => planDiscard(discardStockInput.parse({ occurredOn, lines }), { lot: (id) => lots.get(id), balance: () => 10 }, aContext());

describe('what is thrown away at the end of a session', () => {
  it('[SUP33] each lot by a movement with its reason, of lots past their expiry and on hold too', () => {
    const outcome = discard([line(bcg._id, 6), line(bcg._id, 4, 'damagedDestroyed'), line(measles._id, 3)]);
    expect(outcome.ok && outcome.value.movements).toMatchObject([
      { kind: 'adjust', lotId: bcg._id, quantityBaseUnits: -6, reasonCode: 'wastage', occurredOn: '2026-11-22' }, { lotId: bcg._id, quantityBaseUnits: -4, reasonCode: 'damagedDestroyed' }, { lotId: measles._id, quantityBaseUnits: -3 },
    ]);
    if (outcome.ok) for (const movement of outcome.value.movements) expect(validateResourceDocument(movement as DocumentBody)).toEqual([]);
    expect(discard([line(bcg._id, 1, 'expiredDestroyed')])).toMatchObject({ ok: true, warnings: [{ code: 'LotNotExpired', lotId: bcg._id }] });
  });

  it('[SUP33] one line that cannot be refuses all, naming the lot; lines of one lot share what is left', () => {
    expect(discard([line(measles._id, 2), line(bcg._id, 6), line(bcg._id, 5, 'damagedDestroyed')])).toEqual({ ok: false, refusals: [{ code: 'ReductionBelowZero', lotId: bcg._id, available: 4, wanted: 5 }] });
    expect(discard([line(anId('lots', 9), 1), line(bcg._id, 1)])).toEqual({ ok: false, refusals: [{ code: 'LotNotFound', lotId: anId('lots', 9) }] });
    expect(discard([line(bcg._id, 1)], '2026-11-23')).toMatchObject({ ok: false, refusals: [{ code: 'OccurredInFuture' }] });
  });

  it.each([[{ occurredOn: '2026-11-22', lines: [] }], [{ occurredOn: '2026-11-22', lines: [line(bcg._id, 0)] }], [{ occurredOn: '2026-11-22', lines: [{ ...line(bcg._id, 1), reasonCode: 'countShortage' }] }]])('[SUP33] nothing, none, or another reason is not thrown away (%#)', (input) => {
    expect(discardStockInput.safeParse(input).success).toBe(false);
  });
});

describe('what became of doses', () => {
  const taken = (occurredOn: string, doses = 1) => buildMovement({ kind: 'dispense', lotId: bcg._id, medicineId: bcg.medicineId, quantityBaseUnits: -doses, occurredOn }, aContext());
  const changed = (occurredOn: string, changeBaseUnits: number, reasonCode: 'wastage' | 'damagedDestroyed' | 'expiredDestroyed' | 'sentToPoint' | 'countShortage'): StockMovement => {
    const outcome = planAdjust({ lotId: bcg._id, changeBaseUnits, reasonCode, occurredOn }, { lot: bcg, balance: 500 }, aContext());
    if (!outcome.ok) throw new Error(outcome.refusals[0].code);
    return outcome.value.movement;
  };
  const november = { from: '2026-11-01', until: '2026-11-30' };

  it('[SUP34] of the days asked for only, without what was undone on any day, or left for another reason', () => {
    const [wrong, mistaken] = [taken('2026-10-20'), changed('2026-10-20', -9, 'wastage')];
    const movements = [taken('2026-11-01'), taken('2026-10-31'), taken('2026-11-22', 2), wrong, opposite(wrong, aContext()), mistaken, opposite(mistaken, aContext()), changed('2026-11-22', -7, 'wastage'), changed('2026-11-21', -2, 'damagedDestroyed'), changed('2026-11-20', -5, 'expiredDestroyed'), changed('2026-11-20', -30, 'sentToPoint'), changed('2026-11-20', -1, 'countShortage')];
    expect(sumVaccineUse(movements, november)).toEqual({ given: 3, wastage: 7, damagedDestroyed: 2, expiredDestroyed: 5 });
    expect(sumVaccineUse(movements, { from: '2026-11-22', until: '2026-11-22' })).toEqual({ given: 2, wastage: 7, damagedDestroyed: 0, expiredDestroyed: 0 });
    expect(sumVaccineUse(movements, { from: '2026-10-01', until: '2026-10-31' })).toEqual({ given: 1, wastage: 0, damagedDestroyed: 0, expiredDestroyed: 0 });
  });

  it('[SUP35] wastage is what was thrown away of all that was given and thrown away; of nothing there is none', () => {
    const use = { given: 6, wastage: 12, damagedDestroyed: 1, expiredDestroyed: 1 };
    expect([thrownAway(use), wastagePercent(use)]).toEqual([14, 70]);
    expect(wastagePercent({ given: 4, wastage: 0, damagedDestroyed: 0, expiredDestroyed: 0 })).toBe(0);
    expect(wastagePercent({ given: 0, wastage: 0, damagedDestroyed: 0, expiredDestroyed: 0 })).toBeUndefined();
  });
});
