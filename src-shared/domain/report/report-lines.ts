import { immunizationSchedule, type DoseKey } from '../immunization/immunization-schedule.ts';
import { notifiableDiseases, type DiseaseId, type NotifiableDisease } from '../surveillance/notifiable-diseases.ts';

/** The parts of a monthly report; beside each the commune form of TT 37/2019/TT-BYT it belongs to (reports.json `commune_forms`, FROM KNOWLEDGE). */
export const reportForms = ['people', 'mothers', 'children', 'vaccination', 'visits', 'chronic', 'diseases', 'stock', 'cold'] as const;
export type ReportForm = (typeof reportForms)[number];
export const communeFormOf: Readonly<Record<ReportForm, string>> = { people: '1', mothers: '4', children: '5', vaccination: '5', visits: '6', chronic: '6', diseases: '7', stock: '3', cold: '3' };

/** What stands below a number: nothing, so many of its own kind (`share`), the population somebody typed, or the same for so many times a person (`perPerson`). */
export type ReportUnit = 'count' | 'share' | 'ofPopulation' | 'perPerson' | 'typed';
export const needsPopulation = (unit: ReportUnit | undefined): boolean => unit === 'ofPopulation' || unit === 'perPerson';

/** `doses.MVVAC1`: the dose with its code without the hyphens, as a field of a record may be named. */
export const doseLine = ({ vaccine, doseNumber }: DoseKey): string => `doses.${vaccine.replaceAll('-', '')}${doseNumber}`;

/** Diseases cases are reported of; those of a programme are reported there. */
export const reportedDiseases: readonly DiseaseId[] = (notifiableDiseases as readonly NotifiableDisease[]).filter(({ programme }) => !programme).map(({ id }) => id);
export const caseLine = (disease: DiseaseId | 'all'): string => `cases.${disease}`;
export const deathLine = (disease: DiseaseId | 'all'): string => `caseDeaths.${disease}`;
const diseaseLines = new Map(reportedDiseases.flatMap((diseaseId) => [[caseLine(diseaseId), { diseaseId, isOfDeaths: false }], [deathLine(diseaseId), { diseaseId, isOfDeaths: true }]]));
/** Which disease a line counts, and whether those who died of it. Eighty lines at zero say nothing each: lists show those of which there is any. */
export const diseaseOfLine = (id: string): { diseaseId: DiseaseId; isOfDeaths: boolean } | undefined => diseaseLines.get(id);

const ofForm = <const I extends string>(form: ReportForm, unit: ReportUnit, ids: readonly I[]) => ids.map((id) => ({ id, form, unit }));

/** Formulas: reports.json `indicators`, FROM KNOWLEDGE. Those whose records nobody writes here are in `notKept`. */
const lines = [
  ...ofForm('people', 'typed', ['people.population']),
  ...ofForm('people', 'ofPopulation', ['people.book', 'people.insured', 'people.checkup']),
  ...ofForm('people', 'count', ['people.registered']),
  ...ofForm('people', 'share', ['people.updated']),
  ...ofForm('mothers', 'count', ['mothers.pregnant', 'mothers.registered']),
  ...ofForm('mothers', 'share', ['mothers.early', 'mothers.hivTested']),
  ...ofForm('mothers', 'count', ['mothers.births', 'mothers.liveBirths', 'mothers.stillborn']),
  ...ofForm('mothers', 'share', ['mothers.anc3in3', 'mothers.anc4', 'mothers.tetanusProtected', 'mothers.skilledBirth', 'mothers.postnatalWeek1', 'mothers.lowWeight']),
  ...ofForm('mothers', 'count', ['mothers.died']),
  ...ofForm('children', 'count', ['children.underFive', 'children.infants']),
  ...ofForm('children', 'share', ['children.underweight', 'children.stunted', 'children.wasted', 'children.overweight', 'children.notWeighed']),
  ...ofForm('vaccination', 'count', immunizationSchedule.map(doseLine)),
  ...ofForm('vaccination', 'count', ['doses.other', 'vaccination.notDone', 'vaccination.reactions', 'vaccination.serious']),
  ...ofForm('vaccination', 'share', ['vaccination.full']),
  ...ofForm('visits', 'count', ['visits.total', 'visits.checkups', 'visits.insured', 'visits.underSix', 'visits.sixty', 'visits.people']),
  ...ofForm('visits', 'perPerson', ['visits.year']),
  ...ofForm('chronic', 'count', ['chronic.people', 'chronic.enrolled', 'chronic.hypertension', 'chronic.diabetes']),
  ...ofForm('chronic', 'share', ['chronic.bpControl', 'chronic.dmControl', 'chronic.missedVisit', 'chronic.screened']),
  // By disease as TT 54/2015/TT-BYT asks for numbers of a month; cases and deaths of case reports (FROM KNOWLEDGE).
  ...ofForm('diseases', 'count', [caseLine('all'), deathLine('all'), ...reportedDiseases.flatMap((disease) => [caseLine(disease), deathLine(disease)])]),
  ...ofForm('stock', 'count', ['stock.listed']),
  ...ofForm('stock', 'share', ['stock.available']),
  ...ofForm('stock', 'count', ['stock.outOfStock', 'stock.days']),
  // What is expected: docs/specs/cold-chain.md. No commune form asks for it; chosen here.
  ...ofForm('cold', 'share', ['cold.readings']),
] as const;

export type ReportLineId = string;
export interface ReportLine { readonly id: ReportLineId; readonly form: ReportForm; readonly unit: ReportUnit }
export const reportLines: readonly ReportLine[] = lines;
export const reportLineIds: readonly ReportLineId[] = reportLines.map(({ id }) => id);
const byId = new Map(reportLines.map((line) => [line.id, line]));
export const reportLine = (id: ReportLineId): ReportLine | undefined => byId.get(id);

/** What the forms ask and no record here answers (reports.json `commune_forms`, `indicators`); named on the page and on paper, never a zero. [REP1] */
export const notKept = [
  'deaths', 'budget', 'referrals', 'traditional', 'hepb0Within24h', 'vitaminA', 'contraception', 'tuberculosis', 'injuries', 'latrines', 'water',
] as const;

/** Of what stands in a report. */
export interface ReportNumber { id: ReportLineId; value: number; /** Of so many; left out where nobody knows. */ of?: number | undefined }

/** Raised whenever a line is added, goes away, or is counted differently. */
export const REPORT_FORM_VERSION = 2;
/** From which version on the parts that came later have been in the list. */
const addedIn: Partial<Record<ReportForm, number>> = { diseases: 2, cold: 2 };
/** Whether the list of that version had the line. [REP23] */
export const isOfVersion = (id: ReportLineId, formVersion: number): boolean => (addedIn[byId.get(id)?.form ?? 'people'] ?? 1) <= formVersion;

/** Whole percent of the list's lines that are answered; one whose population nobody typed is not. [REP4] */
export function completenessOf(numbers: readonly ReportNumber[]): number {
  const known = new Map(numbers.map((number) => [number.id, number]));
  const answered = reportLines.filter(({ id, unit }) => { const number = known.get(id); return number !== undefined && (!needsPopulation(unit) || number.of !== undefined); });
  return Math.floor((answered.length / reportLines.length) * 100);
}
