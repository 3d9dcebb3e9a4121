import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import type { DirectPairs } from '../../../store/index.ts';
import { bodiesEnd, bodyKey, metadataKey, sequenceOfKey } from './pair-layout.ts';
import type { DocumentMetadata } from './pair-layout.ts';
import { readBodyText, withStubs } from './read-pairs.ts';
import { leavesOfTree, winnerOfTree } from './revision-tree.ts';

export interface FeedRow { seq: number; id: string; leaves: string[]; deleted: boolean; /** JSON of the winner as it goes over the wire, UTF-8. */ json: Buffer }

/** A page lies in memory. */
const PAGE_BYTES = 8 * 1024 * 1024;

/**
 * One page of a database's feed, oldest first, read from the pairs at once: what `PouchDB.changes` does with a turn of the
 * event loop for every pair. Nothing is written between two of its reads, so it shows one state of the database. It ends early
 * where its bodies reach `mostBytes`; `isLast`: nothing is behind it.
 */
export function readFeed(pairs: DirectPairs, since: number, limit: number, mostBytes: number = PAGE_BYTES): { rows: FeedRow[]; isLast: boolean } {
  const rows: FeedRow[] = [];
  let after = since;
  for (let bytes = 0; ;) {
    const wanted = limit - rows.length;
    const left = mostBytes - bytes;
    const found = pairs.readRange(bodyKey(after), bodiesEnd, wanted, left);
    for (const [key, value, form] of found) {
      after = sequenceOfKey(key);
      bytes += value.length;
      const row = (form === 'blob' ? rowOfOnlyBody(after, value) : undefined) ?? rowOf(pairs, after, value);
      if (row) rows.push(row);
    }
    if (bytes < mostBytes && found.length < wanted) return { rows, isLast: true };
    if (rows.length >= limit || (bytes >= mostBytes && rows.length > 0)) return { rows, isLast: false };
    // Bodies that were all superseded: the page is still empty.
    if (bytes >= mostBytes) bytes = 0;
  }
}

/** As our own writer writes it, with an id of ASCII; PouchDB's writes id and revision last. */
const nameFirst = /^\{"_id":"([ !#-[\]-~]*)","_rev":"([\w-]+)"(,"_deleted":true)?[,}]/;
/** Longer ids and revisions are found by parsing. */
const NAME_BYTES = 200;

/** The row of a document with one body, which says all of it (`pair-layout.ts`). */
function rowOfOnlyBody(seq: number, json: Buffer): FeedRow | undefined {
  const [, id, rev, deleted] = nameFirst.exec(json.toString('latin1', 0, NAME_BYTES)) ?? [];
  return id === undefined || rev === undefined ? undefined : { seq, id, leaves: [rev], deleted: deleted !== undefined, json };
}

/** The row of any document, by what is kept of it: several leaves, attachments, a body PouchDB wrote, or one of a version of this program that did not tell them apart. */
function rowOf(pairs: DirectPairs, seq: number, json: Buffer): FeedRow | undefined {
  const { _id: id, _rev: rev } = JSON.parse(String(json)) as DocumentBody;
  const known = pairs.readPair(metadataKey(id));
  if (known === undefined) return undefined;
  const metadata = JSON.parse(String(known)) as DocumentMetadata;
  // Changed again since: it comes later.
  if (metadata.seq !== seq) return undefined;
  const winner = metadata.winningRev ?? winnerOfTree(metadata.rev_tree).rev;
  const winning = winner === rev ? String(json) : readBodyText(pairs, metadata.rev_map[winner]);
  if (winning === undefined) return undefined;
  return {
    seq, id: metadata.id, leaves: leavesOfTree(metadata.rev_tree).map((leaf) => leaf.rev), deleted: metadata.deleted ?? winnerOfTree(metadata.rev_tree).deleted,
    json: Buffer.from(winning.includes('"_attachments"') ? JSON.stringify(withStubs(JSON.parse(winning) as DocumentBody)) : winning),
  };
}
