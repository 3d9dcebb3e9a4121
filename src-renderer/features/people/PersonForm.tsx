import { ActionIcon, Anchor, Button, Select, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { noNationalIdReasons, sexes, type Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { Refusal } from '../../../src-shared/domain/common/refusal.ts';
import { useDraft } from '../../api/use-draft.ts';
import type { Run } from '../../api/use-run.ts';
import { Choice } from '../../ui/Choice.tsx';
import { today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { FormFrame } from '../../ui/FormFrame.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { warningWords } from '../../ui/refusal-words.ts';
import { routeToHash } from '../../ui/route.ts';
import { tidyDate } from '../../ui/tidy-typed.ts';
import { useTypedForm, type TypedForm } from '../../ui/use-typed-form.ts';
import { CommunePicker } from './CommunePicker.tsx';
import { LookAlikes } from './LookAlikes.tsx';
import { personDoubts, personProblems, tidyPhone, type PersonFields } from './person-form.ts';

interface PersonFormProps {
  title: string; submitWords: string; form: 'register' | 'editPerson'; formKey: string; patientId?: string; initial: PersonFields; /** The record that is changed. */ before?: Patient; restoredAt?: string; /** Kept with the draft: what leads back here. */ about?: Readonly<Record<string, string>>;
  saving: Pick<Run<'registerPatient'>, 'running' | 'refusals' | 'fault'>; save(fields: PersonFields, finish: () => Promise<void>): Promise<void>; onBack(): void;
  /** Stays in sight above the form; `finish`: lets go of what was typed. */ strip?(finish: () => Promise<void>): ReactNode;
}

/** The person as written in the book: who, papers, home, allergies. */
export function PersonForm({ title, submitWords, form: formName, formKey, patientId, initial, before, restoredAt, about, saving, save, onBack, strip }: PersonFormProps) {
  const form = useTypedForm(initial, (fields) => personProblems(fields, today(), before), restoredAt !== undefined);
  const draft = useDraft({ key: formKey, form: formName, patientId, touched: form.touched, restoredAt, content: { ...about, fields: form.content, title: form.content.fullName.trim() } });
  const [sentNumber, setSentNumber] = useState('');
  const takenBy = form.content.nationalId === sentNumber ? whoHasNumber(saving.refusals) : undefined;

  return (
    <FormFrame
      title={title} testId="person-form" form={form} draft={draft} restoredAt={restoredAt} saving={saving} submitWords={submitWords} onBack={onBack} strip={strip?.(draft.finish)}
      save={() => { setSentNumber(form.content.nationalId); void save(form.content, draft.finish); }}
    >
      <div className={layout.two}>
        <Identity form={form} isNew={formName === 'register'} takenBy={takenBy} />
        <Home form={form} codeSet={form.content.communeCode === before?.address?.communeCode ? before.address.codeSet : '2025'} />
      </div>
      <Allergies form={form} />
    </FormFrame>
  );
}

/** The person whose citizen number was typed; asked for in the refusal of a save. */
function whoHasNumber(refusals: readonly Refusal[]): string | undefined {
  const taken = refusals.find(({ code }) => code === 'NationalIdTaken');
  return typeof taken?.patientId === 'string' ? taken.patientId : undefined;
}

type Part = { form: TypedForm<PersonFields> };

function Identity({ form, isNew, takenBy }: Part & { isNew: boolean; takenBy: string | undefined }) {
  const { t } = useTranslation();
  const { content } = form;
  const doubts = personDoubts(content, today()).map((warning) => warningWords(warning, t)).filter((words) => words !== undefined);
  return (
    <Panel title={t('people.section.identity')}>
      <div className={layout.fields}>
        <TextInput data-span="12" label={t('people.field.fullName')} withAsterisk {...form.text('fullName')} autoFocus={isNew} />
        <div data-span="7">
          <Choice label={t('people.field.sex')} required value={content.sex} error={form.errorAt('sex')} onChange={(sex) => { form.set({ sex }); }} data={sexes.map((sex) => ({ value: sex, label: t(`sexes.${sex}`) }))} />
        </div>
        <TextInput data-span="5" label={t('people.field.bornOn')} withAsterisk description={t('people.field.bornHint')} inputWrapperOrder={['label', 'input', 'error', 'description']} inputMode="numeric" {...form.text('bornOn', tidyDate({ partial: true, today: today() }))} />
        {isNew && <LookAlikes fields={content} />}
        <TextInput data-span="6" label={t('people.field.nationalId')} inputMode="numeric" className="num" {...form.text('nationalId')} error={form.errorAt('nationalId') ?? (takenBy !== undefined && <Anchor size="xs" c="inherit" td="underline" href={routeToHash({ page: 'person', id: takenBy })}>{t('people.openTaken')}</Anchor>)} />
        <Select
          data-span="6" label={t('people.field.noIdReason')} placeholder="–" clearable disabled={content.nationalId.trim() !== ''} value={content.nationalId.trim() ? null : content.noNationalIdReason || null}
          onChange={(reason) => { form.set({ noNationalIdReason: reason ?? '' }); }} data={noNationalIdReasons.map((reason) => ({ value: reason, label: t(`people.noIdReasons.${reason}`) }))}
        />
        <TextInput data-span="6" label={t('people.field.insuranceNumber')} {...form.text('insuranceNumber')} />
        <TextInput data-span="6" label={t('people.field.insuranceValidTo')} inputMode="numeric" {...form.text('insuranceValidTo', tidyDate({}))} />
        {doubts.length > 0 && <ul data-span="12" className={layout.doubts}>{doubts.map((words) => <li key={words}><IconAlertTriangle size={15} aria-hidden />{words}</li>)}</ul>}
      </div>
    </Panel>
  );
}

function Home({ form, codeSet }: Part & { /** The set the commune's code is of. */ codeSet: '2025' | 'pre2025' | undefined }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('people.section.home')}>
      <div className={layout.fields}>
        <TextInput label={t('people.field.village')} {...form.text('village')} />
        <TextInput label={t('people.field.householdHead')} {...form.text('householdHead')} />
        <TextInput label={t('people.field.addressLine')} {...form.text('addressLine')} />
        <CommunePicker label={t('people.field.communeCode')} field={form.text('communeCode')} codeSet={codeSet} onChoose={(communeCode) => { form.set({ communeCode }); }} />
        <TextInput data-span="4" label={t('people.field.phone')} inputMode="tel" {...form.text('phone', tidyPhone)} />
        <TextInput data-span="4" label={t('people.field.ethnicity')} {...form.text('ethnicity')} />
        <TextInput data-span="4" label={t('people.field.occupation')} {...form.text('occupation')} />
        <TextInput data-span="5" label={t('people.field.guardianName')} {...form.text('guardianName')} />
        <TextInput data-span="3" label={t('people.field.guardianRelation')} placeholder={t('people.field.relationHint')} {...form.text('guardianRelation')} />
        <TextInput data-span="4" label={t('people.field.guardianPhone')} inputMode="tel" {...form.text('guardianPhone', tidyPhone)} />
        <TextInput data-span="6" label={t('people.field.guardianNationalId')} inputMode="numeric" className="num" {...form.text('guardianNationalId')} />
      </div>
    </Panel>
  );
}

function Allergies({ form }: Part) {
  const { t } = useTranslation();
  const { allergies } = form.content;
  const change = (index: number, patch: Partial<PersonFields['allergies'][number]>) => { form.set({ allergies: allergies.map((a, i) => (i === index ? { ...a, ...patch } : a)) }); };
  return (
    <Panel title={t('people.section.health')}>
      <div className={layout.form}>
        {allergies.map((allergy, index) => (
          <div key={index} className={layout.row}>
            <div className={layout.fields}>
              <TextInput data-span="5" aria-label={t('people.field.allergySubstance')} placeholder={t('people.field.allergySubstance')} value={allergy.substance} autoFocus={allergy.substance === ''} onChange={(event) => { change(index, { substance: event.currentTarget.value }); }} />
              <TextInput data-span="7" aria-label={t('people.field.allergyReaction')} placeholder={t('people.field.allergyReaction')} value={allergy.reaction} onChange={(event) => { change(index, { reaction: event.currentTarget.value }); }} />
            </div>
            <ActionIcon size="lg" aria-label={t('people.removeAllergy')} onClick={() => { form.set({ allergies: allergies.filter((_, i) => i !== index) }); }}><IconTrash size={17} /></ActionIcon>
          </div>
        ))}
        <div><Button variant="light" color="brick" size="xs" leftSection={<IconPlus size={15} />} onClick={() => { form.set({ allergies: [...allergies, { substance: '', reaction: '' }] }); }}>{t('people.addAllergy')}</Button></div>
        <Textarea label={t('people.field.note')} {...form.text('note')} />
      </div>
    </Panel>
  );
}
