import type { StationDatabase } from '../db/station-database.ts';

/** Names of units as far as the catalogue has come down to this station. */
export function unitNames(db: StationDatabase): (unit: string) => string | undefined {
  return (unit) => {
    if (unit === db.identity.unit) return db.identity.unitName;
    const name = db.store.get('orgUnits', `org:${unit}`)?.name;
    return typeof name === 'string' ? name : undefined;
  };
}
