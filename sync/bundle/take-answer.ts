import { applyPage } from '../replication/apply-page.ts';
import { isBefore, readCheckpoint, receiptOwedMark, restartCheckpoint } from '../replication/checkpoint.ts';
import { denyDocument } from '../replication/denied-records.ts';
import type { JournalParts } from '../replication/journal.ts';
import { countWaiting, rowsByNumber, settleRows } from '../replication/outbox.ts';
import { mergeAbandoned } from '../replication/pull.ts';
import { isDocumentFault } from '../replication/push.ts';
import { leavesInBuckets, rowFor } from '../replication/reconcile.ts';
import type { WireDocument } from '../replication/wire-document.ts';
import type { ChangeRow } from '../transport/changes-page.ts';
import type { LeafName } from '../transport/hub-calls.ts';
import type { HubClient } from '../transport/hub-client.ts';
import type { AnsweredDatabase, DownLine, TakenBundle } from './bundle-content.ts';
import { BundleProblem } from './bundle-problem.ts';
import { forgetRows } from './stick-tables.ts';

/** Counted in documents. `settled`: the home hub holds them now · `denied`: it refused them · `resent`: it lost them, they wait again. */
export interface AnswerCounts { settled: number; denied: number; pulled: number; conflicts: number; resent: number }

/** Answers for the hub out of the lines read so far. */
function lineClient(leaves: ReadonlyMap<string, WireDocument>): Pick<HubClient, 'request'> {
  return {
    request: <T>(_path: string, { body }: { body?: unknown } = {}) => {
      const { docs } = body as { docs: LeafName[] };
      return Promise.resolve({ results: docs.map(({ id, rev }) => ({ id, docs: leaves.has(`${id}\n${rev}`) ? [{ ok: leaves.get(`${id}\n${rev}`) }] : [] })) } as T);
    },
  };
}

/** Applies the lines of an answer as pages of the feed are applied online. Stopped half-way it is taken again from the start. */
export async function takeAnswer(parts: JournalParts, lines: AsyncIterable<unknown>, onProgress: (pulled: number) => void = () => undefined): Promise<AnswerCounts> {
  const counts: AnswerCounts = { settled: 0, denied: 0, pulled: 0, conflicts: 0, resent: 0 };
  const databases = new Map<string, AnsweredDatabase & { isNews: boolean; movesPlace: boolean }>();
  let rows: ChangeRow[] = [];
  let leaves = new Map<string, WireDocument>();
  let ended = false;
  for await (const value of lines) {
    const line = value as DownLine;
    if (line.t === 'state') {
      if (line.path.length > 0) parts.core.setMeta('path', JSON.stringify(line.path));
      for (const taken of line.taken) settleBundle(parts, taken, line.hubName, counts);
      for (const its of line.databases) databases.set(its.database, { ...its, ...recogniseState(parts, its) });
    } else if (line.t === 'row') {
      rows.push(line.row);
      for (const leaf of [...line.leaves, ...(line.row.doc ? [line.row.doc] : [])]) leaves.set(`${leaf._id}\n${leaf._rev ?? ''}`, leaf);
    } else if (line.t === 'place') {
      const its = databases.get(line.database);
      const { since } = readCheckpoint(parts.core, line.database);
      // What the line brought meanwhile is not replaced by what was older when the stick was written.
      if (its?.isNews && !isBefore(line.sequence, since)) {
        const page = { results: rows, last_seq: its.movesPlace ? line.sequence : since };
        const plan = await applyPage({ parts, client: lineClient(leaves), database: line.database, page });
        counts.pulled += plan.applied;
        counts.conflicts += plan.conflicts;
        onProgress(counts.pulled);
      }
      [rows, leaves] = [[], new Map()];
    } else ended = true;
  }
  if (!ended) throw new BundleProblem('BundleDamaged', 'the answer ends too early');
  for (const database of databases.keys()) counts.conflicts += mergeAbandoned(parts, database);
  counts.resent = offerAgain(parts);
  return counts;
}

/** What the hub stored is settled, what it refused set aside, as after a push. Its own faults leave the document waiting. */
function settleBundle({ core }: JournalParts, { id, takenAt, refused }: TakenBundle, hubName: string, counts: AnswerCounts): void {
  const rows = rowsByNumber(core, core.store.sql.all<{ seq: number }>('SELECT seq FROM sync_bundle_rows WHERE bundle = ?', id).map(({ seq }) => seq)).filter(({ state }) => state === 'waiting');
  const refusals = new Map(refused.map((row) => [`${row.database}\n${row.id}\n${row.rev}`, row]));
  const refusalOf = (row: (typeof rows)[number]) => refusals.get(`${row.database}\n${row.id}\n${row.rev}`);
  const stored = rows.filter((row) => !refusalOf(row));
  settleRows(core, stored);
  counts.settled += stored.length;
  for (const row of rows) {
    const refusal = refusalOf(row);
    if (!refusal || !isDocumentFault(refusal.error)) continue;
    denyDocument(core, row, { reason: [refusal.error, refusal.reason].filter(Boolean).join(': '), deniedBy: hubName });
    counts.denied++;
  }
  core.store.commit({ documents: [], context: 'stick-answered', sql: (sql) => forgetRows(sql, id, takenAt) });
  core.changed();
}

/** As `meetHub` does on a line: a hub that is not in the state known here is read from the start, and proves anew. */
function recogniseState({ core, prover }: JournalParts, { database, hub, since, restarted }: AnsweredDatabase): { isNews: boolean; movesPlace: boolean } {
  const known = readCheckpoint(core, database);
  if (known.hub === hub && !restarted) return { isNews: true, movesPlace: !isBefore(known.since, since) };
  core.commit({
    documents: [], leaves: [], outbox: [], context: 'stick-hub',
    sql: (sql) => {
      restartCheckpoint(sql, database, hub);
      if (known.hub === '') return;
      sql.run('DELETE FROM sync_receipts WHERE database = ?', database);
      sql.run("INSERT OR REPLACE INTO sync_meta (key, value) VALUES (?, '1')", receiptOwedMark(database));
    },
  });
  prover.reload();
  // From the middle of a feed nothing can be concluded about what came before.
  return { isNews: true, movesPlace: Number.parseInt(since, 10) === 0 || since === '' };
}

/** What the home hub's receipt says it lacks although nothing waits is put back: the next stick brings it again. */
function offerAgain({ core, prover }: JournalParts): number {
  const [first] = prover.path();
  if (!first || countWaiting(core).count > 0) return 0;
  const ours = new Set([core.options.device, ...(core.options.formerDevices ?? []), 'merge']);
  let resent = 0;
  for (const database of core.databasesUp) {
    const buckets = prover.unmatched(first.unit).filter((entry) => entry.database === database && ours.has(entry.device));
    for (const page of leavesInBuckets(core, database, buckets)) {
      const outbox = page.flatMap((leaf) => rowFor(core, database, leaf));
      resent += outbox.length;
      if (outbox.length > 0) core.commit({ documents: [], leaves: [], outbox, context: 'stick-again' });
    }
  }
  return resent;
}
