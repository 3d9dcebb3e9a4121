import { caseLine, deathLine, reportedDiseases } from '../../../src-shared/domain/report/report-lines.ts';
import { joinCases } from '../../../src-shared/domain/surveillance/join-cases.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { standingsOf } from '../queries/station-cases.ts';
import type { CountedLine, Member, MonthSpan } from './counted-line.ts';

/**
 * Cases this station reported, by the day first seen, as the version that counts says; those taken back are none. Whoever was handed over since was ill here all the same; a second record of a person is the
 * person's. [REP21]
 */
export async function countDiseases(db: StationDatabase, { from, on }: MonthSpan): Promise<CountedLine[]> {
  await db.caseReports.ready();
  const reported = standingsOf(db.caseReports.all()).map((report) => ({ report, personId: db.people.get(report.patientId)?.patient.sameAs ?? report.patientId }));
  const cases = joinCases([], reported).filter(({ seenOn }) => seenOn >= from && seenOn <= on);
  const members = (all: typeof cases): Member[] => all.map(({ personId, seenOn }) => ({ patientId: personId, on: seenOn }));
  const died = cases.filter((one) => one.died);
  return [
    { id: caseLine('all'), members: members(cases) }, { id: deathLine('all'), members: members(died) },
    ...reportedDiseases.flatMap((disease) => [
      { id: caseLine(disease), members: members(cases.filter(({ diseaseId }) => diseaseId === disease)) }, { id: deathLine(disease), members: members(died.filter(({ diseaseId }) => diseaseId === disease)) },
    ]),
  ];
}
