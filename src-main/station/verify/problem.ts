/** One thing that is wrong: ids and names of fields only, never content. */
export type Problem = { check: 'file' | 'identity' | 'schema' | 'ledger' | 'auditChain' | 'outbox'; problem: string } & Record<string, unknown>;
