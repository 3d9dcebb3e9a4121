import type { WireDocument } from '../replication/wire-document.ts';
import { TransportError } from '../types.ts';
import { isRecord } from './is-record.ts';

/** The documents of a list as `open_revs` answers it; what is missing there is left out, and so is what is no document. */
export const leavesIn = (list: unknown): WireDocument[] =>
  (Array.isArray(list) ? list as unknown[] : []).flatMap((one) => (isRecord(one) && isRecord(one['ok']) && typeof one['ok']['_id'] === 'string' ? [one['ok'] as WireDocument] : []));

/** The documents of an answer to `_bulk_get`. */
export function documentsOf(answer: unknown): WireDocument[] {
  if (!isRecord(answer) || !Array.isArray(answer['results'])) throw new TransportError('hubBroken', 'the answer to _bulk_get is not what the protocol says');
  return (answer['results'] as unknown[]).flatMap((result) => (isRecord(result) ? leavesIn(result['docs']) : []));
}
