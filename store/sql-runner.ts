import type { Connection } from './driver.ts';
import type { Sql, SqlValue } from './types.ts';

type Statement = ReturnType<Connection['prepare']>;

/** Prepared statements kept; the least recently used goes first. */
const CACHED_STATEMENTS = 400;
const TRANSACTION_CONTROL = /^\s*(begin|commit|end|rollback|savepoint|release|attach|detach|vacuum)\b/i;

export interface StatementCache { prepare(statement: string, check?: (text: string) => void): Statement; /** What is read now may be taken back. */ readonly inTransaction: boolean }

/** Prepares each statement once per connection. */
export function createStatementCache(connection: Connection): StatementCache {
  const statements = new Map<string, Statement>();
  return {
    get inTransaction() { return connection.inTransaction; },
    prepare(text, check) {
      const cached = statements.get(text);
      if (cached) {
        // Far from full nothing will have to go soon, and the order does not matter.
        if (statements.size > CACHED_STATEMENTS / 2) {
          statements.delete(text);
          statements.set(text, cached);
        }
        return cached;
      }
      check?.(text);
      const statement = connection.prepare(text);
      statements.set(text, statement);
      if (statements.size > CACHED_STATEMENTS) {
        for (const oldest of statements.keys()) { statements.delete(oldest); break; }
      }
      return statement;
    },
  };
}

function refuseTransactionControl(text: string): void {
  if (TRANSACTION_CONTROL.test(text)) throw new Error('transactions are opened by commit() only');
}

/** Plain SQL over cached statements; transactions belong to `commit` alone, so their keywords are refused. */
export function createSql(cache: StatementCache): Sql {
  // Looked at once: what is in the cache was allowed.
  const prepare = (text: string): Statement => cache.prepare(text, refuseTransactionControl);
  return {
    run(statement: string, ...values: SqlValue[]) {
      const { changes, lastInsertRowid } = prepare(statement).run(...values);
      return { changes, lastInsertRowid: Number(lastInsertRowid) };
    },
    get: <T>(statement: string, ...values: SqlValue[]) => prepare(statement).get(...values) as T | undefined,
    all: <T>(statement: string, ...values: SqlValue[]) => prepare(statement).all(...values) as T[],
  };
}
