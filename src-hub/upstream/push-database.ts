import type { Engine, Sequence } from '../engine/engine.ts';
import type { PushCheckpoint } from './checkpoints.ts';
import { sendRevisions } from './send-revisions.ts';
import type { SentCount, UpContext } from './send-revisions.ts';

/** Rows of a page; fewer where the line carries little: their names are asked for in one request. */
const [SMALLEST_PAGE, LARGEST_PAGE] = [100, 500];
/** For each KiB that one request may hold: some requests to a page. */
const ROWS_PER_KIB = 4;
/** Rows, or milliseconds, between two marks: what the parent is asked for by `_revs_diff` again after a crash or a cut. */
const MARK_EVERY = 2000;
const MARK_EVERY_MS = 5000;

/** Everything goes up but what only flows down and what belongs to a server. */
export const goesUp = (id: string): boolean => !id.startsWith('receipt:') && !id.startsWith('transfer:') && !id.startsWith('_');

/** Remembers, for one connection to the parent, how far each database has been sent. */
export interface PushCursor { sequence: Sequence; sinceMark: number; /** `performance.now()`. */ markedAt: number }

/** Sends everything new in one database, in the feed's order, until nothing is left. `identity`: which one it is at the parent. */
export async function pushDatabase(engine: Engine, { name, identity }: { name: string; identity: string }, cursors: Map<string, PushCursor>, checkpoint: PushCheckpoint, context: UpContext): Promise<SentCount> {
  let cursor = cursors.get(name);
  if (!cursor) {
    const sequence = await checkpoint.load(name, identity, context.signal);
    cursors.set(name, cursor = { sequence, sinceMark: 0, markedAt: performance.now() });
  }
  const total: SentCount = { sent: 0, refused: 0 };
  for (;;) {
    const { sequence: since } = cursor;
    const limit = Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, context.chunk.size() * ROWS_PER_KIB));
    const { page, count } = await engine.use(name, async (database) => {
      const rows = await database.changes({ since, limit, style: 'all' });
      const leaves = Object.fromEntries(rows.rows.filter((row) => goesUp(row.id)).map((row) => [row.id, row.leaves]));
      return { page: rows, count: await sendRevisions(database, leaves, context) };
    });
    total.sent += count.sent;
    total.refused += count.refused;
    cursor.sequence = page.sequence;
    cursor.sinceMark += page.rows.length;
    const isDue = cursor.sinceMark >= MARK_EVERY || (!page.finished && performance.now() - cursor.markedAt >= MARK_EVERY_MS);
    if (isDue || (page.finished && total.sent > 0)) {
      await checkpoint.save(name, cursor.sequence, context.signal);
      cursor.sinceMark = 0;
      cursor.markedAt = performance.now();
    }
    if (page.finished) return total;
  }
}
