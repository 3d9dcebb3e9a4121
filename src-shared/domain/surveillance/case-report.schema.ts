import { z } from 'zod';
import { documentBase, instant } from '../common/document.ts';
import { dateOn, idOf, oneOf, text } from '../common/fields.ts';
import { caseChanges, caseClasses, caseOutcomes, sampleResults, vaccinationStates, withdrawReasons } from './case-report-lists.ts';
import { diseaseIds } from './notifiable-diseases.ts';

/** More doses of one vaccine than any schedule has. Chosen here. */
const DOSES_AT_MOST = 20;

/** The form of a case (case_report_fields of TT 54/2015, FROM KNOWLEDGE) but for what stands in the person's record. */
const content = {
  diagnosis: text(300),
  classification: oneOf(caseClasses),
  onsetOn: dateOn.optional(), visitOn: dateOn.optional(), admittedOn: dateOn.optional(),
  outcome: oneOf(caseOutcomes), outcomeOn: dateOn.optional(),
  vaccination: oneOf(vaccinationStates), doses: z.number().int().min(0).max(DOSES_AT_MOST).optional(),
  addressAtOnset: text(300).optional(), occupation: text(100).optional(), workplace: text(200).optional(),
  /** Travel, contacts, of the 14 days before. */ exposure: text(1000).optional(),
  sample: z.strictObject({ takenOn: dateOn, kind: text(100), result: oneOf(sampleResults) }).optional(),
  action: text(1000).optional(),
};
export const caseContentFields = Object.keys(content) as readonly (keyof typeof content)[];

/** `detectedAt`: when the station knew; of a visit it is reckoned. */
export const reportCaseInput = z.strictObject({ id: idOf('caseReports').optional(), patientId: idOf('patients'), encounterId: idOf('encounters').optional(), diseaseId: z.enum(diseaseIds), detectedAt: instant.optional(), ...content });
export type ReportCaseInput = z.infer<typeof reportCaseInput>;

/** `reportId`: the version that was read; the whole content of the next one. */
export const reviseCaseReportInput = z.strictObject({ id: idOf('caseReports').optional(), reportId: idOf('caseReports'), change: oneOf(caseChanges), ...content });
export type ReviseCaseReportInput = z.infer<typeof reviseCaseReportInput>;

export const withdrawCaseReportInput = z.strictObject({ id: idOf('caseReports').optional(), reportId: idOf('caseReports'), reason: oneOf(withdrawReasons), note: text(500).optional() });
export type WithdrawCaseReportInput = z.infer<typeof withdrawCaseReportInput>;

const person = z.object({ account: z.string(), displayName: z.string(), role: z.string() });

/** One version of the report of one case: never changed, a further one names those it replaces. */
export const caseReport = documentBase.extend({
  patientId: idOf('patients'), encounterId: idOf('encounters').optional(), diseaseId: z.enum(diseaseIds),
  ...z.object(content).shape,
  /** Of the first version; its own id there. */ caseId: idOf('caseReports'), number: z.number().int().positive(), replaces: z.array(idOf('caseReports')).max(50),
  detectedAt: instant, deadlineAt: instant.optional(), /** The first version, after the deadline. */ late: z.boolean(), reportedAt: instant,
  author: person,
  change: oneOf(caseChanges).optional(),
  withdrawn: z.object({ reason: oneOf(withdrawReasons), note: z.string().optional() }).optional(),
}).loose();
export type CaseReport = z.infer<typeof caseReport>;
