import { orgUnit } from '../../../src-shared/domain/org/org-unit.schema.ts';
import { bodyOf } from '../db/read-record.ts';
import type { Query } from './query.ts';

/** Units of the health service that are there today, as they came down; for choosing one. */
export const units: Query<'units'> = (_, { db }) => {
  const today = db.clock.today();
  const rows = [];
  for (const stored of db.store.iterate('orgUnits')) {
    const shape = stored._deleted ? undefined : orgUnit.safeParse(bodyOf(stored));
    if (shape?.success && shape.data.from <= today && (shape.data.to === undefined || shape.data.to >= today)) rows.push({ unit: stored._id.slice('org:'.length), name: shape.data.name, tier: shape.data.tier });
  }
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'vi'));
};
