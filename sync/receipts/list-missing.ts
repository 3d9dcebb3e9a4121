import type { JournalCore } from '../replication/journal-core.ts';
import { bucketOf } from './digest.ts';
import type { Prover } from './prove.ts';

const pageSize = 200;

/** Current versions of records that a unit has not proved, of each database in the order in which they were saved or came, from an instant on; read as they are asked for. `since`, `at`: milliseconds since 1970. */
export function* listMissing(core: JournalCore, prover: Prover, { unit, since }: { unit: string; since: number }): Generator<{ id: string; at: number }, undefined> {
  for (const database of core.databasesUp) {
    for (let after = since - 1; ;) {
      const page = core.leaves.inOrder(database, { after, limit: pageSize, except: '' });
      const last = page.at(-1);
      if (!last) break;
      // A page may end in the middle of a commit.
      const ids = new Map([...page, ...core.leaves.ofTurn(database, last.turn, '')].map(({ id, turn }) => [id, turn]));
      for (const [id, turn] of ids) {
        const leaf = core.leavesOf(database, id).find(({ current }) => current === 1);
        if (leaf && !prover.isProved(unit, leaf, bucketOf(id))) yield { id, at: core.digests.timeOf(turn) ?? Math.floor(turn) };
      }
      after = last.turn;
    }
  }
}
