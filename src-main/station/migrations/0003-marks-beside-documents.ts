import type { Migration } from './migration.ts';

/**
 * Document tables keep a mark beside each document, and replication keeps what it knows of an ordinary version there instead of in tables of its own (decision 0100).
 * Both see to it themselves when the file is opened; the number is here so that a copy is made first, and a program which does not know them refuses the file.
 */
export const marksBesideDocuments: Migration = { number: 3, name: 'marks beside documents', step: () => undefined };
