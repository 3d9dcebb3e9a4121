import type { MaternalPart } from '../../../src-shared/domain/maternal/summarize-mothers.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { maternalParts } from '../queries/maternal-month.ts';
import { notSent } from '../queries/not-sent.ts';
import { inTurns } from '../work/in-turns.ts';
import type { CountedLine, Member, MonthSpan } from './counted-line.ts';

type Birth = MaternalPart['births'][number];
const ofBirths = ['anc3in3', 'anc4', 'tetanusProtected', 'skilledBirth', 'postnatalWeek1'] as const satisfies readonly (keyof Birth['shares'])[];
const times = (count: number): { times?: number } => (count > 1 ? { times: count } : {});

/** Pregnancies, births and the visits after them, counted as the page of the month's indicators counts them. */
export async function countMothers(db: StationDatabase, span: MonthSpan): Promise<CountedLine[]> {
  const lines = new Map<string, { members: Member[]; rest: Member[] }>();
  const line = (id: string) => { const known = lines.get(id) ?? { members: [], rest: [] }; lines.set(id, known); return known; };
  const count = (id: string, patientId: string, members: number) => { if (members > 0) line(id).members.push({ patientId, ...times(members) }); };
  const share = (id: string, patientId: string, isCounted: boolean) => { line(id)[isCounted ? 'members' : 'rest'].push({ patientId }); };
  await inTurns(notSent(db, await db.mothers.people()), (some) => {
    for (const person of some) {
      const [part] = maternalParts(db, person, [span]);
      if (!part) continue;
      const { id } = person;
      const sum = (of: (birth: Birth) => number) => part.births.reduce((all, birth) => all + of(birth), 0);
      count('pregnant', id, part.pregnant ? 1 : 0);
      count('registered', id, part.registered.length);
      for (const { early, hivTested } of part.registered) { share('early', id, early); share('hivTested', id, hivTested); }
      count('births', id, part.births.length);
      for (const { shares } of part.births) for (const one of ofBirths) share(one, id, shares[one]);
      count('liveBirths', id, sum(({ live }) => live));
      count('stillborn', id, sum(({ stillborn }) => stillborn));
      // Of babies: a woman may have one on either side.
      const [low, weighed] = [sum((birth) => birth.low), sum((birth) => birth.weighed)];
      count('lowWeight', id, low);
      if (weighed > low) line('lowWeight').rest.push({ patientId: id, ...times(weighed - low) });
      count('died', id, part.died || part.births.some(({ motherDied }) => motherDied) ? 1 : 0);
    }
  });
  const counted = ['pregnant', 'registered', 'births', 'liveBirths', 'stillborn', 'died'].map((id) => ({ id: `mothers.${id}`, members: line(id).members }));
  return [...counted, ...['early', 'hivTested', ...ofBirths, 'lowWeight'].map((id) => ({ id: `mothers.${id}`, ...line(id) }))];
}
