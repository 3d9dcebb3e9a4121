import type { Migration } from './migration.ts';

/**
 * Indexed fields lie in columns beside the body, so that an edit writes no index it changes nothing of (decision 0242). The store adds and fills them when its tables are
 * defined; the number is here so that a copy is made first.
 */
export const columnsOfIndexedFields: Migration = { number: 6, name: 'columns of indexed fields', step: () => undefined };
