import { addMonths, dateBounds } from '../../../src-shared/domain/common/partial-date.ts';
import { doseKey, immunizationSchedule, type DoseKey } from '../../../src-shared/domain/immunization/immunization-schedule.ts';
import { doseLine } from '../../../src-shared/domain/report/report-lines.ts';
import { immunizationsOf } from '../db/immunizations-of.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { notSent } from '../queries/not-sent.ts';
import { inTurns } from '../work/in-turns.ts';
import type { CountedLine, Member, MonthSpan } from './counted-line.ts';
import { dosesOf } from './doses-of.ts';

/** What a child is to have had before its first birthday: the doses of the schedule due by then that every child gets, without those given on the day of birth alone and rota. FROM KNOWLEDGE (reports.json `fic` names no list). */
const basicDoses: readonly DoseKey[] = [
  { vaccine: 'BCG', doseNumber: 1 }, ...[1, 2, 3].flatMap((doseNumber): DoseKey[] => [{ vaccine: 'DPT-VGB-Hib', doseNumber }, { vaccine: 'bOPV', doseNumber }]), { vaccine: 'IPV', doseNumber: 1 }, { vaccine: 'MVVAC', doseNumber: 1 },
];
const scheduled = new Set(immunizationSchedule.map(doseKey));

/** Doses given here in the month, and the children who became one in it. */
export async function countVaccination(db: StationDatabase, { month, from, on }: MonthSpan): Promise<CountedLine[]> {
  const lines = new Map<string, Member[]>([...immunizationSchedule.map(doseLine), 'doses.other', 'vaccination.notDone', 'vaccination.reactions', 'vaccination.serious'].map((id) => [id, []]));
  const put = (id: string, member: Member) => { lines.get(id)?.push(member); };
  for (const { number, record } of await dosesOf(db, { from: month, until: month })) {
    if (record.voided !== undefined || record.place !== 'here' || record.occurredOn > on) continue;
    const member = { patientId: record.patientId, number, on: record.occurredOn };
    if (record.status === 'notDone') { put('vaccination.notDone', member); continue; }
    put(scheduled.has(doseKey(record)) ? doseLine(record) : 'doses.other', member);
    if (record.reactions.length > 0) put('vaccination.reactions', member);
    if (record.reactions.some(({ severity }) => severity === 'serious')) put('vaccination.serious', member);
  }
  return [...[...lines].map(([id, members]) => ({ id, members })), { id: 'vaccination.full', ...await fullyImmunised(db, from, on) }];
}

async function fullyImmunised(db: StationDatabase, from: string, on: string): Promise<{ members: Member[]; rest: Member[] }> {
  const [members, rest]: [Member[], Member[]] = [[], []];
  const turned = notSent(db, await db.children.under(on)).flatMap(({ id, born }) => { const birthday = addMonths(born.latest, 12); return birthday >= from && birthday <= on ? [{ id, birthday }] : []; });
  await inTurns(turned, (some) => {
    for (const { id, birthday } of some) {
      const given = new Set(immunizationsOf(db, id).filter(({ voided, status, occurredOn }) => voided === undefined && status === 'completed' && dateBounds(occurredOn).earliest < birthday).map(doseKey));
      (basicDoses.every((dose) => given.has(doseKey(dose))) ? members : rest).push({ patientId: id });
    }
  });
  return { members, rest };
}
