import { decodeDigest } from '../../sync/index.ts';
import type { Digest, ReceiptDocument } from '../../sync/index.ts';
import type { EngineDatabase } from '../engine/engine.ts';

export interface ReadReceipt { unit: string; tier: string; publishedAt: string; rev: string; digests: Map<string, Digest> }

function toReceipt(body: ReceiptDocument): ReadReceipt | undefined {
  if (typeof body.unit !== 'string' || typeof body.devices !== 'object' || body.devices === null) return undefined;
  const digests = new Map<string, Digest>();
  for (const [device, text] of Object.entries(body.devices)) {
    const digest = decodeDigest(text);
    // One that cannot be read proves nothing.
    if (digest) digests.set(device, digest);
  }
  return { unit: body.unit, tier: String(body.tier ?? ''), publishedAt: String(body.publishedAt ?? ''), rev: String(body._rev), digests };
}

/** Every receipt lying in a station's database, this hub's own too. */
export async function readReceipts(database: EngineDatabase): Promise<ReadReceipt[]> {
  const { rows } = await database.allDocuments({ startKey: 'receipt:', endKey: 'receipt;', inclusiveEnd: false, withBodies: true });
  return rows.flatMap((row) => {
    const body = 'doc' in row ? row.doc : undefined;
    const receipt = body ? toReceipt(body as ReceiptDocument) : undefined;
    return receipt ? [receipt] : [];
  });
}

export async function readReceipt(database: EngineDatabase, unit: string): Promise<ReadReceipt | undefined> {
  const body = await database.read(`receipt:${unit}`);
  return body === undefined || body === 'deleted' ? undefined : toReceipt(body as ReceiptDocument);
}
