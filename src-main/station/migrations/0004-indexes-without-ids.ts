import type { Migration } from './migration.ts';

/**
 * Indexes of several fields no longer end with the id, which made them twice as large (decision 0135). The store makes them anew when its tables are defined; the
 * number is here so that a copy is made first.
 */
export const indexesWithoutIds: Migration = { number: 4, name: 'indexes without ids', step: () => undefined };
