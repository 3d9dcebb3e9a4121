import { expect, it } from 'vitest';
import { caseCounts } from '../../../src-main/station/queries/case-counts.ts';
import { caseReports } from '../../../src-main/station/queries/case-reports.ts';
import type { QueryFacts } from '../../../src-main/station/queries/query.ts';
import { surveillance } from '../../../src-main/station/queries/surveillance.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { aContext, anId, aPatient } from '../../support/builders.ts';
import { aCaseReport, aDengueVisit } from '../../support/cases.ts';
import { askedTwice, PEOPLE, stationOfMany, today } from './many.ts';

const AGAIN_MS = 500;
/** One visit in ten has a disease of the list, one of them in ten is dengue: an epidemic. */
const codes = ['A90', ...Array.from({ length: 9 }, (_, n) => ['A09', 'J11', 'B01'][n % 3]!)];
const REPORTS = 500;

it('[DIS15] with thirty thousand people what is to be reported, reports and counts hold up nobody', async () => {
  const { db, commit } = stationOfMany();
  const [person, visit, report] = [aPatient({ nationalId: undefined, noNationalIdReason: 'notBrought' }, aContext()), aDengueVisit(), aCaseReport()];
  commit('patients', Array.from({ length: PEOPLE }, (_, n) => ({ ...person, _id: anId('patients', n), fullName: `Nguyễn Văn ${n}`, village: `Thôn ${n % 200}` })));
  commit('encounters', Array.from({ length: PEOPLE }, (_, n) => ({ ...visit, _id: anId('encounters', n), patientId: anId('patients', n), occurredOn: addDays(today, -(n % 365)), diagnoses: n % 10 === 0 ? [{ icd10: codes[(n / 10) % codes.length], text: 'x' }] : [{ text: 'x' }] })));
  commit('caseReports', Array.from({ length: REPORTS }, (_, n) => ({ ...report, _id: anId('caseReports', n), caseId: anId('caseReports', n), encounterId: anId('encounters', n * 100), patientId: anId('patients', n * 100 % PEOPLE) })));
  const facts = { db } as QueryFacts;
  const due = await askedTwice<Awaited<ReturnType<typeof surveillance>>>('due', async () => surveillance({}, facts), AGAIN_MS);
  const counts = await askedTwice<Awaited<ReturnType<typeof caseCounts>>>('counts', async () => caseCounts({ span: 'month', day: today }, facts), AGAIN_MS);
  const reports = await askedTwice<Awaited<ReturnType<typeof caseReports>>>('reports', async () => caseReports({ limit: 100 }, facts), AGAIN_MS);
  expect(due.outbreaks.length + due.due.length).toBeGreaterThan(0);
  expect(counts.counts.map(({ diseaseId }) => diseaseId)).toEqual(['dengue', 'influenza', 'varicella', 'diarrhoea']);
  expect(reports.rows).toHaveLength(100);
});
