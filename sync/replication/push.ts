import { bulkDocs, packDocuments } from '../transport/hub-calls.ts';
import type { BulkFailure } from '../transport/hub-calls.ts';
import type { HubClient, PreparedBody } from '../transport/hub-client.ts';
import type { KnownAs } from '../transport/if-known.ts';
import { TransportError } from '../types.ts';
import type { Timers } from '../types.ts';
import type { AdaptiveBatch } from './adaptive-batch.ts';
import { denyDocument } from './denied-records.ts';
import type { JournalCore } from './journal-core.ts';
import { letWordsLeave } from './let-words-leave.ts';
import { nextOutgoing, settleRows } from './outbox.ts';
import type { Outgoing } from './outbox.ts';
import type { WireDocument } from './wire-document.ts';

export interface PushOptions { core: JournalCore; client: HubClient; timers: Timers; database: string; batch: AdaptiveBatch; deniedBy: string; signal?: AbortSignal; onBatch?: (stored: number) => void; /** Only a hub that still is what it was known as may take anything. */ knownAs?: KnownAs }
interface Parcel { sent: Outgoing[]; body: PreparedBody }
export interface PushOutcome { stored: number; denied: number }

/** Row errors that are the document's fault; any other is the hub's and is tried again. */
const refusals = new Set(['forbidden', 'unauthorized', 'doc_validation', 'bad_request', 'document_too_large', 'too_large', 'invalid_rev', 'illegal_docid', 'missing_stub', 'missing_id', 'invalid_id', 'not_an_object']);
/** The document itself is at fault; it would be refused again. */
export const isDocumentFault = (error: string): boolean => refusals.has(error);
/** Statuses of a whole batch that one document may have caused. */
const documentFaults = new Set([400, 412, 413, 422]);

/** The document with some of its fields at its end; the order of fields means nothing to anybody but a compressor. */
function withFieldsLast(document: WireDocument, last: readonly string[]): WireDocument {
  if (last.length === 0) return document;
  const ordered: Record<string, unknown> = {};
  for (const field of Object.keys(document)) if (!last.includes(field)) ordered[field] = document[field];
  for (const field of last) if (document[field] !== undefined) ordered[field] = document[field];
  return ordered as WireDocument;
}

/**
 * Sends everything that waits in one database, in the order of the commits. Each document ends up stored or denied; an
 * answer that is lost costs one repetition of the same batch, which changes nothing at the hub. While one batch is on its
 * way the next is made ready.
 */
export async function pushDatabase(options: PushOptions): Promise<PushOutcome> {
  const { core, client, timers, database, batch, signal, knownAs } = options;
  const { fieldsAtEnd = [] } = core.options;
  const outcome: PushOutcome = { stored: 0, denied: 0 };
  let fault: BulkFailure | undefined;
  const deny = ({ row }: Outgoing, reason: string) => {
    denyDocument(core, row, { reason, deniedBy: options.deniedBy });
    outcome.denied++;
  };
  const settle = (sent: Outgoing[], failures: BulkFailure[]) => {
    // A failure that names no document of the batch leaves open which one it means: none is settled.
    const stranger = failures.find((f) => !sent.some(({ row }) => row.id === f.id));
    if (stranger) throw new TransportError('hubBroken', `the hub could not store a document: ${stranger.error ?? 'no reason'}`);
    const failureOf = ({ row }: Outgoing) => failures.find((f) => f.id === row.id && (f.rev === undefined || f.rev === row.rev));
    const stored = failures.length === 0 ? sent : sent.filter((outgoing) => !failureOf(outgoing));
    settleRows(core, stored.map(({ row }) => row));
    for (const outgoing of failures.length === 0 ? [] : sent) {
      const failure = failureOf(outgoing);
      if (!failure) continue;
      if (isDocumentFault(failure.error ?? '')) deny(outgoing, [failure.error, failure.reason].filter(Boolean).join(': '));
      else fault = failure;
    }
    outcome.stored += stored.length;
    options.onBatch?.(stored.length);
  };

  const pack = async (after: number): Promise<Parcel | undefined> => {
    const sent = nextOutgoing(core, database, after, batch.size());
    return sent.length === 0 ? undefined : { sent, body: await packDocuments(client, sent.map(({ document }) => withFieldsLast(document, fieldsAtEnd))) };
  };

  // A new round picks up tombstones that had to wait for the version merged with them.
  for (let sentInRound = 1; sentInRound > 0 && !fault;) {
    sentInRound = 0;
    let after = 0;
    for (let ahead: Promise<Parcel | undefined> | undefined; ;) {
      signal?.throwIfAborted();
      const parcel = await (ahead ?? pack(after));
      ahead = undefined;
      const last = parcel?.sent.at(-1);
      if (!parcel || !last) break;
      const { sent, body } = parcel;
      const startedAt = timers.elapsed();
      try {
        const answer = bulkDocs(client, database, body, { signal, knownAs });
        answer.catch(() => undefined);
        await letWordsLeave();
        ahead = pack(last.row.seq);
        ahead.catch(() => undefined);
        const failures = await answer;
        batch.wentThrough(sent.length, timers.elapsed() - startedAt);
        settle(sent, failures);
      } catch (error) {
        if (!(error instanceof TransportError)) throw error;
        if (error.kind === 'timeout' || error.kind === 'noLine') batch.failed(sent.length, 'line');
        const isAnotherHub = knownAs !== undefined && error.status === 412;
        // A web page says nothing of a document.
        if (isAnotherHub || error.kind === 'notCouch' || !documentFaults.has(error.status ?? 0)) throw error;
        ahead = undefined;
        const [only] = sent;
        if (!batch.failed(sent.length, 'tooLarge') || !only) continue;
        deny(only, error.kind === 'tooLarge' ? `too large for the hub: ${error.message}` : error.message);
      }
      after = last.row.seq;
      sentInRound += sent.length;
    }
  }
  // The rest has gone; what the hub itself stumbled over stays in the outbox.
  if (fault) throw new TransportError('hubBroken', `the hub could not store a document: ${fault.error ?? 'no reason'}`);
  return outcome;
}
