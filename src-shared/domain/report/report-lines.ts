import { immunizationSchedule, type DoseKey } from '../immunization/immunization-schedule.ts';

/** The parts of a monthly report; beside each the commune form of TT 37/2019/TT-BYT it belongs to (reports.json `commune_forms`, FROM KNOWLEDGE). */
export const reportForms = ['people', 'mothers', 'children', 'vaccination', 'visits', 'chronic', 'stock'] as const;
export type ReportForm = (typeof reportForms)[number];
export const communeFormOf: Readonly<Record<ReportForm, string>> = { people: '1', mothers: '4', children: '5', vaccination: '5', visits: '6', chronic: '6', stock: '3' };

/** What stands below a number: nothing, so many of its own kind (`share`), the population somebody typed, or the same for so many times a person (`perPerson`). */
export type ReportUnit = 'count' | 'share' | 'ofPopulation' | 'perPerson' | 'typed';
export const needsPopulation = (unit: ReportUnit | undefined): boolean => unit === 'ofPopulation' || unit === 'perPerson';

/** `doses.MVVAC1`: the dose with its code without the hyphens, as a field of a record may be named. */
export const doseLine = ({ vaccine, doseNumber }: DoseKey): string => `doses.${vaccine.replaceAll('-', '')}${doseNumber}`;

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
  ...ofForm('stock', 'count', ['stock.listed']),
  ...ofForm('stock', 'share', ['stock.available']),
  ...ofForm('stock', 'count', ['stock.outOfStock', 'stock.days']),
] as const;

export type ReportLineId = string;
export interface ReportLine { readonly id: ReportLineId; readonly form: ReportForm; readonly unit: ReportUnit }
export const reportLines: readonly ReportLine[] = lines;
export const reportLineIds: readonly ReportLineId[] = reportLines.map(({ id }) => id);
const byId = new Map(reportLines.map((line) => [line.id, line]));
export const reportLine = (id: ReportLineId): ReportLine | undefined => byId.get(id);

/** What the forms ask and no record here answers (reports.json `commune_forms`, `indicators`); named on the page and on paper, never a zero. [REP1] */
export const notKept = [
  'deaths', 'budget', 'referrals', 'traditional', 'hepb0Within24h', 'vitaminA', 'contraception', 'tuberculosis', 'notifiable', 'injuries', 'latrines', 'water',
] as const;

/** Of what stands in a report. */
export interface ReportNumber { id: ReportLineId; value: number; /** Of so many; left out where nobody knows. */ of?: number | undefined }

/** Raised whenever a line is added, goes away, or is counted differently. */
export const REPORT_FORM_VERSION = 1;

/** Whole percent of the list's lines that are answered; one whose population nobody typed is not. [REP4] */
export function completenessOf(numbers: readonly ReportNumber[]): number {
  const known = new Map(numbers.map((number) => [number.id, number]));
  const answered = reportLines.filter(({ id, unit }) => { const number = known.get(id); return number !== undefined && (!needsPopulation(unit) || number.of !== undefined); });
  return Math.floor((answered.length / reportLines.length) * 100);
}
