import { orgUnit, type OrgUnit } from '../../src-shared/domain/org/org-unit.schema.ts';
import type { Engine } from '../engine/engine.ts';

/** The units that `reference` tells of, by key; one of another shape is left out. */
export async function readUnits(engine: Engine): Promise<Map<string, OrgUnit>> {
  if (!engine.has('reference')) return new Map();
  const { rows } = await engine.use('reference', (database) => database.allDocuments({ startKey: 'org:', endKey: 'org;', inclusiveEnd: false, withBodies: true }));
  const units = new Map<string, OrgUnit>();
  for (const row of rows) {
    const shape = 'doc' in row ? orgUnit.safeParse(row.doc) : undefined;
    if (shape?.success) units.set(shape.data._id.slice('org:'.length), shape.data);
  }
  return units;
}
