import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitChoice } from '../../../src-shared/contract/first-start.ts';
import { findUnits, foldUnits } from '../../ui/find-units.ts';

/** One of the communes of the country, by any words of its name or province, with or without marks. */
export function UnitPicker({ units, onChoose }: { units: UnitChoice[]; onChoose(unit: UnitChoice): void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [value, setValue] = useState<string | null>(null);
  const folded = useMemo(() => foldUnits(units), [units]);
  const chosen = units.find(({ code }) => code === value);
  const found = useMemo(() => findUnits(folded, chosen && typed === labelOf(chosen) ? '' : typed), [folded, typed, chosen]);
  const shown = chosen && !found.includes(chosen) ? [chosen, ...found] : found;
  return (
    <Select
      label={t('firstStart.pickUnit')} placeholder={t('firstStart.pickUnitHint')} searchable clearable data={shown.map((unit) => ({ value: unit.code, label: labelOf(unit) }))} filter={({ options }) => options}
      value={value} searchValue={typed} onSearchChange={setTyped} nothingFoundMessage={t('firstStart.pickUnitNone')} maxDropdownHeight={260}
      onChange={(code) => { setValue(code); const unit = units.find((one) => one.code === code); if (unit) onChoose(unit); }}
    />
  );
}

const labelOf = ({ name, province }: UnitChoice): string => `${name}, ${province}`;
