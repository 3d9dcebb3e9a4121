import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import type { DirectReads } from '../../../store/index.ts';
import { keepBodyText } from '../body-texts.ts';
import { leavesOfTree, winnerOfTree } from './revision-tree.ts';
import type { RevisionTree } from './revision-tree.ts';

export interface FeedRow { seq: number; id: string; leaves: string[]; deleted: boolean; body: DocumentBody }
/** As PouchDB's adapter keeps it for each document. */
interface Metadata { id: string; seq: number; rev_tree: RevisionTree; rev_map: Record<string, number>; winningRev?: string; deleted?: boolean }

/** Keys as PouchDB's adapter for ordered pairs writes them. */
const bySequence = '\xffby-sequence\xff';
const documents = '\xffdocument-store\xff';
const sequenceKey = (sequence: number) => bySequence + String(sequence).padStart(16, '0');

/**
 * One page of a database's feed, oldest first, read from the pairs at once: what `PouchDB.changes` does with a turn of the
 * event loop for every pair. Nothing is written between two of its reads, so it shows one state of the database.
 */
export function readFeed(pairs: DirectReads, since: number, limit: number): FeedRow[] {
  const rows: FeedRow[] = [];
  let after = since;
  for (;;) {
    const wanted = limit - rows.length;
    const found = pairs.readRange(sequenceKey(after), `${bySequence}\xff`, wanted);
    for (const { key, value } of found) {
      after = Number(key.toString().slice(bySequence.length));
      const row = rowOf(pairs, after, String(value));
      if (row) rows.push(row);
    }
    if (found.length < wanted || rows.length >= limit) return rows;
  }
}

function rowOf(pairs: DirectReads, seq: number, text: string): FeedRow | undefined {
  const stored = JSON.parse(text) as DocumentBody;
  const known = pairs.readPair(documents + stored._id);
  if (known === undefined) return undefined;
  const metadata = JSON.parse(String(known)) as Metadata;
  // Changed again since: it comes later.
  if (metadata.seq !== seq) return undefined;
  const winner = metadata.winningRev ?? winnerOfTree(metadata.rev_tree).rev;
  const body = winner === stored._rev ? withStubs(stored, text) : readBody(pairs, metadata.rev_map[winner]);
  if (!body) return undefined;
  return { seq, id: metadata.id, leaves: leavesOfTree(metadata.rev_tree).map(({ rev }) => rev), deleted: metadata.deleted ?? winnerOfTree(metadata.rev_tree).deleted, body };
}

function readBody(pairs: DirectReads, seq: number | undefined): DocumentBody | undefined {
  const text = seq === undefined ? undefined : pairs.readPair(sequenceKey(seq));
  return text === undefined ? undefined : withStubs(JSON.parse(String(text)) as DocumentBody, String(text));
}

/** Attachments are named, not sent. */
function withStubs(body: DocumentBody, text: string): DocumentBody {
  const attachments = body['_attachments'] as Record<string, { stub?: boolean }> | undefined;
  if (!attachments) keepBodyText(body, text);
  else for (const attachment of Object.values(attachments)) attachment.stub = true;
  return body;
}
