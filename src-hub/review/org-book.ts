import { orgUnit, type OrgUnit } from '../../src-shared/domain/org/org-unit.schema.ts';
import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import { reviewingUnit } from '../../src-shared/domain/review/reviewing-unit.ts';
import type { Engine } from '../engine/engine.ts';
import { childUser } from '../provisioning/credentials.ts';
import { ownerOf } from '../provisioning/unit-owners.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';

/** The organisation as `reference` tells it: names, and who reviews whom. */
export interface OrgBook {
  /** Reads `reference` again where it has changed since. */
  refresh(): Promise<void>;
  nameOf(unit: string): string | undefined;
  /** The one unit that reviews a station's records today. */
  reviewerOf(unit: string): string;
}

async function readUnits(engine: Engine): Promise<Map<string, OrgUnit>> {
  if (!engine.has('reference')) return new Map();
  const { rows } = await engine.use('reference', (database) => database.allDocuments({ startKey: 'org:', endKey: 'org;', inclusiveEnd: false, withBodies: true }));
  const units = new Map<string, OrgUnit>();
  for (const row of rows) {
    const shape = 'doc' in row ? orgUnit.safeParse(row.doc) : undefined;
    if (shape?.success) units.set(shape.data._id.slice('org:'.length), shape.data);
  }
  return units;
}

/** `path`: units known above this hub. */
export function createOrgBook({ engine, book, config, now }: WorkPlace, path: () => { unit: string }[]): OrgBook & { stop(): void } {
  let units = new Map<string, OrgUnit>();
  let read: Promise<void> | undefined;
  const stop = engine.onUpdate(({ database }) => { if (database === 'reference') read = undefined; });
  const hubs = () => new Set([config.unit, ...path().map(({ unit }) => unit), ...book.sql.all<{ unit: string }>(`SELECT unit FROM credentials WHERE kind = 'child' AND revokedAt IS NULL`).map(({ unit }) => unit)]);
  const entersAt = (unit: string) => { const owner = ownerOf(book, unit) ?? ''; return owner === '' ? config.unit : owner.slice(childUser('').length); };
  return {
    refresh: () => (read ??= readUnits(engine).then((found) => { units = found; })),
    nameOf: (unit) => units.get(unit)?.name,
    reviewerOf: (unit) => reviewingUnit(unit, todayInUnitZone(now()), { unitByKey: units, hubs: hubs(), entersAt: entersAt(unit) }),
    stop,
  };
}
