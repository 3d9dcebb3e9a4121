import type { Query } from './query.ts';

/** The other PCs of the station, and where they find this one. */
export const lanStatus: Query<'lanStatus'> = ({}, { lan }) => lan.status();
