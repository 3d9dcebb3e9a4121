import type { Query } from './query.ts';

export const deniedRecords: Query<'deniedRecords'> = ({}, { db }) =>
  db.journal.denied().map(({ id, table, at, reason, deniedBy, document }) => ({ id, collection: table, at, reason, deniedBy, document }));
