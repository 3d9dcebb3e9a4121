import type { Sql } from '../../store/index.ts';

/** Who directs and who runs each unit, from day to day; `toDay` is '' while it lasts. A copy of `reference` that can be asked at once. */
export function makeOrgTable(sql: Sql): void {
  sql.run('CREATE TABLE IF NOT EXISTS orgParents (unit TEXT NOT NULL, kind TEXT NOT NULL, parent TEXT NOT NULL, fromDay TEXT NOT NULL, toDay TEXT NOT NULL, PRIMARY KEY (unit, kind, parent, fromDay))');
}
