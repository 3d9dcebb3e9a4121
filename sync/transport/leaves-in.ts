import type { WireDocument } from '../replication/wire-document.ts';
import { TransportError } from '../types.ts';
import { isRecord } from './is-record.ts';

export const broken = (what: string) => new TransportError('hubBroken', `${what} is not what the protocol says`);
const documentsOf = (list: readonly unknown[]): WireDocument[] => list.flatMap((one) => (isRecord(one) && isRecord(one['ok']) && typeof one['ok']['_id'] === 'string' ? [one['ok'] as WireDocument] : []));

/** The documents of an answer to `open_revs`. What is missing there is left out, and so is what is no document; what is no such answer says nothing of what is missing. */
export function leavesInOpen(answer: unknown): WireDocument[] {
  if (!Array.isArray(answer)) throw broken('the answer to open_revs');
  return documentsOf(answer);
}

/** As `leavesInOpen`, of an answer to `_bulk_get`, which has something to say of each of the `asked` documents. */
export function leavesInBulk(answer: unknown, asked: number): WireDocument[] {
  const results: unknown = isRecord(answer) ? answer['results'] : undefined;
  if (!Array.isArray(results) || results.length < asked) throw broken('the answer to _bulk_get');
  return (results as unknown[]).flatMap((result) => documentsOf(isRecord(result) && Array.isArray(result['docs']) ? result['docs'] : []));
}

/** The hub has no `_bulk_get`; that the whole database is not there, as a cluster may say for a moment, is something else. */
export const lacksBulkGet = (error: unknown): boolean => error instanceof TransportError && [400, 404, 405, 501].includes(error.status ?? 0) && !isWithoutDatabase(error);

/** The document is not there. */
export const lacksDocument = (error: unknown): boolean => error instanceof TransportError && error.kind === 'notFound' && !isWithoutDatabase(error);

const isWithoutDatabase = ({ message }: TransportError): boolean => /no_db_file|database does not exist/i.test(message);
