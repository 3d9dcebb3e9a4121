import type { OperationResult } from '../../../src-shared/contract/operations.ts';
import type { Sql } from '../../../store/index.ts';

export interface DoneKey { operation: string; inputHash: string; result: Omit<OperationResult, 'already'>; at: string }

/** Idempotency: what was done under a key, written in the commit of the save itself. */
export interface DoneKeys {
  find(key: string): DoneKey | undefined;
  remember(sql: Sql, key: string, done: DoneKey): void;
}

export function createDoneKeys(sql: Sql): DoneKeys {
  return {
    find(key) {
      const row = sql.get<{ operation: string; input_hash: string; answer: string; at: string }>(
        'SELECT operation, input_hash, answer, at FROM station_done_keys WHERE key = ?', key);
      return row ? { operation: row.operation, inputHash: row.input_hash, result: JSON.parse(row.answer) as DoneKey['result'], at: row.at } : undefined;
    },
    remember(inCommit, key, done) {
      inCommit.run('INSERT INTO station_done_keys (key, operation, input_hash, answer, at) VALUES (?, ?, ?, ?, ?)',
        key, done.operation, done.inputHash, JSON.stringify(done.result), done.at);
    },
  };
}
