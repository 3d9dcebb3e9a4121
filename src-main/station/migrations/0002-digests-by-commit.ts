import type { Migration } from './migration.ts';

/**
 * The journal of replication, when it opens the file next, keeps its digests by commit instead of by bucket (decision 0060), and the index of people
 * is made (decision 0061). Both make their own tables; the number is here so that a program which does not know them refuses the file.
 */
export const digestsByCommit: Migration = { number: 2, name: 'digests by commit', step: () => undefined };
