import type { RefusedAboveRow } from '../../../src-shared/contract/queries.ts';
import { collectionOfId } from '../../../src-shared/domain/collections.ts';
import { readRecord } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';

/** More than these are told by the first ones. */
const mostRows = 100;

/** Records a unit further up refused although the one below it keeps them, with their content as it stands here. */
export function refusedAboveRows({ journal, store }: Pick<StationDatabase, 'journal' | 'store'>): RefusedAboveRow[] {
  return journal.refusedAbove().slice(0, mostRows).flatMap(({ id, unit, reason }) => {
    const collection = collectionOfId(id)?.name;
    const document = collection === undefined ? undefined : readRecord<Record<string, unknown> & { _id: string }>(store, collection, id);
    return collection !== undefined && document ? [{ id, collection, unit, reason, document }] : [];
  });
}
