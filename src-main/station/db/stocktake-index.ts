import type { StocktakeSummaryRow } from '../../../src-shared/contract/queries.ts';
import { stocktake as stocktakeSchema } from '../../../src-shared/domain/supply/stocktake.schema.ts';
import type { StorageCore, StoredDocument } from '../../../store/index.ts';
import { bodyOf } from './read-record.ts';

/** Finished counts and when each lot was counted last, in memory; follows every commit. */
export interface StocktakeIndex {
  /** The newest first. */
  summaries(): StocktakeSummaryRow[];
  lastCountedOn(): ReadonlyMap<string, string>;
}

export function createStocktakeIndex(store: StorageCore): StocktakeIndex {
  const summaries = new Map<string, StocktakeSummaryRow>();
  const lotIds = new Map<string, string[]>();
  let last: ReadonlyMap<string, string> | undefined;

  const put = (stored: StoredDocument) => {
    last = undefined;
    const shape = stored._deleted ? undefined : stocktakeSchema.safeParse(bodyOf(stored));
    if (!shape?.success) { summaries.delete(stored._id); lotIds.delete(stored._id); return; }
    const { _id, number, countedOn, createdAt, createdBy, scope, blind, countedBy, witnessedBy, lines, notCounted } = shape.data;
    const changes = lines.map(({ bookBaseUnits, countedBaseUnits }) => countedBaseUnits - bookBaseUnits);
    summaries.set(_id, { _id, number, countedOn, createdAt, createdBy, scope, blind, countedBy, witnessedBy, lines: lines.length, over: changes.filter((c) => c > 0).length, short: changes.filter((c) => c < 0).length, notCounted: notCounted.length });
    lotIds.set(_id, lines.map(({ lotId }) => lotId));
  };
  for (const stored of store.iterate('stocktakes')) put(stored);
  store.changes.subscribe(({ changes }) => { for (const { table, document } of changes) if (table === 'stocktakes') put(document); });

  return {
    summaries: () => [...summaries.values()].sort((a, b) => (a.countedOn < b.countedOn ? 1 : a.countedOn > b.countedOn ? -1 : a.createdAt < b.createdAt ? 1 : -1)),
    lastCountedOn() {
      if (last) return last;
      const found = new Map<string, string>();
      for (const { _id, countedOn } of summaries.values()) for (const lotId of lotIds.get(_id) ?? []) if (countedOn > (found.get(lotId) ?? '')) found.set(lotId, countedOn);
      return (last = found);
    },
  };
}
