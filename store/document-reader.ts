import { BODY, parseBody } from './document-body.ts';
import { fieldExpression, isPlainField, quoteName } from './document-table.ts';
import type { StatementCache } from './sql-runner.ts';
import type { TableRegistry } from './table-registry.ts';
import type { StorageCore, StoredDocument } from './types.ts';

/** Documents read at once by `iterate`: no statement stays open between them, so writes may happen meanwhile. */
const PAGE = 500;

/** Reads of single documents and whole tables. */
export function createDocumentReader(cache: StatementCache, tables: TableRegistry): Pick<StorageCore, 'get' | 'getMany' | 'iterate' | 'count' | 'getNumbered' | 'getWith'> {
  const read = (table: string, id: string): StoredDocument | undefined => {
    const row = cache.prepare(`SELECT ${BODY} AS body FROM ${quoteName(tables.need(table).name)} WHERE id = ?`).get(id) as { body: Buffer } | undefined;
    return row && parseBody<StoredDocument>(row.body);
  };
  return {
    get: read,
    getMany: (table, ids) => ids.flatMap((id) => read(table, id) ?? []),
    *iterate(table, { withDeleted = false } = {}) {
      const page = `SELECT id, ${BODY} AS body FROM ${quoteName(tables.need(table).name)} WHERE id > ? ${withDeleted ? '' : 'AND deleted = 0'} ORDER BY id LIMIT ${PAGE}`;
      let last = '';
      for (;;) {
        const rows = cache.prepare(page).all(last) as { id: string; body: Buffer }[];
        for (const { body } of rows) yield parseBody<StoredDocument>(body);
        const end = rows.at(-1);
        if (!end || rows.length < PAGE) return;
        last = end.id;
      }
    },
    getNumbered(table, numbers) {
      const text = `SELECT ${BODY} AS body FROM ${quoteName(tables.need(table).name)} WHERE number = ? AND deleted = 0`;
      return numbers.flatMap((number) => {
        const row = cache.prepare(text).get(number) as { body: Buffer } | undefined;
        return row ? [parseBody<StoredDocument>(row.body)] : [];
      });
    },
    getWith(table, field, value) {
      const { name, primaryKey } = tables.need(table);
      if (field !== primaryKey && !isPlainField(field)) throw new RangeError(`not a field that can be asked for: ${field}`);
      const rows = cache.prepare(`SELECT ${BODY} AS body FROM ${quoteName(name)} WHERE deleted = 0 AND ${fieldExpression(field, primaryKey)} = ?`).all(value) as { body: Buffer }[];
      return rows.map(({ body }) => parseBody<StoredDocument>(body));
    },
    count: (table) => (cache.prepare(`SELECT count(*) AS total FROM ${quoteName(tables.need(table).name)} WHERE deleted = 0`).get() as { total: number }).total,
  };
}
