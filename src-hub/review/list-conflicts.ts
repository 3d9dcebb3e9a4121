import { z } from 'zod';
import type { ConflictRow } from '../../src-shared/contract/hub-api.ts';
import { namesOfWriters } from '../../src-shared/domain/common/names-of-writers.ts';
import { collectionOfId, databaseName } from '../../src-shared/domain/collections.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';

const side = z.object({ by: z.string(), name: z.string().optional(), at: z.string(), device: z.string() });
const conflict = z.object({ recordId: z.string(), fields: z.array(z.object({ field: z.string(), kept: z.unknown(), other: z.unknown() })), kept: side, other: side, losing: z.record(z.string(), z.unknown()).optional() });

/** So many of a unit's newest visits are read for the names of those who wrote: few people work at a station. */
const VISITS_READ = 30;

/** Conflict records that wait for a decision in the given units, and how many; only those shown are read. */
export async function listConflicts({ book, engine }: WorkPlace, units: readonly string[], { limit = 50, offset = 0 }: { limit?: number | undefined; offset?: number | undefined }): Promise<{ rows: ConflictRow[]; total: number }> {
  const databases = JSON.stringify(units.flatMap((unit) => [databaseName('health', unit), databaseName('resources', unit)]));
  const where = 'WHERE database IN (SELECT value FROM json_each(?))';
  const total = book.sql.get<{ n: number }>(`SELECT COUNT(*) AS n FROM consoleConflicts ${where}`, databases)?.n ?? 0;
  const rows: ConflictRow[] = [];
  const namesByUnit = new Map<string, ReturnType<typeof namesOfWriters>>();
  const namesIn = async (unit: string): Promise<ReturnType<typeof namesOfWriters>> => {
    const known = namesByUnit.get(unit);
    if (known) return known;
    const ids = book.sql.all<{ id: string }>(`SELECT id FROM consoleEncounters WHERE unit = ? AND kind IN ('checkup', 'visit') ORDER BY id DESC LIMIT ?`, unit, VISITS_READ);
    const visits = ids.length === 0 ? [] : await engine.use(databaseName('health', unit), (open) => Promise.all(ids.map(({ id }) => open.read(id))));
    const names = namesOfWriters(visits.filter((visit) => typeof visit === 'object'));
    namesByUnit.set(unit, names);
    return names;
  };
  for (const { database, id } of book.sql.all<{ database: string; id: string }>(`SELECT database, id FROM consoleConflicts ${where} ORDER BY database, id LIMIT ? OFFSET ?`, databases, limit, offset)) {
    const unit = database.slice(database.indexOf('-') + 1);
    const shape = conflict.safeParse(await engine.use(database, (open) => open.read(id)));
    if (!shape.success) continue;
    const { recordId, fields, kept, other, losing } = shape.data;
    const patientId = recordId.startsWith('patients:') ? recordId : String(losing?.['patientId'] ?? '');
    const patientName = book.sql.get<{ fullName: string }>('SELECT fullName FROM consolePatients WHERE unit = ? AND id = ?', unit, patientId)?.fullName ?? '';
    const nameOf = await namesIn(unit);
    const named = ({ name: said, ...given }: typeof kept): ConflictRow['kept'] => { const name = said ?? nameOf(given.by, given.device); return name === undefined ? given : { ...given, name }; };
    rows.push({ id, unit, recordId, collection: collectionOfId(recordId)?.name ?? '', patientId, patientName, fields, kept: named(kept), other: named(other) });
  }
  return { rows, total };
}
