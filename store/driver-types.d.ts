/**
 * The part of the driver this library uses; the package's own types are not reachable through its export map.
 * `serialize` (returns plaintext) and `backup` (refuses encrypted files) are left out on purpose.
 */
declare module 'better-sqlite3-multiple-ciphers' {
  export interface Statement {
    run(...values: unknown[]): { changes: number; lastInsertRowid: number | bigint };
    get(...values: unknown[]): unknown;
    all(...values: unknown[]): unknown[];
    iterate(...values: unknown[]): IterableIterator<unknown>;
    pluck(on?: boolean): this;
    raw(on?: boolean): this;
  }
  export interface Transaction<A extends unknown[], R> { (...args: A): R; immediate(...args: A): R; deferred(...args: A): R }
  export default class Database {
    constructor(file: string, options?: { readonly?: boolean; fileMustExist?: boolean; timeout?: number });
    readonly open: boolean;
    readonly inTransaction: boolean;
    prepare(statement: string): Statement;
    exec(statements: string): this;
    pragma(text: string, options?: { simple?: boolean }): unknown;
    transaction<A extends unknown[], R>(body: (...args: A) => R): Transaction<A, R>;
    key(key: Buffer): number;
    rekey(key: Buffer): number;
    close(): this;
  }
}
