import { addDays } from '../../src-shared/domain/common/partial-date.ts';
import type { OrgUnit } from '../../src-shared/domain/org/org-unit.schema.ts';
import type { HubBook } from '../provisioning/hub-book.ts';

/** Beside the two kinds of parents. */
const SUCCESSOR = 'successor';

/** A unit that has ended stays where it was on its last day until a successor takes it along, as in the domain's `parentOn`. */
function asOfEnd(parents: OrgUnit['parents'], end: string | undefined, successors: NonNullable<OrgUnit['successors']>): OrgUnit['parents'] {
  if (end === undefined) return parents;
  const taken = successors.map(({ from }) => from).sort()[0];
  return parents.filter(({ from }) => from <= end).map(({ to, ...parent }) => {
    if (to !== undefined && to < end) return { ...parent, to };
    return taken === undefined ? parent : { ...parent, to: taken > end ? addDays(taken, -1) : end };
  });
}

export function keepOrg(book: HubBook, units: Iterable<OrgUnit>): void {
  book.inTransaction((sql) => {
    sql.run('DELETE FROM orgParents');
    const write = (id: string, kind: string, parent: string, from: string, to: string) =>
      sql.run('INSERT OR REPLACE INTO orgParents (unit, kind, parent, fromDay, toDay) VALUES (?, ?, ?, ?, ?)', id.slice('org:'.length), kind, parent, from, to);
    for (const { _id, parents, successors = [], to: end } of units) {
      for (const { kind, unit, from, to = '' } of asOfEnd(parents, end, successors)) write(_id, kind, unit, from, to);
      // A unit that has become a part of others goes where they go: its PCs may still hold what nobody above has.
      for (const { unit, from } of successors) write(_id, SUCCESSOR, unit, from, '');
    }
  });
}

/** Of two that overlap the later one counts, as in the domain's `parentOn`. */
const VALID = `p.fromDay <= (SELECT day FROM given) AND (p.toDay = '' OR p.toDay >= (SELECT day FROM given)) AND NOT EXISTS
  (SELECT 1 FROM orgParents l WHERE l.unit = p.unit AND l.kind = p.kind AND l.fromDay > p.fromDay AND l.fromDay <= (SELECT day FROM given) AND (l.toDay = '' OR l.toDay >= (SELECT day FROM given)))`;
const climb = (which: string) => `WITH RECURSIVE given(unit, day) AS (SELECT ?, ?), up(unit) AS (
  SELECT p.parent FROM orgParents p WHERE p.unit = (SELECT unit FROM given) AND ${which} UNION SELECT p.parent FROM up JOIN orgParents p ON p.unit = up.unit WHERE ${which}) SELECT unit FROM up`;
const nowAbove = climb(VALID), onceAbove = climb('p.fromDay <= (SELECT day FROM given)');

const unitsOf = (book: HubBook, query: string, unit: string, on: string): Set<string> => new Set(book.sql.all<{ unit: string }>(query, unit, on).map((row) => row.unit));

/** Every unit above this one on that day, by either kind of parent or through the units that go on with its work. Empty where the organisation data does not know the unit. */
export const unitsAbove = (book: HubBook, unit: string, on: string): Set<string> => unitsOf(book, nowAbove, unit, on);
/** Every unit that was above it on that day or before. */
export const unitsOnceAbove = (book: HubBook, unit: string, on: string): Set<string> => unitsOf(book, onceAbove, unit, on);
