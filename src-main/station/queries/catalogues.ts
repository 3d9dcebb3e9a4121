import type { Query } from './query.ts';

/** Which release of each catalogue has come down to this station. */
export const catalogues: Query<'catalogues'> = (_, { db }) =>
  db.catalogues.releases().map(({ catalogue, number, publishedAt, entries }) => ({ catalogue, release: number, publishedAt, entries })).sort((a, b) => (a.catalogue < b.catalogue ? -1 : 1));
