import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MedicineRow, ReadyMedicine } from '../../../src-shared/contract/queries.ts';
import { formatCount } from '../../ui/format.ts';
import { foldedFilter } from '../../ui/folded-filter.ts';
import { medicineName } from '../../ui/medicine-name.ts';
import { NEW_MEDICINE, STARTER } from './stock-in-form.ts';

interface MedicinePickerProps { value: string; onChange(value: string): void; medicines: MedicineRow[]; /** What may be taken into the station's list. */ ready?: readonly ReadyMedicine[]; error?: string; label?: string; /** Only what can be given out. */ usableOnly?: boolean; /** Only the station's own. */ ownOnly?: boolean; autoFocus?: boolean; disabled?: boolean }

const noneReady: readonly ReadyMedicine[] = [];

/** A medicine of the station, of the ready-made list, or a new one. */
export function MedicinePicker({ value, onChange, medicines, ready: choosable = noneReady, error, label, usableOnly = false, ownOnly = false, autoFocus, disabled }: MedicinePickerProps) {
  const { t, i18n } = useTranslation();
  const data = useMemo(() => {
    const balance = (m: MedicineRow) => [t('supply.outOf', { balance: formatCount(m.balance < 0 ? m.balance : m.usableBalance, i18n.language), unit: m.baseUnit }), !usableOnly && m.expiredBalance > 0 && t('supply.expiredToo', { count: m.expiredBalance })].filter(Boolean).join(' · ');
    const own = medicines.filter((m) => !usableOnly || m.usableBalance > 0).map((m) => ({ value: m._id, label: `${medicineName(m)} · ${balance(m)}` }));
    if (usableOnly || ownOnly) return own;
    const codes = new Set(medicines.map(({ code }) => code.toUpperCase()));
    const ready = choosable.filter(({ code }) => !codes.has(code.toUpperCase())).map((m) => ({ value: STARTER + m.code, label: medicineName(m) }));
    return [
      ...(own.length > 0 ? [{ group: t('supply.field.own'), items: own }] : []),
      { group: t('supply.field.fromStarter'), items: ready },
      { group: t('common.moreActions'), items: [{ value: NEW_MEDICINE, label: t('supply.newMedicine') }] },
    ];
  }, [medicines, choosable, usableOnly, ownOnly, t, i18n.language]);
  return (
    <Select
      label={label} aria-label={label ?? t('supply.field.medicine')} placeholder={t('supply.search')} data={data} value={value || null} onChange={(chosen) => { onChange(chosen ?? ''); }} searchable filter={foldedFilter} error={error}
      withAsterisk={label !== undefined} nothingFoundMessage={t(data.length === 0 ? 'supply.nothingUsable' : 'supply.nothingFound')} maxDropdownHeight={260} limit={60} autoFocus={autoFocus} data-autofocus={autoFocus || undefined} disabled={disabled} selectFirstOptionOnChange allowDeselect={false} name="medicine"
    />
  );
}
