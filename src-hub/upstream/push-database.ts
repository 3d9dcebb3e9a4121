import type { Engine, Sequence } from '../engine/engine.ts';
import type { PushCheckpoint } from './checkpoints.ts';
import { sendRevisions } from './send-revisions.ts';
import type { SentCount, UpContext } from './send-revisions.ts';

const PAGE = 500;
/** Rows sent between two marks; a crash makes the parent answer `_revs_diff` for at most these again. */
const MARK_EVERY = 2000;

/** Everything goes up but what only flows down and what belongs to a server. */
export const goesUp = (id: string): boolean => !id.startsWith('receipt:') && !id.startsWith('transfer:') && !id.startsWith('_');

/** Remembers, for one connection to the parent, how far each database has been sent. */
export interface PushCursor { sequence: Sequence; marked: Sequence; sinceMark: number }

/** Sends everything new in one database, in the feed's order, until nothing is left. `identity`: which one it is at the parent. */
export async function pushDatabase(engine: Engine, { name, identity }: { name: string; identity: string }, cursors: Map<string, PushCursor>, checkpoint: PushCheckpoint, context: UpContext): Promise<SentCount> {
  let cursor = cursors.get(name);
  if (!cursor) {
    const sequence = await checkpoint.load(name, identity, context.signal);
    cursors.set(name, cursor = { sequence, marked: sequence, sinceMark: 0 });
  }
  const total: SentCount = { sent: 0, refused: 0 };
  for (;;) {
    const { sequence: since } = cursor;
    const { page, count } = await engine.use(name, async (database) => {
      const rows = await database.changes({ since, limit: PAGE, style: 'all' });
      const leaves = Object.fromEntries(rows.rows.filter((row) => goesUp(row.id)).map((row) => [row.id, row.leaves]));
      return { page: rows, count: await sendRevisions(database, leaves, context) };
    });
    total.sent += count.sent;
    total.refused += count.refused;
    cursor.sequence = page.sequence;
    cursor.sinceMark += page.rows.length;
    if (cursor.sinceMark >= MARK_EVERY || (page.finished && total.sent > 0)) {
      await checkpoint.save(name, cursor.sequence, context.signal);
      cursor.marked = cursor.sequence;
      cursor.sinceMark = 0;
    }
    if (page.finished) return total;
  }
}
