import type { Query } from './query.ts';

export const recordTicks: Query<'recordTicks'> = ({ ids }, { db }) => db.journal.ticks(ids).map((tick) => ({ ...tick, saved: true as const }));
