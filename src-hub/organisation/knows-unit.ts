import type { WorkPlace } from '../provisioning/work-place.ts';
import { parseDatabaseName } from '../public/database-access.ts';
import { readUnits } from './read-units.ts';

/** Whether this hub has ever heard of a unit: itself, a station or child hub enrolled or met here, or one of the table of units. */
export async function knowsUnit({ book, config, engine }: Pick<WorkPlace, 'book' | 'config' | 'engine'>, unit: string): Promise<boolean> {
  if (unit === config.unit) return true;
  if (book.sql.get('SELECT unit FROM unitOwners WHERE unit = ? UNION SELECT unit FROM credentials WHERE unit = ?', unit, unit)) return true;
  if (engine.databases().some((name) => parseDatabaseName(name)?.unit === unit)) return true;
  return (await readUnits(engine)).has(unit);
}
