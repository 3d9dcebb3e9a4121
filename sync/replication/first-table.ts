/** New documents of this device that wait to be sent for the first time, by the kind of their database. Inserted and removed, never changed. */
export const firstTables = ['sync_first_health', 'sync_first_resources'] as const;

/** The table of a database named `<kind>-<unit>`. */
export const firstTableOf = (database: string): (typeof firstTables)[number] => (database.startsWith('resources-') ? 'sync_first_resources' : 'sync_first_health');
