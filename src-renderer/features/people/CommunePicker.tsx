import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { communes2025 } from '../../../src-shared/domain/org/commune-names-2025.ts';
import { addressWords } from '../../ui/address-words.ts';
import { findUnits, foldUnits } from '../../ui/find-units.ts';
import type { TypedField } from '../../ui/use-typed-form.ts';

interface CommunePickerProps { label: string; /** Its `value` is a code. */ field: TypedField; /** The set of that code. */ codeSet: '2025' | 'pre2025' | undefined; onChoose(code: string): void }

/** The commune of an address by any words of its name or province, or its code; shown by its name. */
export function CommunePicker({ label, field, codeSet, onChoose }: CommunePickerProps) {
  const { t } = useTranslation();
  const folded = useMemo(() => foldUnits([...communes2025()]), []);
  const wordsOf = (code: string, set: typeof codeSet = '2025') => addressWords({ communeCode: code, codeSet: set }, t);
  const chosen = field.value === '' ? undefined : wordsOf(field.value, codeSet);
  const [typed, setTyped] = useState(chosen ?? '');
  const found = useMemo(() => findUnits(folded, typed === chosen ? '' : typed).slice(0, 20), [folded, typed, chosen]);
  const data = found.filter(({ code }) => code !== field.value).map(({ code }) => ({ value: code, label: wordsOf(code) }));
  return (
    <Select
      name={field.name} label={label} placeholder={t('people.field.communeHint')} searchable clearable filter={({ options }) => options} maxDropdownHeight={220}
      data={chosen === undefined ? data : [{ value: field.value, label: chosen }, ...data]} value={field.value || null} searchValue={typed} onSearchChange={setTyped} nothingFoundMessage={t('firstStart.pickUnitNone')}
      onChange={(code) => { onChoose(code ?? ''); }} error={field.error} onBlur={() => { field.onBlur(); }}
    />
  );
}
