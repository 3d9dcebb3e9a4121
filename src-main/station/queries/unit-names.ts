import type { StationDatabase } from '../db/station-database.ts';

/** Names of units: from the catalogue where it has come down to this station, else as the hubs above call themselves. */
export function unitNames(db: StationDatabase): (unit: string) => string | undefined {
  return (unit) => {
    if (unit === db.identity.unit) return db.identity.unitName;
    const name = db.store.get('orgUnits', `org:${unit}`)?.name;
    return typeof name === 'string' ? name : db.journal.path().find((step) => step.unit === unit)?.name;
  };
}
