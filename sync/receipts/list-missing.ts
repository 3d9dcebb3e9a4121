import type { JournalCore } from '../replication/journal-core.ts';
import { bucketCount, bucketOf } from './digest.ts';
import { everything } from './late-leaves.ts';
import type { Prover } from './prove.ts';

const pageSize = 200;
/** Saved since the first missing one: beyond so many of a database nothing is looked for, so that whoever asks is answered at once. */
const mostLookedAt = 5000;

/** Buckets that hold something of which the unit has not proved all. */
function openBuckets({ digests }: JournalCore, prover: Prover, unit: string, database: string): Set<number> {
  const devices = digests.devices(database).map((device) => ({ leaf: { database, device, turn: everything, counted: 1 } as const, digest: digests.digest(database, device) }));
  return new Set(Array.from({ length: bucketCount }, (_, bucket) => bucket).filter((bucket) => devices.some(({ leaf, digest }) => digest.bucket(bucket).count > 0 && !prover.isProved(unit, leaf, bucket))));
}

/** Current versions of records that a unit has not proved, of each database in the order in which they were saved or came, from an instant on; read as they are asked for. `since`, `at`: milliseconds since 1970. */
export function* listMissing(core: JournalCore, prover: Prover, { unit, since }: { unit: string; since: number }): Generator<{ id: string; at: number }, undefined> {
  for (const database of core.databasesUp) {
    const open = openBuckets(core, prover, unit, database);
    let lookedAt = 0;
    for (let after = since - 1; open.size > 0 && lookedAt < mostLookedAt;) {
      const page = core.leaves.inOrder(database, { after, limit: pageSize, except: '' });
      const last = page.at(-1);
      if (!last) break;
      // A page may end in the middle of a commit.
      const ids = new Map([...page, ...core.leaves.ofTurn(database, last.turn, '')].map(({ id, turn }) => [id, turn]));
      for (const [id, turn] of ids) {
        const bucket = bucketOf(id);
        const leaf = open.has(bucket) ? core.leavesOf(database, id).find(({ current }) => current === 1) : undefined;
        if (leaf && !prover.isProved(unit, leaf, bucket)) yield { id, at: core.digests.timeOf(turn) ?? Math.floor(turn) };
      }
      lookedAt += ids.size;
      after = last.turn;
    }
  }
}
