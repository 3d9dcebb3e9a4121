import { join } from 'node:path';

/** Where a hub's files lie in its directory. */
export const bookFile = (dir: string): string => join(dir, 'hub.db');
export const databasesDirectory = (dir: string): string => join(dir, 'databases');
export const databaseFile = (dir: string, name: string): string => join(databasesDirectory(dir), `${name}.db`);
