import { BODIES } from '../document-body.ts';
import { quoteName } from '../document-table.ts';
import type { StatementCache } from '../sql-runner.ts';
import type { KnownTable } from '../table-registry.ts';
import type { SelectorContext } from './field-condition.ts';
import { kindsIn, kindSql, valuesSql } from './learn-fields.ts';
import type { SortPart } from './query-shape.ts';
import { pinnedFields, selectorToSql } from './selector-to-sql.ts';
import { sortToSql } from './sort-to-sql.ts';

/** Documents of whose kinds of value those of all are guessed. */
const SAMPLE = 100;

/**
 * The first documents a query finds, as one list of bodies, where nothing is known yet of some fields (`names`): in one look at all documents, instead of one to learn and one
 * to ask. Taken is that all hold such values as the first ones do; documents that do not come before all others, so that it is known at once whether one is there. Then, and
 * where SQLite could not do it alone, the answer is `undefined`; else the fields are tracked from now on.
 */
export function guessPage(
  cache: StatementCache, table: KnownTable, names: readonly string[], { selector, sort, limit }: { selector: unknown; sort: readonly SortPart[]; limit: number }, sample = SAMPLE,
): Buffer | undefined {
  const { primaryKey, columns, fields } = table;
  const guessed = kindsIn(cache, table, names, sample);
  const read = new Map(names.map((name, n) => [name, `value${n}`]));
  const context: SelectorContext = { primaryKey, columns, read, traitsOf: (field) => guessed.get(field) ?? fields.traitsOf(field) };
  const where = selectorToSql(selector, context);
  const order = sortToSql(sort, pinnedFields(selector, context), context);
  if (!where.isExact || order === undefined) return undefined;
  const doubt = names.map((name, n) => `((${kindSql(`value${n}`, name)}) & ~${guessed.get(name) ?? 0})`).join(' | ');
  const found = `SELECT number AS found, ${doubt} AS doubt FROM ${valuesSql(table, names)} WHERE (${where.sql}) OR (${doubt}) <> 0 ORDER BY doubt DESC, ${order} LIMIT ${limit}`;
  const name = quoteName(table.name);
  const answer = cache.prepare(`SELECT ${BODIES} AS bodies, max(doubt) AS doubt FROM (${found}) CROSS JOIN ${name} ON number = found`).get(...where.values) as { bodies: Buffer; doubt: number | null };
  if (answer.doubt) return undefined;
  fields.track(guessed);
  return answer.bodies;
}
