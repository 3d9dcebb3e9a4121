import { collectionOfId, collections } from '../../src-shared/domain/collections.ts';
import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import { mergeLeaves, type MergedCollection } from '../../sync/index.ts';
import { whoseUnit } from '../organisation/whose-unit.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';

/** What a merger must know of the document's collection. */
function mergedCollectionOf(id: string): MergedCollection | undefined {
  const found = collectionOfId(id);
  return found?.owner === 'station' ? { table: found.name, idPrefix: found.idPrefix, schemaVersion: found.schemaVersion, mergePolicy: found.mergePolicy } : undefined;
}

/** True where the unit's stations send to this hub itself: only here branches are merged, never at a tier above. */
const isHome = ({ book, config, now }: WorkPlace, database: string): boolean => whoseUnit(book, config.unit, database.slice(database.indexOf('-') + 1), todayInUnitZone(now())).children?.length === 0;

/** Merges the branches of one document, left by stations; answers how many documents that wrote, 0 where there is nothing (any more) to merge here. */
export async function mergeAtHome(place: WorkPlace, database: string, id: string): Promise<number> {
  const collection = mergedCollectionOf(id);
  if (!collection || !place.engine.has(database) || !isHome(place, database)) return 0;
  return place.engine.use(database, async (open) => {
    const leaves = (await open.openRevisions(id, 'all', { revisions: true })).flatMap((one) => ('ok' in one && one.ok._deleted !== true ? [one.ok] : []));
    const documents = mergeLeaves(leaves, collection, collections.conflicts.schemaVersion);
    if (documents.length === 0) return 0;
    const rows = await open.write(documents, { minted: true });
    if (rows.some((row) => 'error' in row)) throw new Error('a merged version was not stored');
    return documents.length;
  });
}
