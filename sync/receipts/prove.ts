import { isRecord } from '../transport/is-record.ts';
import type { JournalCore } from '../replication/journal-core.ts';
import type { Leaf } from '../replication/leaf-book.ts';
import type { ReceiptDocument, TierProofState } from '../types.ts';
import { bucketCount, decodeDigest, sameBucket } from './digest.ts';
import type { Digest } from './digest.ts';
import { everything, lateLeaves, nothing } from './late-leaves.ts';
import { surplusOf } from './surplus.ts';

interface Receipt { publishedAt: string; devices: Map<string, Digest>; refusedAbove: ReceiptDocument['refusedAbove'] }
/** Whatever a receipt says there. */
const recordsOf = (said: Receipt['refusedAbove']) => (Array.isArray(said?.records) ? said.records : []).filter((one: unknown) => isRecord(one) && typeof one['id'] === 'string');
interface ReceiptRow { database: string; unit: string; body: string }
export interface Tier { unit: string; tier: string; name?: string }

export interface Prover {
  path(): Tier[];
  proofs(): TierProofState[];
  isProved(unit: string, leaf: Pick<Leaf, 'database' | 'device' | 'turn' | 'counted'>, bucket: number): boolean;
  /** Buckets of the first hub, any device, that match nothing we hold or held: something is missing there. */
  unmatched(unit: string): { database: string; device: string; bucket: number }[];
  /** Buckets of which the first hub holds more than is here and nothing less: somebody else writes under our name, or its feed was read past what others wrote. */
  surplus(unit: string): { database: string; bucket: number }[];
  /** Every tier on the path holds everything that is not set aside. */
  isComplete(): boolean;
  /** Names the receipts of a unit as they stand now. */
  receiptMark(unit: string): string;
  /** What a receipt names as refused by the tier above it, where it is still the version shown here. */
  refusedAbove(): { id: string; rev: string; unit: string; reason: string }[];
  /** Units with a receipt here. */
  units(): string[];
  /** Receipts in the table changed. */
  reload(): void;
}

/**
 * What the tiers' receipts prove of the leaves known here. A bucket of the own device equal to a past digest proves what
 * had joined by then (`turn`); another device's bucket proves by equality with ours now. What matches nothing proves nothing.
 */
