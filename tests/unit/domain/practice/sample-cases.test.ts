import { expect, it } from 'vitest';
import { operations } from '../../../../src-shared/contract/operations.ts';
import { buildEncounter } from '../../../../src-shared/domain/encounter/build-encounter.ts';
import type { Encounter } from '../../../../src-shared/domain/encounter/encounter.schema.ts';
import { sampleLines } from '../../../../src-shared/domain/practice/sample-load-lines.ts';
import type { CaseReport } from '../../../../src-shared/domain/surveillance/case-report.schema.ts';
import { caseStandings } from '../../../../src-shared/domain/surveillance/case-standings.ts';
import { detectedAt, diseasesIn } from '../../../../src-shared/domain/surveillance/detected-at.ts';
import { findOutbreaks } from '../../../../src-shared/domain/surveillance/find-outbreaks.ts';
import { joinCases, unreported } from '../../../../src-shared/domain/surveillance/join-cases.ts';
import { planCaseReport, planWithdrawCase } from '../../../../src-shared/domain/surveillance/plan-case-report.ts';
import { aContext } from '../../../support/builders.ts';
import { accepted } from '../../../support/cases.ts';

it('[DIS20] the practice station has cases to be reported, reported and taken back, two of one village; all of it passes the rules and asks nothing', () => {
  const options = { people: 120, checkups: 160, movements: 0, doses: true, seed: 2026, today: '2026-11-22' };
  const context = aContext();
  const people = new Map<string, { bornOn: string; village?: string | undefined }>();
  const [visits, reports]: [Encounter[], CaseReport[]] = [[], []];
  for (const line of sampleLines(options)) {
    if (line.operation === 'registerPatient') people.set(line.input.id ?? '', line.input);
    if (line.operation === 'recordVisit') visits.push(buildEncounter('visit', operations.recordVisit.input.parse(line.input), context));
    if (line.operation === 'reportCase') {
      const input = operations.reportCase.input.parse(line.input);
      const outcome = planCaseReport(input, { patient: people.get(input.patientId)!, encounter: visits.find(({ _id }) => _id === input.encounterId), isTheirs: true, cases: [] }, context);
      if (outcome.ok) expect(outcome.warnings).toEqual([]);
      reports.push(accepted(outcome));
    }
    if (line.operation === 'withdrawCaseReport') reports.push(accepted(planWithdrawCase(operations.withdrawCaseReport.input.parse(line.input), { standing: caseStandings(reports).find(({ current }) => current._id === line.input.reportId) }, context)));
  }
  const standing = caseStandings(reports).map(({ current }) => current);
  expect(standing.map(({ diseaseId, withdrawn }) => [diseaseId, withdrawn?.reason])).toEqual([['dengue', undefined], ['handFootMouth', 'ruledOut']]);
  const seen = visits.flatMap((visit) => diseasesIn(visit.diagnoses).map((diseaseId) => ({ encounterId: visit._id, personId: visit.patientId, diseaseId, on: visit.occurredOn, detectedAt: detectedAt(visit, diseaseId) })));
  const cases = joinCases(seen, standing.map((report) => ({ personId: report.patientId, report }))).map((one) => ({ ...one, village: people.get(one.personId)?.village }));
  expect(unreported(cases).map(({ diseaseId }) => diseaseId)).toEqual(['dengue']);
  expect(findOutbreaks(cases)).toMatchObject([{ diseaseId: 'dengue', cases: [{}, {}] }]);
});
