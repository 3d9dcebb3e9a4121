/**
 * A document is kept as SQLite's JSONB (decision 0132): a field is read from it without reading the rest, which makes a query that no index
 * helps four times as quick. It gives back the very JSON it was made of. Files of before hold JSON text, and both are read alike.
 */

/** SQL that reads the body as bytes of JSON: the driver makes a text of them twice as slowly as Node does. */
export const BODY = 'CAST(json(body) AS BLOB)';

/** SQL that reads the bodies of all rows, in their order, as the bytes of one JSON list, for `parseBodies`: a row and a parse less for each. */
export const BODIES = 'CAST(json_group_array(body) AS BLOB)';

/** SQL of the body to store, whose parameter is JSON as a text or as bytes. */
export const STORED_BODY = 'jsonb(CAST(? AS TEXT))';

/** A document from what `BODY` read. */
export const parseBody = <T>(bytes: Buffer): T => JSON.parse(bytes.toString()) as T;

/** Documents from what `BODIES` read; a body kept as JSON text is a text in the list. */
export function parseBodies<T>(bytes: Buffer): T[] {
  const bodies = JSON.parse(bytes.toString()) as (T | string)[];
  return bodies.map((body) => (typeof body === 'string' ? JSON.parse(body) as T : body));
}
