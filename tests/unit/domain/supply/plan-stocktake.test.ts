import { describe, expect, it } from 'vitest';
import { countMovementId, countNumber, planStocktake, type StocktakeFacts } from '../../../../src-shared/domain/supply/plan-stocktake.ts';
import { finishStocktakeInput, type CountedLine } from '../../../../src-shared/domain/supply/stocktake.schema.ts';
import type { Lot, StockMovement } from '../../../../src-shared/domain/supply/supply.schema.ts';
import { uncountedLots } from '../../../../src-shared/domain/supply/uncounted-lots.ts';
import { validateResourceDocument } from '../../../../src-shared/domain/supply/validate-resource-document.ts';
import { aContext, aLot, anId, NOW_MS } from '../../../support/builders.ts';

const at = (minutes: number) => new Date(NOW_MS + minutes * 60_000).toISOString();
const [box, other] = [aLot({ id: anId('lots', 1) }), aLot({ id: anId('lots', 2), medicineId: anId('medicines', 2), lotNumber: 'B7' })];
const id = anId('stocktakes', 9);
/** A book of 100 in each lot, with movements written at these minutes. */
const book = (balances: Record<string, number> = {}, minutes: number[] = [-60]): Pick<StocktakeFacts, 'balance' | 'movementsOf'> => ({
  balance: (lotId) => balances[lotId] ?? 100, movementsOf: () => minutes.map((m) => ({ createdAt: at(m) })),
});
const line = (counted: number, more: Partial<CountedLine> = {}): CountedLine => ({ lotId: box._id, countedBaseUnits: counted, ...more });
const plan = (lines: CountedLine[], facts: Partial<StocktakeFacts> = {}, input: Record<string, unknown> = {}, context = aContext()) =>
  planStocktake(finishStocktakeInput.parse({ id, ...input }), { lines, startedAt: at(-30), countedBy: ['hoa'], lots: [box, other], hasMedicine: () => true, ...book(), ...facts }, context);
const must = (...args: Parameters<typeof plan>) => { const outcome = plan(...args); if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals)); return outcome.value; };
const refusals = (...args: Parameters<typeof plan>) => { const outcome = plan(...args); return outcome.ok ? [] : outcome.refusals; };

