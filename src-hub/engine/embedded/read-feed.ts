import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import type { DirectPairs } from '../../../store/index.ts';
import { bodiesEnd, bodyKey, metadataKey, sequenceOfKey } from './pair-layout.ts';
import type { DocumentMetadata } from './pair-layout.ts';
import { readBodyText, withStubs } from './read-pairs.ts';
import { leavesOfTree, winnerOfTree } from './revision-tree.ts';

export interface FeedRow { seq: number; id: string; leaves: string[]; deleted: boolean; /** JSON of the winner as it goes over the wire, UTF-8. */ json: Buffer }

/**
 * One page of a database's feed, oldest first, read from the pairs at once: what `PouchDB.changes` does with a turn of the
 * event loop for every pair. Nothing is written between two of its reads, so it shows one state of the database.
 */
export function readFeed(pairs: DirectPairs, since: number, limit: number): FeedRow[] {
  const rows: FeedRow[] = [];
  let after = since;
  for (;;) {
    const wanted = limit - rows.length;
    const found = pairs.readRange(bodyKey(after), bodiesEnd, wanted);
    for (const { key, value } of found) {
      after = sequenceOfKey(key);
      const row = rowOf(pairs, after, value);
      if (row) rows.push(row);
    }
    if (found.length < wanted || rows.length >= limit) return rows;
  }
}

/** Written first by our own writer; PouchDB's writes it last. */
const idFirst = /^\{"_id":"([^"\\]*)","_rev":"([^"]*)"/;
/** Longer ids and revisions are found by parsing. */
const NAME_BYTES = 200;
const ATTACHMENTS = Buffer.from('"_attachments"');

/** Id and revision of a stored body; read out of its beginning where they stand there. */
function nameOf(json: Buffer): { id: string; rev: string | undefined } {
  const [, id, rev] = idFirst.exec(json.toString('utf8', 0, NAME_BYTES)) ?? [];
  if (id !== undefined) return { id, rev };
  const { _id, _rev } = JSON.parse(String(json)) as DocumentBody;
  return { id: _id, rev: _rev };
}

/** Of a document with one leaf, as our own writer writes it: most of them. */
const withOneLeaf = /^\{"id":"[^"\\]*","seq":(\d+),"winningRev":"([^"]+)","deleted":(true|false),"rev_map":\{"([^"]+)":\d+\},/;

function rowOf(pairs: DirectPairs, seq: number, json: Buffer): FeedRow | undefined {
  const { id, rev } = nameOf(json);
  const known = pairs.readPair(metadataKey(id));
  if (known === undefined) return undefined;
  const [, last, only = '', isDeleted, stored] = withOneLeaf.exec(String(known)) ?? [];
  // Superseded bodies are dropped, so the only revision with a body is the only leaf.
  if (last === String(seq) && only === stored && only === rev && !json.includes(ATTACHMENTS)) return { seq, id, leaves: [only], deleted: isDeleted === 'true', json };
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
