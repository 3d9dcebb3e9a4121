import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonCases } from '../../../src-shared/contract/queries.ts';
import { caseChanges, caseClasses, caseOutcomes, sampleResults, vaccinationStates } from '../../../src-shared/domain/surveillance/case-report-lists.ts';
import { diseaseIds, notifiableDiseases, type NotifiableDisease } from '../../../src-shared/domain/surveillance/notifiable-diseases.ts';
import { today } from '../../ui/format.ts';
import { foldedFilter } from '../../ui/folded-filter.ts';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { Pick } from '../../ui/Pick.tsx';
import { tidyDate } from '../../ui/tidy-typed.ts';
import { oneOf } from '../../ui/typed.ts';
import type { TypedForm } from '../../ui/use-typed-form.ts';
import { tidyTime, vaccinationOf, type CaseFields } from './case-form.ts';

interface Part { form: TypedForm<CaseFields> }
const reportable: readonly NotifiableDisease[] = notifiableDiseases;

export function CaseFieldsets({ form, view, asksDetected, isRevision }: Part & { view: PersonCases; /** Told of, not seen here. */ asksDetected: boolean; isRevision: boolean }) {
  return <div className={layout.form}><Illness form={form} view={view} asksDetected={asksDetected} isRevision={isRevision} /><Person form={form} view={view} /><Investigation form={form} /></div>;
}

function Illness({ form, view, asksDetected, isRevision }: Part & { view: PersonCases; asksDetected: boolean; isRevision: boolean }) {
  const { t } = useTranslation();
  const { content } = form;
  const day = tidyDate({ today: today() });
  const choose = (value: string | null) => {
    const diseaseId = oneOf(diseaseIds, value ?? '');
    form.set({ diseaseId: diseaseId ?? '', ...vaccinationOf(view.doses, diseaseId), ...(content.diagnosis.trim() === '' && diseaseId !== undefined ? { diagnosis: t(`surveillance.diseases.${diseaseId}`) } : {}) });
  };
  return (
    <Panel title={t('surveillance.form.illness')}>
      <div className={layout.fields}>
        {isRevision && <Pick data-span="4" required label={t('surveillance.field.change')} name="change" value={content.change} error={form.errorAt('change')} data={caseChanges.map((value) => ({ value, label: t(`surveillance.changes.${value}`) }))} onChange={(change) => { form.set({ change }); }} />}
        {!isRevision && <Select data-span="4" withAsterisk searchable selectFirstOptionOnChange filter={foldedFilter} name="diseaseId" label={t('surveillance.field.diseaseId')} value={content.diseaseId || null} error={form.errorAt('diseaseId')} autoFocus={content.diseaseId === ''} data={reportable.filter(({ programme }) => !programme).map(({ id }) => ({ value: id, label: t(`surveillance.diseases.${id}`) }))} onChange={choose} />}
        <TextInput data-span="5" withAsterisk label={t('surveillance.field.diagnosis')} {...form.text('diagnosis')} />
        <Pick data-span="3" required label={t('surveillance.field.classification')} name="classification" value={content.classification} data={caseClasses.map((value) => ({ value, label: t(`surveillance.classes.${value}`) }))} onChange={(classification) => { form.set({ classification }); }} />
        {asksDetected && <TextInput data-span="2" withAsterisk inputMode="numeric" label={t('surveillance.field.detectedOn')} {...form.text('detectedOn', day)} />}
        {asksDetected && <TextInput data-span="2" withAsterisk inputMode="numeric" label={t('surveillance.field.detectedTime')} {...form.text('detectedTime', tidyTime)} />}
        <TextInput data-span="2" autoFocus={content.diseaseId !== ''} inputMode="numeric" label={t('surveillance.field.onsetOn')} {...form.text('onsetOn', day)} />
        <TextInput data-span="2" inputMode="numeric" label={t('surveillance.field.visitOn')} {...form.text('visitOn', day)} />
        <TextInput data-span="2" inputMode="numeric" label={t('surveillance.field.admittedOn')} {...form.text('admittedOn', day)} />
        <Pick data-span="3" required label={t('surveillance.field.outcome')} name="outcome" value={content.outcome} data={caseOutcomes.map((value) => ({ value, label: t(`surveillance.outcomes.${value}`) }))} onChange={(outcome) => { form.set({ outcome }); }} />
        <TextInput data-span="3" inputMode="numeric" label={t('surveillance.field.outcomeOn')} {...form.text('outcomeOn', day)} />
      </div>
    </Panel>
  );
}

function Person({ form, view: { doses } }: Part & { view: PersonCases }) {
  const { t } = useTranslation();
  const { content } = form;
  const given = doses[oneOf(diseaseIds, content.diseaseId) ?? 'emerging'];
  return (
    <Panel title={t('surveillance.form.person')}>
      <div className={layout.fields}>
        <TextInput data-span="6" label={t('surveillance.field.addressAtOnset')} {...form.text('addressAtOnset')} />
        <TextInput data-span="3" label={t('surveillance.field.occupation')} {...form.text('occupation')} />
        <TextInput data-span="3" label={t('surveillance.field.workplace')} {...form.text('workplace')} />
        <Pick data-span="4" required label={t('surveillance.field.vaccination')} name="vaccination" value={content.vaccination} data={vaccinationStates.map((value) => ({ value, label: t(`surveillance.vaccinations.${value}`) }))} onChange={(vaccination) => { form.set({ vaccination }); }} />
        <TextInput data-span="2" inputMode="numeric" className="num" label={t('surveillance.field.doses')} {...form.text('doses')} />
        {given !== undefined && <p data-span="6" className={layout.note} style={{ alignSelf: 'end' }}>{t('surveillance.form.inBook', { count: given })}</p>}
      </div>
    </Panel>
  );
}

function Investigation({ form }: Part) {
  const { t } = useTranslation();
  const { content } = form;
  return (
    <Panel title={t('surveillance.form.investigation')}>
      <div className={layout.fields}>
        <Textarea data-span="6" autosize minRows={1} label={t('surveillance.field.exposure')} {...form.text('exposure')} />
        <Textarea data-span="6" autosize minRows={1} label={t('surveillance.field.action')} {...form.text('action')} />
        <TextInput data-span="4" label={t('surveillance.field.sampleKind')} {...form.text('sampleKind')} />
        <TextInput data-span="4" inputMode="numeric" label={t('surveillance.field.sampleOn')} {...form.text('sampleOn', tidyDate({ today: today() }))} />
        <Pick data-span="4" label={t('surveillance.field.sampleResult')} name="sampleResult" value={content.sampleResult} data={sampleResults.map((value) => ({ value, label: t(`surveillance.results.${value}`) }))} onChange={(sampleResult) => { form.set({ sampleResult }); }} />
      </div>
    </Panel>
  );
}
