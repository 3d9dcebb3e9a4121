import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import type { PersonCases } from '../../../src-shared/contract/queries.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { caseDeadline, hoursLeft } from '../../../src-shared/domain/surveillance/case-deadline.ts';
import type { CaseReport } from '../../../src-shared/domain/surveillance/case-report.schema.ts';
import { askAboutCase, validateCaseContent } from '../../../src-shared/domain/surveillance/validate-case-report.ts';
import { diseaseIds, diseaseOf } from '../../../src-shared/domain/surveillance/notifiable-diseases.ts';
import { useDraft } from '../../api/use-draft.ts';
import { useLive } from '../../api/use-live.ts';
import type { Restored } from '../../api/use-restored-draft.ts';
import { DeadlineBadge } from '../../ui/DeadlineBadge.tsx';
import { FormFrame, type Saving } from '../../ui/FormFrame.tsx';
import { formatWhen, today } from '../../ui/format.ts';
import { oneOf } from '../../ui/typed.ts';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { caseProblems, caseToFields, emptyCase, fieldsToCase, type CaseFields, type CaseOf } from './case-form.ts';
import { CaseFieldsets } from './CaseFieldsets.tsx';
import styles from './Cases.module.css';

interface CaseFormProps { patient: Patient; view: PersonCases; of: CaseOf; revised: CaseReport | undefined; formKey: string; restored: Restored<CaseFields> | null; saving: Saving; save(fields: CaseFields, finish: () => Promise<void>): Promise<void>; onBack(): void }

/** The report of one case in one screen: the illness, the person then, what was found out and done. */
export function CaseForm({ patient, view, of, revised, formKey, restored, saving, save, onBack }: CaseFormProps) {
  const { t } = useTranslation();
  const [initial] = useState(() => restored?.fields ?? (revised ? caseToFields(revised) : emptyCase(view, of.encounterId, Date.now())));
  const form = useTypedForm(initial, (fields) => caseProblems(fields, { today: today(), of, refuse: (input) => validateCaseContent(input, patient, today()) }), restored !== null);
  const encounter = useLive('encounter', { id: of.encounterId ?? '' }, of.encounterId !== undefined).answer ?? undefined;
  const input = fieldsToCase(form.content, of);
  const diseaseId = oneOf(diseaseIds, form.content.diseaseId);
  const detectedAt = revised?.detectedAt ?? view.seen.find((one) => one.encounterId === of.encounterId)?.detectedAt ?? input.detectedAt;
  const deadlineAt = diseaseId === undefined || detectedAt === undefined ? undefined : caseDeadline(diseaseId, detectedAt);
  const draft = useDraft({ key: formKey, form: of.reportId === undefined ? 'caseReport' : 'reviseCaseReport', patientId: patient._id, touched: form.touched, restoredAt: restored?.updatedAt, content: { fields: form.content, title: patient.fullName, ...(of.encounterId === undefined ? {} : { encounterId: of.encounterId }), ...(of.reportId === undefined ? {} : { id: of.reportId }) } });
  return (
    <FormFrame
      title={t(revised ? 'surveillance.form.reviseTitle' : 'surveillance.form.title')} testId="case-form" patient={patient} form={form} draft={draft} restoredAt={restored?.updatedAt} saving={saving} submitWords={t('surveillance.form.save')}
      questions={() => askAboutCase({ ...input, diseaseId: revised?.diseaseId ?? input.diseaseId }, { encounter, detectedAt: detectedAt ?? new Date().toISOString() })} save={() => { void save(form.content, draft.finish); }} onBack={onBack}
    >
      {diseaseId !== undefined && (
        <p className={styles.said} data-testid="case-deadline">
          {deadlineAt === undefined ? diseaseOf(diseaseId).hours === undefined && t('surveillance.form.noDeadline') : <>{t('surveillance.form.deadline', { at: formatWhen(deadlineAt, t) })} {!revised && <DeadlineBadge hoursLeft={hoursLeft(deadlineAt, new Date().toISOString())} />}</>}
          <span className={styles.faint}>{t('surveillance.form.law')}</span>
        </p>
      )}
      <CaseFieldsets form={form} view={view} asksDetected={of.encounterId === undefined && !revised} isRevision={revised !== undefined} />
    </FormFrame>
  );
}
