import type { PersonCases } from '../../../src-shared/contract/queries.ts';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { timeInUnitZone, todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import type { CaseReport, ReportCaseInput } from '../../../src-shared/domain/surveillance/case-report.schema.ts';
import { caseChanges, caseClasses, caseOutcomes, sampleResults, vaccinationStates } from '../../../src-shared/domain/surveillance/case-report-lists.ts';
import { diseaseIds, type DiseaseId } from '../../../src-shared/domain/surveillance/notifiable-diseases.ts';
import type { CaseContent } from '../../../src-shared/domain/surveillance/validate-case-report.ts';
import type { Problems } from '../../ui/problems.ts';
import { addRefusals, dayOf, dayProblem, hasProblems, measureProblem, numberOf, oneOf, tooLong, wordsOf } from '../../ui/typed.ts';

/** The form as typed. */
export interface CaseFields {
  diseaseId: string; diagnosis: string; classification: string; onsetOn: string; visitOn: string; admittedOn: string; outcome: string; outcomeOn: string; detectedOn: string; detectedTime: string;
  addressAtOnset: string; occupation: string; workplace: string; vaccination: string; doses: string; exposure: string; sampleOn: string; sampleKind: string; sampleResult: string; action: string; change: string;
}

const longest = { diagnosis: 300, addressAtOnset: 300, occupation: 100, workplace: 200, exposure: 1000, sampleKind: 100, action: 1000 } as const;
const doseLimits = { min: 0, max: 20, decimals: 0 } as const;
const dayWords = (on: string | undefined): string => (on === undefined ? '' : formatDate(on));

/** What of the visit, the person and the book of vaccinations is known. Without a visit the station heard of it now. */
export function emptyCase({ seen, address, occupation, doses }: PersonCases, encounterId: string | undefined, nowMs: number): CaseFields {
  const visit = seen.find((one) => one.encounterId === encounterId);
  return {
    diseaseId: visit?.diseaseId ?? '', diagnosis: visit?.diagnosis ?? '', classification: 'suspected', onsetOn: '', visitOn: dayWords(visit?.on), admittedOn: '', outcome: 'treated', outcomeOn: '',
    detectedOn: formatDate(todayInUnitZone(nowMs)), detectedTime: timeInUnitZone(nowMs), addressAtOnset: address ?? '', occupation: occupation ?? '', workplace: '',
    ...vaccinationOf(doses, visit?.diseaseId), exposure: '', sampleOn: '', sampleKind: '', sampleResult: '', action: '', change: '',
  };
}

/** What the book says of doses against a disease; that none is written down does not say that none was given. */
export function vaccinationOf(doses: PersonCases['doses'], diseaseId: DiseaseId | undefined): Pick<CaseFields, 'vaccination' | 'doses'> {
  const given = diseaseId === undefined ? undefined : doses[diseaseId];
  return given === undefined || given === 0 ? { vaccination: 'unknown', doses: '' } : { vaccination: 'partial', doses: String(given) };
}

/** A version that counts, to be changed. */
export function caseToFields(report: CaseReport): CaseFields {
  const { sample } = report;
  return {
    diseaseId: report.diseaseId, diagnosis: report.diagnosis, classification: report.classification, onsetOn: dayWords(report.onsetOn), visitOn: dayWords(report.visitOn), admittedOn: dayWords(report.admittedOn), outcome: report.outcome, outcomeOn: dayWords(report.outcomeOn),
    detectedOn: formatDate(todayInUnitZone(Date.parse(report.detectedAt))), detectedTime: timeInUnitZone(Date.parse(report.detectedAt)), addressAtOnset: report.addressAtOnset ?? '', occupation: report.occupation ?? '', workplace: report.workplace ?? '',
    vaccination: report.vaccination, doses: report.doses === undefined ? '' : String(report.doses), exposure: report.exposure ?? '', sampleOn: dayWords(sample?.takenOn), sampleKind: sample?.kind ?? '', sampleResult: sample?.result ?? '', action: report.action ?? '', change: '',
  };
}

const time = /^([01]?\d|2[0-3])[:hg.]?([0-5]\d)$/;
/** Hours and minutes as typed, `HH:mm`. */
export const tidyTime = (typed: string): string => { const read = time.exec(typed.trim()); return read ? `${(read[1] ?? '').padStart(2, '0')}:${read[2] ?? ''}` : typed; };

/** The instant the station heard of it, in its own zone. */
function detectedOf({ detectedOn, detectedTime }: CaseFields): string | undefined {
  const [on, at] = [dayOf(detectedOn), tidyTime(detectedTime)];
  return on === undefined || !time.test(at) ? undefined : new Date(`${on}T${at}:00.000+07:00`).toISOString();
}

const contentOf = (fields: CaseFields): CaseContent => {
  const takenOn = dayOf(fields.sampleOn);
  const kind = wordsOf(fields.sampleKind);
  return {
    diagnosis: fields.diagnosis.trim(), classification: oneOf(caseClasses, fields.classification) ?? 'suspected', onsetOn: dayOf(fields.onsetOn), visitOn: dayOf(fields.visitOn), admittedOn: dayOf(fields.admittedOn),
    outcome: oneOf(caseOutcomes, fields.outcome) ?? 'treated', outcomeOn: dayOf(fields.outcomeOn), vaccination: oneOf(vaccinationStates, fields.vaccination) ?? 'unknown', doses: numberOf(fields.doses),
    addressAtOnset: wordsOf(fields.addressAtOnset), occupation: wordsOf(fields.occupation), workplace: wordsOf(fields.workplace), exposure: wordsOf(fields.exposure), action: wordsOf(fields.action),
    ...(takenOn !== undefined && kind !== undefined ? { sample: { takenOn, kind, result: oneOf(sampleResults, fields.sampleResult) ?? 'pending' } } : {}),
  };
};

export interface CaseOf { patientId: string; encounterId?: string; /** The version that is replaced. */ reportId?: string }

/** What the operation of a first report is given; what cannot be read is left out, so that it is judged while somebody types. */
export function fieldsToCase(fields: CaseFields, { patientId, encounterId }: CaseOf): ReportCaseInput {
  return { ...contentOf(fields), patientId, diseaseId: oneOf(diseaseIds, fields.diseaseId) ?? 'emerging', ...(encounterId === undefined ? { detectedAt: detectedOf(fields) } : { encounterId }) };
}

/** What that of a further version is given. */
export const fieldsToRevision = (fields: CaseFields, reportId: string) => ({ ...contentOf(fields), reportId, change: oneOf(caseChanges, fields.change) ?? 'corrected' });

export interface CaseFormFacts { today: string; of: CaseOf; refuse(input: ReportCaseInput): readonly { code: string; field?: unknown }[] }

const fieldOf: Readonly<Record<string, string>> = { 'sample.takenOn': 'sampleOn', detectedAt: 'detectedOn' };

/** Everything wrong, by field. */
export function caseProblems(fields: CaseFields, { today, of, refuse }: CaseFormFacts): Problems {
  const problems: Problems = tooLong(fields, longest);
  const say = (field: string, problem: Problems[string]) => { if (problem) problems[field] ??= problem; };
  if (oneOf(diseaseIds, fields.diseaseId) === undefined) say('diseaseId', { code: 'required' });
  if (fields.diagnosis.trim() === '') say('diagnosis', { code: 'required' });
  for (const field of ['onsetOn', 'visitOn', 'admittedOn', 'outcomeOn', 'sampleOn'] as const) say(field, dayProblem(fields[field], { today }));
  if (of.encounterId === undefined && of.reportId === undefined) {
    say('detectedOn', dayProblem(fields.detectedOn, { today, required: true }));
    if (!time.test(fields.detectedTime.trim())) say('detectedTime', { code: 'notATime' });
  }
  if (of.reportId !== undefined && oneOf(caseChanges, fields.change) === undefined) say('change', { code: 'required' });
  // Half a sample would be lost.
  const sample = [fields.sampleOn, fields.sampleKind].filter((typed) => typed.trim() !== '').length;
  if (sample === 1 || (sample === 0 && fields.sampleResult !== '')) say(fields.sampleOn.trim() === '' ? 'sampleOn' : 'sampleKind', { code: 'required' });
  say('doses', measureProblem(fields.doses, doseLimits, ''));
  if (!hasProblems(problems)) addRefusals(problems, refuse(fieldsToCase(fields, of)), (field) => fieldOf[field] ?? field, 'diseaseId');
  return problems;
}
