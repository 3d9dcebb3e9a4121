import { useTranslation } from 'react-i18next';
import type { BirthView, PregnancyView } from '../../../src-shared/contract/queries.ts';
import { daysBetween } from '../../../src-shared/domain/common/partial-date.ts';
import { postnatalAlerts } from '../../../src-shared/domain/maternal/maternal-alerts.ts';
import { askAboutPostnatalVisit, validatePostnatalVisit } from '../../../src-shared/domain/maternal/validate-postnatal-visit.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useDraft } from '../../api/use-draft.ts';
import type { Restored } from '../../api/use-restored-draft.ts';
import { formatDate, today } from '../../ui/format.ts';
import { birthSummary, postnatalSummary } from '../../ui/maternal-words.ts';
import { AllergyLine } from '../../ui/PersonHeader.tsx';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { AlertList } from './AlertList.tsx';
import { FormFrame, type Saving } from '../../ui/FormFrame.tsx';
import styles from './Maternal.module.css';
import { emptyPostnatal, fieldsToPostnatal, postnatalProblems, type PostnatalFields } from './postnatal-form.ts';
import { PostnatalFieldsets } from './PostnatalFieldsets.tsx';

interface PostnatalFormProps { patient: Patient; of: PregnancyView; birth: BirthView; formKey: string; restored: Restored<PostnatalFields> | null; saving: Saving; save(fields: PostnatalFields, finish: () => Promise<void>): Promise<void>; onBack(): void }

/** One visit after the birth: the mother, each baby, what was advised; which day it is and what is unusual is said beside the fields. */
export function PostnatalForm({ patient, of, birth, formKey, restored, saving, save, onBack }: PostnatalFormProps) {
  const { t, i18n } = useTranslation();
  const ids = { patientId: patient._id, pregnancyId: of.pregnancy._id };
  const facts = { patient, pregnancy: of.pregnancy, isHers: true, births: of.births };
  const form = useTypedForm(restored?.fields ?? emptyPostnatal(today(), birth.babies.length, of.standing.postnatal), (fields) => postnatalProblems(fields, { today: today(), of: ids, unitWords: (name) => t(`maternal.units.${name === 'weightG' ? 'g' : 'celsius'}`), refuse: (input) => validatePostnatalVisit(input, facts, today()) }), restored !== null);
  const input = fieldsToPostnatal(form.content, ids);
  const on = input.occurredOn || today();
  const now = postnatalAlerts(input);
  const last = of.postnatal.find(({ voided, occurredOn }) => voided === undefined && occurredOn < on);
  const draft = useDraft({ key: formKey, form: 'postnatalVisit', patientId: patient._id, touched: form.touched, restoredAt: restored?.updatedAt, content: { fields: form.content, title: patient.fullName } });
  return (
    <FormFrame
      title={t('maternal.postnatal.title')} testId="postnatal-form" patient={patient} form={form} draft={draft} restoredAt={restored?.updatedAt} saving={saving} submitWords={t('maternal.postnatal.save')}
      questions={() => askAboutPostnatalVisit(input, { births: of.births, visits: of.postnatal })} save={() => { void save(form.content, draft.finish); }} onBack={onBack}
    >
      <div className={styles.beside}>
        <PostnatalFieldsets form={form} birth={birth} planned={of.standing.postnatal} />
        <aside className={styles.side} data-testid="postnatal-said">
          <div><p className={styles.weeks}>{t('maternal.postnatal.day', { count: Math.max(0, daysBetween(birth.bornOn, on)) })}</p><p className={styles.faint}>{formatDate(birth.bornOn)} · {birthSummary(birth, t, i18n.language)}</p></div>
          <div aria-live="polite"><h3>{t('maternal.form.now')}</h3>{now.length === 0 ? <p className={styles.good}>{t('maternal.form.noneSaid')}</p> : <AlertList alerts={now} testId="alerts-now" />}</div>
          {last && <div><h3>{t('maternal.form.before', { on: formatDate(last.occurredOn) })}</h3><p>{postnatalSummary(last, t, i18n.language)}</p></div>}
          <AllergyLine allergies={patient.allergies} />
        </aside>
      </div>
    </FormFrame>
  );
}
