import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import layout from '../../ui/form.module.css';
import { useKey } from '../../ui/use-key.ts';
import type { TypedForm } from '../../ui/use-typed-form.ts';
import { DiagnosisText } from './DiagnosisText.tsx';
import { NotifiableNote } from './NotifiableNote.tsx';
import { tidyIcd10, type EncounterFields } from './encounter-form.ts';

/** Diagnoses in words, each with its ICD-10 code where it is known; Alt+C leads to the first from anywhere in the form. */
export function DiagnosisRows({ form }: { form: TypedForm<EncounterFields> }) {
  const { t } = useTranslation();
  const { diagnoses } = form.content;
  const rows = useRef<HTMLDivElement>(null);
  useKey('KeyC', () => { rows.current?.querySelector('input')?.focus(); });
  const change = (index: number, patch: Partial<EncounterFields['diagnoses'][number]>) => { form.set({ diagnoses: diagnoses.map((d, i) => (i === index ? { ...d, ...patch } : d)) }); };
  return (
    <div ref={rows} className={layout.form}>
      {diagnoses.map(({ icd10, text }, index) => {
        const path = `diagnoses.${String(index)}`;
        return (
          <div key={index} className={layout.row}>
            <div className={layout.fields}>
              <DiagnosisText name={`${path}.text`} value={text} error={form.errorAt(`${path}.text`)} autoFocus={index > 0 && text === ''}
                onType={(typed) => { change(index, { text: typed }); }} onPick={(row) => { change(index, row); }} onBlur={() => { form.leave(`${path}.text`); }} />
              <TextInput data-span="4" aria-label={t('encounters.field.icd10')} placeholder={t('encounters.field.icd10')} name={`${path}.icd10`} value={icd10} error={form.errorAt(`${path}.icd10`)} spellCheck={false}
                onChange={(event) => { change(index, { icd10: event.currentTarget.value }); }} onBlur={() => { form.leave(`${path}.icd10`); if (tidyIcd10(icd10) !== icd10) change(index, { icd10: tidyIcd10(icd10) }); }} />
            </div>
            {diagnoses.length > 1 && <ActionIcon size="lg" aria-label={t('encounters.removeDiagnosis')} onClick={() => { form.set({ diagnoses: diagnoses.filter((_, i) => i !== index) }); }}><IconTrash size={17} /></ActionIcon>}
          </div>
        );
      })}
      <NotifiableNote codes={diagnoses.map(({ icd10 }) => icd10)} />
      <div><Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} />} onClick={() => { form.set({ diagnoses: [...diagnoses, { icd10: '', text: '' }] }); }}>{t('encounters.addDiagnosis')}</Button></div>
    </div>
  );
}
