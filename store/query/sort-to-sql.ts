import { fieldExpression } from '../document-table.ts';
import { TRAIT } from './field-traits.ts';
import type { SortPart } from './query-shape.ts';
import type { SelectorContext } from './field-condition.ts';

/** Kinds of value SQLite orders among themselves as RxDB's comparator does. */
const ORDERED = [TRAIT.text, TRAIT.number, TRAIT.boolean, 0];
const ABSENT = [TRAIT.null, TRAIT.missing, 0];
const ORDERED_WITH_ABSENT = new Set(ORDERED.flatMap((kind) => ABSENT.map((absent) => kind | absent)));

/** The ORDER BY of a sort, or `undefined` where SQLite could order otherwise than RxDB's comparator. */
export function sortToSql(sort: readonly SortPart[], pinned: ReadonlySet<string>, context: SelectorContext): string | undefined {
  const parts: string[] = [];
  for (const part of sort) {
    const [entry] = Object.entries(part);
    if (!entry) return undefined;
    const [field, direction] = entry;
    // SQLite would sort once more by an expression it has just compared with a constant.
    if (pinned.has(field)) continue;
    const traits = field === '_deleted' ? TRAIT.boolean : context.traitsOf(field);
    if (traits === undefined || !ORDERED_WITH_ABSENT.has(traits)) return undefined;
    parts.push(`${fieldExpression(field, context)} ${direction === 'desc' ? 'DESC' : 'ASC'}`);
  }
  return parts.length === 0 ? 'id' : parts.join(', ');
}