describe('a finished count', () => {
  it('[STK1] a difference becomes one movement with the sign of what was found; a right number none', () => {
    const { stocktake, movements } = must([line(94, { reasonCode: 'issueNotRecorded' }), { lotId: other._id, countedBaseUnits: 103, reasonCode: 'receiptNotRecorded' }]);
    expect(movements).toMatchObject([
      { kind: 'adjust', lotId: box._id, medicineId: box.medicineId, quantityBaseUnits: -6, reasonCode: 'countShortage', occurredOn: '2026-11-22', documentNumber: stocktake.number },
      { lotId: other._id, quantityBaseUnits: 3, reasonCode: 'countSurplus' }]);
    expect(stocktake).toMatchObject({ _id: id, number: 'KK-20261122-0009', scope: 'all', blind: false, startedAt: at(-30), notCounted: [], lines: [{ lotId: box._id, bookBaseUnits: 100, countedBaseUnits: 94, reasonCode: 'issueNotRecorded' }, { countedBaseUnits: 103 }] });
    expect(must([line(100)]).movements).toEqual([]);
    expect(countNumber(id, '2026-03-31')).toBe('KK-20260331-0009');
  });

  it('[STK45] what the book said is a number the ledger can hold', () => {
    const reading = (bookBaseUnits: number) => finishStocktakeInput.safeParse({ lines: [line(5, { bookBaseUnits })] }).success;
    expect([Number.MIN_SAFE_INTEGER, -1e12 - 1, 1e12 + 1].map(reading)).toEqual([false, false, false]);
    expect([-1e12, -3, 1e12].map(reading)).toEqual([true, true, true]);
  });

  it('[STK2] a difference needs a reason that fits its sign; one for a right number is left out', () => {
    expect(refusals([line(94)])).toEqual([{ code: 'VarianceReasonMissing', lotId: box._id }]);
    expect(refusals([line(94, { reasonCode: 'receiptNotRecorded' })])).toMatchObject([{ code: 'ReasonDoesNotFitSign', reasonCode: 'receiptNotRecorded' }]);
    expect(refusals([line(106, { reasonCode: 'broken' })])).toMatchObject([{ code: 'ReasonDoesNotFitSign' }]);
    for (const counted of [94, 106]) expect(refusals([line(counted, { reasonCode: 'unknown' })])).toEqual([]);
    expect(must([line(100, { reasonCode: 'broken' })]).stocktake.lines).toEqual([{ lotId: box._id, bookBaseUnits: 100, countedBaseUnits: 100 }]);
  });

  it('[STK3] what moves after a lot was counted stays moved', () => {
    const counted = line(94, { bookBaseUnits: 100, countedAt: at(0), earlierMovements: 1, reasonCode: 'bookError' });
    expect(must([counted], book({ [box._id]: 90 }, [-60, 5])).movements).toMatchObject([{ quantityBaseUnits: -6 }]);
  });

  it('[STK4] a lot of which something older came since is counted again, and nothing is booked', () => {
    const counted = line(94, { bookBaseUnits: 100, countedAt: at(0), earlierMovements: 1, reasonCode: 'bookError' });
    expect(refusals([counted, { lotId: other._id, countedBaseUnits: 100 }], book({ [box._id]: 94 }, [-60, -5]))).toEqual([{ code: 'CountAgain', lotId: box._id }]);
    // A movement of a PC whose clock is ahead was in the book already.
    expect(refusals([counted], book({}, [-60, 90]))).toEqual([]);
  });

  it('[STK5] no lot goes below zero; one that is there is settled', () => {
    const counted = line(4, { bookBaseUnits: 10, countedAt: at(0), earlierMovements: 1, reasonCode: 'unknown' });
    expect(refusals([counted], book({ [box._id]: 2 }, [-60, 5]))).toEqual([{ code: 'ReductionBelowZero', lotId: box._id, available: 2, wanted: 6 }]);
    expect(must([line(0, { reasonCode: 'unknown' })], book({ [box._id]: -3 })).movements).toMatchObject([{ quantityBaseUnits: 3, reasonCode: 'countSurplus' }]);
  });

  it('[STK6] what was not counted is named; of chosen medicines only theirs; empty lots are not asked for', () => {
    expect(must([line(100)]).stocktake.notCounted).toEqual([other._id]);
    expect(must([line(100)], book({ [other._id]: 0 })).stocktake.notCounted).toEqual([]);
    expect(must([line(100)], {}, { medicineIds: [box.medicineId] }).stocktake).toMatchObject({ scope: 'some', notCounted: [] });
  });

  it('[STK7] a lot that is in no book is made; one that is there is named', () => {
    const found = { medicineId: box.medicineId, lotNumber: 'NEW 1', expiresOn: '2028-02' };
    const lotId = anId('lots', 77);
    const { lots, movements, stocktake } = must([{ lotId, countedBaseUnits: 12, reasonCode: 'receiptNotRecorded', found }], { balance: (of) => (of === lotId ? 0 : 100), movementsOf: () => [] });
    expect(lots).toMatchObject([{ _id: lotId, lotNumber: 'NEW 1', expiresOn: '2028-02-29', status: 'usable' }]);
    expect(movements).toMatchObject([{ lotId, quantityBaseUnits: 12, reasonCode: 'countSurplus' }]);
    expect(stocktake.lines).toMatchObject([{ lotId, bookBaseUnits: 0, countedBaseUnits: 12 }]);
    const same = { medicineId: box.medicineId, lotNumber: ' a 123', expiresOn: box.expiresOn };
    const with_ = (of: typeof found, facts: Partial<StocktakeFacts> = {}) => refusals([{ lotId, countedBaseUnits: 1, reasonCode: 'unknown', found: { ...of, lotNumber: of.lotNumber.trim() } }], facts);
    expect(with_(same)).toEqual([{ code: 'LotInBook', lotId: box._id }]);
    expect(with_({ ...same, expiresOn: '2029-01' })).toMatchObject([{ code: 'LotExpiryDiffers', lotId: box._id }]);
    expect(with_({ ...found, expiresOn: '2028-13' })).toMatchObject([{ code: 'ExpiryNotADate' }]);
    expect(with_(found, { hasMedicine: () => false })).toMatchObject([{ code: 'MedicineNotFound' }]);
  });

  it('[STK9] the same count is the same movements, another count or lot others', () => {
    const made = [[id, box._id], [id, other._id], [anId('stocktakes', 10), box._id]].map(([count = '', lot = '']) => countMovementId(count, lot));
    expect(new Set(made).size).toBe(3);
    for (const one of made) expect(one).toMatch(/^stockMovements:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(must([line(90, { reasonCode: 'unknown' })]).movements[0]?._id).toBe(made[0]);
  });

  it('[STK10] names who counted once each, and a witness who is somebody else', () => {
    expect(must([line(100)], { countedBy: ['hoa', 'mai', 'hoa'], witnessedBy: 'lan' }).stocktake).toMatchObject({ countedBy: ['hoa', 'mai'], witnessedBy: 'lan' });
    expect(must([line(100)]).stocktake).not.toHaveProperty('witnessedBy');
    expect(refusals([line(100)], { witnessedBy: 'hoa' })).toEqual([{ code: 'WitnessIsCounter' }]);
  });

  it('[STK12] no lines, a lot twice, a lot of nobody and a day to come are refused', () => {
    expect(refusals([])).toEqual([{ code: 'NothingCounted' }]);
    expect(refusals([line(100), line(100)])).toEqual([{ code: 'LotCountedTwice', lotId: box._id }]);
    expect(refusals([line(1, { lotId: anId('lots', 50) })])).toMatchObject([{ code: 'LotNotFound' }]);
    expect(refusals([line(100)], {}, { countedOn: '2026-11-23' })).toMatchObject([{ code: 'OccurredInFuture' }]);
  });

  it('[STK40] the document holds ids, numbers and codes, and the door takes nothing more', () => {
    const { stocktake, movements } = must([line(94, { reasonCode: 'broken' })], { witnessedBy: 'lan' });
    for (const body of [stocktake, ...movements] as (StockMovement | Lot | typeof stocktake)[]) expect(validateResourceDocument(body)).toEqual([]);
    const [first] = stocktake.lines;
    expect(validateResourceDocument({ ...stocktake, note: 'Bà Hoà' })).toEqual([{ code: 'FieldNotAllowed', field: 'note' }]);
    expect(validateResourceDocument({ ...stocktake, lines: [{ ...first, name: 'Bà Hoà' }] })).toEqual([{ code: 'ValueNotAllowed', field: 'lines' }]);
    expect(validateResourceDocument({ ...stocktake, lines: [{ ...first, lotId: anId('patients') }] })).toEqual([{ code: 'PersonNamed', field: 'lines' }]);
    expect(validateResourceDocument({ ...stocktake, notCounted: ['Bà Hoà'] })).toEqual([{ code: 'ValueNotAllowed', field: 'notCounted' }]);
  });
});

it('[STK11] what nobody has counted within the period is due, from its last count or its coming', () => {
  const stocked = [{ lotId: 'a', since: '2026-01-01' }, { lotId: 'b', since: '2026-11-01' }, { lotId: 'c', since: '2026-09-01' }];
  const on = { today: '2026-11-22', everyDays: 31 };
  expect(uncountedLots(stocked, new Map(), on)).toEqual({ lots: 2, since: '2026-01-01' });
  expect(uncountedLots(stocked, new Map([['a', '2026-11-20']]), on)).toEqual({ lots: 1, since: '2026-09-01' });
  expect(uncountedLots(stocked, new Map([['a', '2026-10-22'], ['c', '2026-10-22']]), on)).toBeUndefined();
  expect(uncountedLots(stocked, new Map([['a', '2026-10-21'], ['c', '2026-10-22']]), on)).toEqual({ lots: 1, since: '2026-10-21' });
});
