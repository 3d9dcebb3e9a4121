import { completenessOf, type GroupCompleteness } from '../../src-shared/domain/review/completeness-of.ts';
import { encounter as encounterSchema } from '../../src-shared/domain/encounter/encounter.schema.ts';
import type { Sql } from '../../store/index.ts';

/** A record that is not there, or says nothing that is counted. */
export const NO_GROUPS = '{}';

/** What a submitted record's groups say, as JSON: `[filled, of]` by group; nothing of one that is voided or cannot be read. */
export function completenessText(content: unknown, patient: { bornOn: string } | undefined): string {
  const shape = encounterSchema.safeParse(content);
  return shape.success && shape.data.status !== 'voided' ? JSON.stringify(Object.fromEntries(completenessOf(shape.data, patient).map(({ group, filled, of }) => [group, [filled, of]]))) : NO_GROUPS;
}

const add = (sign: '+' | '-') => `INSERT INTO consoleCompleteness (unit, "group", filled, "of") SELECT ?, key, ${sign}(value->>0), ${sign}(value->>1) FROM json_each(?) WHERE true
  ON CONFLICT (unit, "group") DO UPDATE SET filled = filled + excluded.filled, "of" = "of" + excluded."of"`;
const [ADD, TAKE] = [add('+'), add('-')];

/** Keeps the station's sums where one record's groups changed. */
export function countCompleteness(sql: Sql, unit: string, before: string, after: string): void {
  if (before === after) return;
  if (before !== NO_GROUPS) sql.run(TAKE, unit, before);
  if (after !== NO_GROUPS) sql.run(ADD, unit, after);
}

/** Sums over the station's records, by group; groups that apply to none of them are left out. */
export function completenessOfStation(sql: Sql, unit: string): GroupCompleteness[] {
  return sql.all<GroupCompleteness>(`SELECT "group", filled, "of" FROM consoleCompleteness WHERE unit = ? AND "of" > 0 ORDER BY "group"`, unit);
}