export function createProver(core: JournalCore): Prover {
  const { sql } = core.store;
  const own = core.options.device;
  /** This device, and those a restored copy was before: under their names it read the feed. */
  const ownNames = [own, ...(core.options.formerDevices ?? [])];
  /** Written here: own saves, those of the former devices, and merges. */
  const ours = [...ownNames, 'merge'];
  const databases = core.databasesUp;
  let receipts = new Map<string, Receipt>();
  let bounds = new Map<string, number[]>();
  let boundsEdition = -1;
  let answer: { edition: number; proofs: TierProofState[] } | undefined;

  const reload = () => {
    receipts = new Map(sql.all<ReceiptRow>('SELECT database, unit, body FROM sync_receipts').map(({ database, unit, body }) => {
      const receipt = JSON.parse(body) as Partial<ReceiptDocument>;
      const devices = new Map<string, Digest>();
      for (const [device, text] of Object.entries(receipt.devices ?? {})) {
        const digest = decodeDigest(text);
        if (digest) devices.set(device, digest);
      }
      return [`${unit}#${database}`, { publishedAt: receipt.publishedAt ?? '', devices, refusedAbove: receipt.refusedAbove }];
    }));
    boundsEdition = -1;
    answer = undefined;
  };
  reload();

  const boundOf = (receipt: Receipt, database: string, device: string, bucket: number): number => {
    const theirs = receipt.devices.get(device)?.bucket(bucket);
    if (!theirs) return nothing;
    if (sameBucket(theirs, core.digests.digest(database, device).bucket(bucket))) return everything;
    if (device !== own) return nothing;
    for (const past of core.digests.past(database, bucket)) if (sameBucket(past, theirs)) return past.turn;
    return nothing;
  };
  /** Greatest `turn` proved, per bucket. */
  const boundsOf = (unit: string, database: string, device: string): number[] => {
    if (boundsEdition !== core.edition()) {
      bounds = new Map();
      boundsEdition = core.edition();
    }
    const key = `${unit}#${database}#${device}`;
    const known = bounds.get(key);
    if (known) return known;
    const receipt = receipts.get(`${unit}#${database}`);
    const found = Array.from({ length: bucketCount }, (_, bucket) => (receipt ? boundOf(receipt, database, device, bucket) : nothing));
    bounds.set(key, found);
    return found;
  };
  /** Neither here nor there is anything of it. */
  const isEmpty = (unit: string, database: string, device: string, bucket: number): boolean =>
    core.digests.digest(database, device).bucket(bucket).count === 0 && (receipts.get(`${unit}#${database}`)?.devices.get(device)?.bucket(bucket).count ?? 0) === 0;
  const path = (): Tier[] => JSON.parse(core.meta('path') ?? '[]') as Tier[];

  /** Ended branches and the like are leaves, but no records anyone looks for. */
  const endedLeaves = (database: string, device: string) =>
    sql.all<{ bucket: number; turn: number }>('SELECT bucket, turn FROM sync_leaves WHERE database = ? AND device = ? AND current = 0 AND counted = 1', database, device);

  const stateOf = (tier: Tier): TierProofState => {
    let [proved, missing, others, othersMissing, oldest] = [0, 0, 0, 0, Number.POSITIVE_INFINITY];
    const published: string[] = [];
    for (const database of databases) {
      const receipt = receipts.get(`${tier.unit}#${database}`);
      if (receipt) published.push(receipt.publishedAt);
      for (const device of ours) {
        const digest = core.digests.digest(database, device);
        const bounds = boundsOf(tier.unit, database, device);
        const late = lateLeaves(core, { database, device, digest, bounds });
        proved += digest.count() - late.count;
        missing += late.count;
        if (late.oldestAt !== undefined) oldest = Math.min(oldest, late.oldestAt);
        for (const { bucket, turn } of endedLeaves(database, device)) {
          if (turn <= (bounds[bucket] ?? nothing)) proved--;
          else missing--;
        }
      }
      for (const device of core.digests.devices(database).filter((one) => !ours.includes(one))) {
        const [digest, bounds] = [core.digests.digest(database, device), boundsOf(tier.unit, database, device)];
        bounds.forEach((bound, bucket) => {
          const { count } = digest.bucket(bucket);
          if (bound === everything) others += count;
          else othersMissing += count;
        });
        for (const { bucket } of endedLeaves(database, device)) {
          if (bounds[bucket] === everything) others--;
          else othersMissing--;
        }
      }
      // Denied, or kept here although deleted there: not at any tier.
      const apart = sql.get<{ n: number; at: number | null }>('SELECT COUNT(*) AS n, MIN(at) AS at FROM sync_leaves WHERE database = ? AND counted = 0 AND current = 1', database);
      missing += apart?.n ?? 0;
      if (apart?.at != null) oldest = Math.min(oldest, apart.at);
    }
    const savedAt = core.digests.lastOwnAt();
    const upTo = missing > 0 ? (proved > 0 ? oldest - 1 : undefined) : savedAt;
    return {
      ...tier, proved, missing, others, othersMissing,
      ...(published.length > 0 ? { publishedAt: published.sort().at(-1) } : {}),
      ...(Number.isFinite(oldest) ? { oldestMissingAt: new Date(oldest).toISOString() } : {}),
      ...(upTo !== undefined && Number.isFinite(upTo) ? { provedUpTo: new Date(upTo).toISOString() } : {}),
    };
  };

  return {
    path, reload,
    proofs() {
      if (answer?.edition !== core.edition()) answer = { edition: core.edition(), proofs: path().map(stateOf) };
      return answer.proofs;
    },
    isProved: (unit, leaf, bucket) => leaf.counted === 1 && leaf.turn <= (boundsOf(unit, leaf.database, leaf.device)[bucket] ?? nothing),
    unmatched: (unit) => databases.flatMap((database) => (receipts.has(`${unit}#${database}`) ? core.digests.devices(database) : []).flatMap((device) =>
      boundsOf(unit, database, device).flatMap((bound, bucket) => (bound === everything || isEmpty(unit, database, device, bucket) ? [] : [{ database, device, bucket }])))),
    surplus: (unit) => databases.flatMap((database) => surplusOf({ core, ownNames, boundsOf: (device) => boundsOf(unit, database, device) }, database, receipts.get(`${unit}#${database}`)?.devices)),
    isComplete: () => path().every(({ unit }) => databases.every((database) => ours.every((device) => {
      const digest = core.digests.digest(database, device);
      return boundsOf(unit, database, device).every((bound, bucket) => bound === everything || digest.bucket(bucket).count === 0);
    }))),
    receiptMark: (unit) => databases.map((database) => receipts.get(`${unit}#${database}`)?.publishedAt ?? '').join('#'),
    refusedAbove: () => [...receipts.values()].flatMap(({ refusedAbove }) => recordsOf(refusedAbove).filter(({ id, rev }) => core.current(id)?._rev === rev)
      .map(({ id, rev, reason }) => ({ id, rev, unit: refusedAbove?.unit ?? '', reason }))),
    units: () => [...new Set([...receipts.keys()].map((key) => key.slice(0, key.indexOf('#'))))],
  };
}
