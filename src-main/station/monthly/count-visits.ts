import { ageOn } from '../../../src-shared/domain/common/age-on.ts';
import { eachMonthRow, type MonthRow } from '../db/month-rows.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { inTurns } from '../work/in-turns.ts';
import { isInsuredOn, type BookPeople } from './book-people.ts';
import type { CountedLine, Member, MonthSpan } from './counted-line.ts';
import { populationOf } from './count-people.ts';

/** As reports.json `visits` splits them, FROM KNOWLEDGE. */
const [SMALL_CHILD_YEARS, OLDER_YEARS] = [6, 60];

/** Visits and checkups of the month, and of the year until its end. Whose visit it was may have left since: it was here. */
export async function countVisits(db: StationDatabase, book: BookPeople, { month, on }: MonthSpan): Promise<CountedLine[]> {
  const people = await book.any();
  const rows: MonthRow[] = [];
  const ofYear = new Map<string, number>();
  await eachMonthRow(db.store.sql, 'encounter_months', { from: `${month.slice(0, 4)}-01`, until: month }, (row) => {
    if (row.day > on) return;
    ofYear.set(row.patientId, (ofYear.get(row.patientId) ?? 0) + 1);
    if (row.month === month) rows.push(row);
  });
  const lines = { total: [] as Member[], checkups: [] as Member[], insured: [] as Member[], underSix: [] as Member[], sixty: [] as Member[] };
  const seen = new Set<string>();
  await inTurns(rows, (some) => {
    for (const { number, day, kind, patientId } of some) {
      const id = db.care.mainOf(patientId);
      const person = people.get(id);
      const member = { patientId, number, on: day };
      const years = person && ageOn(person.bornOn, day)?.years;
      seen.add(id);
      lines.total.push(member);
      if (kind === 'checkup') lines.checkups.push(member);
      if (person && isInsuredOn(person, day)) lines.insured.push(member);
      if (years !== undefined && years < SMALL_CHILD_YEARS) lines.underSix.push(member);
      if (years !== undefined && years >= OLDER_YEARS) lines.sixty.push(member);
    }
  });
  return [
    ...(['total', 'checkups', 'insured', 'underSix', 'sixty'] as const).map((id) => ({ id: `visits.${id}`, members: lines[id] })),
    { id: 'visits.people', members: [...seen].map((patientId) => ({ patientId })) },
    { id: 'visits.year', members: [...ofYear].map(([patientId, times]) => ({ patientId, times })), of: populationOf(db, month) },
  ];
}
