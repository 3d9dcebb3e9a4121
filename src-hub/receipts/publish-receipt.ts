import type { ReceiptDocument } from '../../sync/index.ts';
import { encodeDigest } from '../../sync/index.ts';
import type { Digest } from '../../sync/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { RefusedRevision } from '../upstream/refused-above.ts';

export interface ReceiptFacts {
  database: string; unit: string; tier: string; digests: ReadonlyMap<string, Digest>; at: string;
  refusedAbove: { unit: string; records: RefusedRevision[] } | undefined;
}

/** Named in one receipt; more than this is a matter for the hub's own console. */
const MAX_NAMED = 500;

/** What a receipt says, without when. Devices without a leaf are left out. */
function contentOf({ digests, refusedAbove }: ReceiptFacts): Pick<ReceiptDocument, 'devices' | 'refusedAbove'> {
  const devices = Object.fromEntries([...digests].filter(([, digest]) => digest.count() > 0).sort(([a], [b]) => (a < b ? -1 : 1)).map(([device, digest]) => [device, encodeDigest(digest)]));
  return { devices, ...(refusedAbove?.records.length ? { refusedAbove: { unit: refusedAbove.unit, records: refusedAbove.records.slice(0, MAX_NAMED) } } : {}) };
}

/** A receipt may be written for a stick while it is due anyway. */
const MOST_TRIES = 5;

/** Writes this hub's receipt into a station's database where what it says has changed. True when it was written. */
export async function publishReceipt(engine: Engine, facts: ReceiptFacts): Promise<boolean> {
  for (let tried = 1; ; tried += 1) {
    const outcome = await tryToPublish(engine, facts);
    if (outcome !== 'conflict') return outcome;
    if (tried === MOST_TRIES) throw new Error('the receipt was not stored');
  }
}

function tryToPublish(engine: Engine, facts: ReceiptFacts): Promise<boolean | 'conflict'> {
  const { database, unit, tier, at } = facts;
  const id = `receipt:${unit}` as const;
  const content = contentOf(facts);
  return engine.use(database, async (db) => {
    const found = await db.read(id);
    const before = found === 'deleted' ? undefined : found as ReceiptDocument | undefined;
    if (before && JSON.stringify({ devices: before.devices, ...(before.refusedAbove ? { refusedAbove: before.refusedAbove } : {}) }) === JSON.stringify(content)) return false;
    if (!before && Object.keys(content.devices).length === 0) return false;
    const receipt: ReceiptDocument = {
      _id: id, ...(before?._rev === undefined ? {} : { _rev: before._rev }), unit, tier, database, publishedAt: at, device: `hub-${unit}`,
      createdAt: String(before?.['createdAt'] ?? at), createdBy: 'hub', updatedAt: at, updatedBy: 'hub', version: `${at}-hub-${unit}`, schemaVersion: 1, ...content,
    };
    const rows = await db.write([receipt], { minted: false });
    const refused = rows.find((row) => 'error' in row);
    if (refused?.error === 'conflict') return 'conflict';
    if (refused) throw new Error('the receipt was not stored');
    return true;
  });
}
