import { Autocomplete, type ComboboxItem } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiagnosisRow } from '../../../src-shared/contract/queries.ts';
import { useLive } from '../../api/use-live.ts';

interface DiagnosisTextProps { name: string; value: string; error: string | undefined; autoFocus: boolean; onType(text: string): void; onPick(row: DiagnosisRow): void; onBlur(): void }

const noRows: readonly DiagnosisRow[] = [];
const labelOf = ({ icd10, text }: DiagnosisRow): string => `${text} · ${icd10}`;

/** A diagnosis in words; while typing, those of the catalogue that fit are offered, by name or by code. What is typed stays as it is. */
export function DiagnosisText({ name, value, error, autoFocus, onType, onPick, onBlur }: DiagnosisTextProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState('');
  const found = useLive('diagnosisSearch', { text: asked.slice(0, 200) }, asked.trim().length >= 2);
  const rows = asked.trim().length >= 2 ? found.answer ?? noRows : noRows;
  const label = t('encounters.field.diagnosisText');
  return (
    <Autocomplete
      data-span="8" aria-label={label} placeholder={label} name={name} value={value} error={error} autoFocus={autoFocus} data={rows.map(labelOf)} filter={({ options }) => options as ComboboxItem[]} comboboxProps={{ withinPortal: true }} maxDropdownHeight={240}
      onChange={(typed) => {
        const picked = rows.find((row) => labelOf(row) === typed);
        if (picked) { onPick(picked); setAsked(''); } else { onType(typed); setAsked(typed); }
      }}
      onBlur={() => { setAsked(''); onBlur(); }}
    />
  );
}
