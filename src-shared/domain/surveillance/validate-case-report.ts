import { partialDate } from '../common/fields.ts';
import { dateBounds, daysBetween } from '../common/partial-date.ts';
import type { Refusal, Warning } from '../common/refusal.ts';
import { todayInUnitZone } from '../common/today-in-unit-zone.ts';
import type { Encounter } from '../encounter/encounter.schema.ts';
import type { Patient } from '../patient/patient.schema.ts';
import type { CaseReport, ReportCaseInput } from './case-report.schema.ts';
import { diseasesIn } from './detected-at.ts';
import { diseaseOf, mayBeSame, type DiseaseId } from './notifiable-diseases.ts';

/** An illness that began so long before it was seen is more likely a wrong day. Chosen here. */
const ONSET_DAYS = 60;
/** Of one person and disease within so many days it is one case. Chosen here. */
export const SAME_CASE_DAYS = 30;

export type CaseContent = Omit<ReportCaseInput, 'id' | 'patientId' | 'encounterId' | 'diseaseId' | 'detectedAt'>;
export interface CaseFacts {
  patient: Pick<Patient, 'bornOn' | 'voided'> | undefined;
  /** The visit it is of, where it names one, and whether that is this person's. */ encounter: Pick<Encounter, '_id' | 'status' | 'diagnoses' | 'submittedAt' | 'createdAt' | 'amendments'> | undefined; isTheirs: boolean;
  /** What counts of the person's cases, not withdrawn. */ cases: readonly Pick<CaseReport, '_id' | 'encounterId' | 'diseaseId' | 'detectedAt'>[];
}

/** What stops the content of a report, each with its field. Refusals: `OccurredInFuture`, `OccurredBeforeBirth`, `OutcomeBeforeOnset`, `DeathDayMissing`, `PatientNotFound`, `PatientVoided`. */
export function validateCaseContent(content: CaseContent, patient: CaseFacts['patient'], today: string): Refusal[] {
  const refusals: Refusal[] = !patient ? [{ code: 'PatientNotFound' }] : patient.voided ? [{ code: 'PatientVoided' }] : [];
  const bornFrom = patient && partialDate.safeParse(patient.bornOn).success ? dateBounds(patient.bornOn).earliest : undefined;
  const days = [['onsetOn', content.onsetOn], ['visitOn', content.visitOn], ['admittedOn', content.admittedOn], ['outcomeOn', content.outcomeOn], ['sample.takenOn', content.sample?.takenOn]] as const;
  for (const [field, on] of days) {
    if (on === undefined) continue;
    if (on > today) refusals.push({ code: 'OccurredInFuture', field });
    else if (bornFrom !== undefined && on < bornFrom) refusals.push({ code: 'OccurredBeforeBirth', field });
  }
  if (content.onsetOn !== undefined && content.outcomeOn !== undefined && content.outcomeOn < content.onsetOn) refusals.push({ code: 'OutcomeBeforeOnset', field: 'outcomeOn' });
  if (content.outcome === 'died' && content.outcomeOn === undefined) refusals.push({ code: 'DeathDayMissing', field: 'outcomeOn' });
  return refusals;
}

/**
 * What stops a first report. Refusals: `PatientNotFound`, `PatientVoided`, `EncounterNotFound`, `EncounterOfOtherPatient`, `EncounterVoided`, `EncounterNotSigned`, `DiseaseOfProgramme`, `DetectedMissing`, `OccurredInFuture`,
 * `CaseReportedAlready {reportId}` (of that visit, or of that person and disease within 30 days) and those of the content.
 */
export function validateCaseReport(input: ReportCaseInput, { patient, encounter, isTheirs, cases }: CaseFacts, at: { now: string; today: string; detectedAt: string | undefined }): Refusal[] {
  const refusals = validateCaseContent(input, patient, at.today);
  if (input.encounterId !== undefined) {
    if (!encounter) refusals.push({ code: 'EncounterNotFound' });
    else if (!isTheirs) refusals.push({ code: 'EncounterOfOtherPatient' });
    else if (encounter.status === 'voided') refusals.push({ code: 'EncounterVoided' });
    else if (encounter.status === 'draft') refusals.push({ code: 'EncounterNotSigned' });
  }
  if (diseaseOf(input.diseaseId).programme) refusals.push({ code: 'DiseaseOfProgramme', field: 'diseaseId' });
  if (at.detectedAt === undefined) { if (input.encounterId === undefined) refusals.push({ code: 'DetectedMissing', field: 'detectedAt' }); }
  else if (at.detectedAt > at.now) refusals.push({ code: 'OccurredInFuture', field: 'detectedAt' });
  else {
    const known = cases.find((one) => isSameCase(one, { encounterId: input.encounterId, diseaseId: input.diseaseId, detectedAt: at.detectedAt! }));
    if (known) refusals.push({ code: 'CaseReportedAlready', reportId: known._id });
  }
  return refusals;
}

interface OneCase { encounterId?: string | undefined; diseaseId: DiseaseId; detectedAt: string }

/** Of one person: the same visit, or the same disease within 30 days, is one case. [DIS4] */
export function isSameCase(a: OneCase, b: OneCase): boolean {
  if (!mayBeSame(a.diseaseId, b.diseaseId)) return false;
  return (a.encounterId !== undefined && a.encounterId === b.encounterId) || Math.abs(daysBetween(dayOf(a), dayOf(b))) <= SAME_CASE_DAYS;
}

const dayOf = ({ detectedAt }: OneCase): string => todayInUnitZone(Date.parse(detectedAt));

/** What is asked about, and saved when it was looked at: `OnsetLongAgo {days}`, `NotDiagnosed` (the visit says another disease), `DosesDoNotFit`. */
export function askAboutCase(content: CaseContent & { diseaseId: DiseaseId }, { encounter, detectedAt }: { encounter: Pick<Encounter, 'diagnoses'> | undefined; detectedAt: string }): Warning[] {
  const warnings: Warning[] = [];
  const days = content.onsetOn === undefined ? 0 : daysBetween(content.onsetOn, todayInUnitZone(Date.parse(detectedAt)));
  if (days > ONSET_DAYS) warnings.push({ code: 'OnsetLongAgo', days, field: 'onsetOn' });
  if (encounter && !diseasesIn(encounter.diagnoses).some((one) => mayBeSame(one, content.diseaseId))) warnings.push({ code: 'NotDiagnosed', field: 'diseaseId' });
  const { doses, vaccination } = content;
  if (doses !== undefined && ((doses === 0 && (vaccination === 'full' || vaccination === 'partial')) || (doses > 0 && vaccination === 'none'))) warnings.push({ code: 'DosesDoNotFit', field: 'doses' });
  return warnings;
}
