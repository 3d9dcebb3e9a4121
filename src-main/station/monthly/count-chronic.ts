import type { StationDatabase } from '../db/station-database.ts';
import { carePartsOf, screenedPeople } from '../queries/care-month.ts';
import { notSent } from '../queries/not-sent.ts';
import { inTurns } from '../work/in-turns.ts';
import type { CountedLine, Member, MonthSpan } from './counted-line.ts';

const shares = ['bpControl', 'dmControl', 'missedVisit'] as const;
const conditions = ['hypertension', 'diabetes'] as const;

/** People under management as they stood on the last day, counted as the page of the month's indicators counts them. */
export async function countChronic(db: StationDatabase, span: MonthSpan): Promise<CountedLine[]> {
  const [people, enrolled]: [Member[], Member[]] = [[], []];
  const managed = new Map<string, Member[]>(conditions.map((condition) => [condition, []]));
  const found = new Map<string, { members: Member[]; rest: Member[] }>(shares.map((share) => [share, { members: [], rest: [] }]));
  await inTurns(notSent(db, await db.care.people()), (some) => {
    for (const person of some) {
      const [part] = carePartsOf(db, person, [span]);
      if (!part) continue;
      const member = { patientId: person.id };
      if (part.active.length > 0) people.push(member);
      if (part.enrolled.length > 0) enrolled.push({ ...member, ...(part.enrolled.length > 1 ? { times: part.enrolled.length } : {}) });
      for (const condition of part.active) managed.get(condition)?.push(member);
      for (const share of shares) { const isCounted = part.shares[share]; if (isCounted !== undefined) found.get(share)![isCounted ? 'members' : 'rest'].push(member); }
    }
  });
  const { measured, others } = await screenedPeople(db, span.on);
  const listed = (ids: readonly string[]): Member[] => ids.map((patientId) => ({ patientId }));
  return [
    { id: 'chronic.people', members: people }, { id: 'chronic.enrolled', members: enrolled }, ...conditions.map((condition) => ({ id: `chronic.${condition}`, members: managed.get(condition)! })),
    ...shares.map((share) => ({ id: `chronic.${share}`, ...found.get(share)! })), { id: 'chronic.screened', members: listed(measured), rest: listed(others) },
  ];
}
