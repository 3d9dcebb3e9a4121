/** Stands for the package `uuid` in PouchDB. */
export const v4 = (): string => crypto.randomUUID();
