import { addDays, dateBounds } from '../common/partial-date.ts';
import type { RecordEncounterInput } from '../encounter/encounter.schema.ts';
import type { ReportCaseInput, WithdrawCaseReportInput } from '../surveillance/case-report.schema.ts';
import type { SampleChild } from './sample-growth.ts';

type NewId = (prefix: string) => string;
export type SampleCaseLine = { operation: 'recordVisit'; input: RecordEncounterInput } | { operation: 'reportCase'; input: ReportCaseInput } | { operation: 'withdrawCaseReport'; input: WithdrawCaseReportInput };

/** Seen so many days ago, with what; what became of it. */
const seen = [
  { daysAgo: 1, icd10: 'A90', text: 'Sốt xuất huyết Dengue', diseaseId: 'dengue' }, { daysAgo: 6, icd10: 'A90', text: 'Sốt xuất huyết Dengue', diseaseId: 'dengue', became: 'reported' },
  { daysAgo: 20, icd10: 'B08.4', text: 'Tay chân miệng', diseaseId: 'handFootMouth', became: 'withdrawn' }, { daysAgo: 12, icd10: 'B01', text: 'Thủy đậu', diseaseId: 'varicella' }, { daysAgo: 9, icd10: 'J11', text: 'Cúm', diseaseId: 'influenza' },
] as const;

/** Cases of notifiable diseases: the first two of one village, one of them still to be reported; one reported and taken back; others that are counted only. */
export function* sampleCases(newId: NewId, today: string, people: readonly (SampleChild & { village?: string | undefined })[]): Generator<{ key: string } & SampleCaseLine> {
  const first = addDays(today, -60);
  const born = people.filter(({ bornOn }) => dateBounds(bornOn).latest < first);
  const neighbours = [...Map.groupBy(born.filter(({ village }) => village !== undefined), ({ village }) => village).values()].find(({ length }) => length > 1) ?? [];
  const others = born.filter((one) => !neighbours.slice(0, 2).includes(one));
  for (const [at, { daysAgo, icd10, text, diseaseId, ...case_ }] of seen.entries()) {
    const patientId = (at < 2 ? neighbours[at] : others[at])?.id;
    if (patientId === undefined) continue;
    const [encounterId, occurredOn] = [newId('encounters'), addDays(today, -daysAgo)];
    yield { key: encounterId, operation: 'recordVisit', input: { id: encounterId, patientId, occurredOn, reason: 'Sốt', diagnoses: [{ icd10, text }], treatment: 'Nghỉ ngơi, uống nhiều nước, theo dõi sốt' } };
    if (!('became' in case_)) continue;
    const id = newId('caseReports');
    yield { key: id, operation: 'reportCase', input: { id, patientId, encounterId, diseaseId, diagnosis: text, classification: 'suspected', onsetOn: addDays(occurredOn, -2), visitOn: occurredOn, outcome: 'treated', vaccination: 'unknown', action: 'Đã đến nhà, hướng dẫn gia đình' } };
    if (case_.became !== 'withdrawn') continue;
    const gone = newId('caseReports');
    yield { key: gone, operation: 'withdrawCaseReport', input: { id: gone, reportId: id, reason: 'ruledOut', note: 'Xét nghiệm âm tính' } };
  }
}
