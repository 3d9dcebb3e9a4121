import type { OperationInput } from '../../src-shared/contract/operations.ts';
import type { WorkContext } from '../../src-shared/domain/common/context.ts';
import type { Outcome } from '../../src-shared/domain/common/refusal.ts';
import { reportCaseInput, type CaseReport } from '../../src-shared/domain/surveillance/case-report.schema.ts';
import { planCaseReport } from '../../src-shared/domain/surveillance/plan-case-report.ts';
import { aContext, anEncounter, anId } from './builders.ts';

export const accepted = <T>(outcome: Outcome<T>): T => { if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals)); return outcome.value; };
export const aDengueVisit = (context?: WorkContext) => anEncounter({ kind: 'visit', diagnoses: [{ icd10: 'A90', text: 'Sốt xuất huyết Dengue' }] }, context);

type Said = Partial<OperationInput<'reportCase'>>;
export const aCaseInput = (with_: Said = {}) => reportCaseInput.parse({ patientId: anId('patients'), diseaseId: 'dengue', detectedAt: '2026-11-22T02:00:00.000Z', diagnosis: 'Sốt xuất huyết Dengue', classification: 'probable', onsetOn: '2026-11-20', outcome: 'treated', vaccination: 'unknown', ...with_ });
export const someFacts = { patient: { bornOn: '1985-03-15' }, encounter: undefined, isTheirs: true, cases: [] };
/** Dengue, heard of an hour before. */
export const aCaseReport = (with_: Said = {}, context: WorkContext = aContext()): CaseReport => accepted(planCaseReport(aCaseInput(with_), { ...someFacts, encounter: with_.encounterId === undefined ? undefined : aDengueVisit() }, context));
