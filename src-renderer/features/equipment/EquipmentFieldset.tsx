import { Autocomplete, Select, TextInput, type ComboboxItem, type OptionsFilter } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { roles } from '../../../src-shared/domain/common/context.ts';
import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { coldPlaceKind } from '../../../src-shared/domain/cold-chain/cold-place.ts';
import { coldPlaceAnswers, equipmentSources } from '../../../src-shared/domain/facility/equipment.schema.ts';
import { starterEquipment } from '../../../src-shared/domain/facility/starter-equipment.ts';
import { today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { tidyDate } from '../../ui/tidy-typed.ts';
import type { TypedForm } from '../../ui/use-typed-form.ts';
import { namePatch, type EquipmentFields } from './equipment-form.ts';

const names = [...new Set(starterEquipment.map(({ name }) => name))];
const byWords: OptionsFilter = ({ options, search }) => {
  const words = foldForSearch(search).split(' ').filter(Boolean);
  return options.filter((option) => words.every((word) => foldForSearch((option as ComboboxItem).label).includes(word)));
};

/** What a line says; `first`: with how it begins, which later goes by events. */
export function EquipmentFieldset({ form, first }: { form: TypedForm<EquipmentFields>; first: boolean }) {
  const { t } = useTranslation();
  const { content } = form;
  const byName = coldPlaceKind({ name: content.name, ...(content.code.trim() === '' ? {} : { code: content.code.trim() }) }) ?? 'none';
  const { onChange: _typed, ...name } = form.text('name');
  return (
    <div className={layout.fields}>
      <Autocomplete data-span="8" label={t('equipment.field.name')} withAsterisk data-autofocus placeholder={t('equipment.field.nameHint')} data={names} filter={byWords} limit={40} maxDropdownHeight={240} {...name} onChange={(typed) => { form.set(namePatch(typed, content)); }} />
      <TextInput data-span="4" label={t('equipment.field.code')} {...form.text('code')} />
      <TextInput data-span="3" label={t('equipment.field.quantity')} withAsterisk inputMode="numeric" className="num" {...form.text('quantity')} />
      <TextInput data-span="3" label={t('equipment.field.countUnit')} withAsterisk placeholder={t('equipment.field.countUnitHint')} {...form.text('countUnit')} />
      <TextInput data-span="6" label={t('equipment.field.serial')} placeholder={t('equipment.field.serialHint')} {...form.text('serial')} />
      {first && (
        <>
          <TextInput data-span="6" label={t('equipment.field.location')} {...form.text('location')} />
          <InCharge form={form} />
        </>
      )}
      <TextInput data-span="4" label={t('equipment.field.model')} {...form.text('model')} />
      <TextInput data-span="4" label={t('equipment.field.maker')} {...form.text('maker')} />
      <TextInput data-span="4" label={t('equipment.field.country')} {...form.text('country')} />
      <TextInput data-span="3" label={t('equipment.field.yearMade')} inputMode="numeric" {...form.text('yearMade')} />
      <TextInput data-span="3" label={t('equipment.field.receivedOn')} inputMode="numeric" placeholder={t('equipment.field.receivedHint')} {...form.text('receivedOn', tidyDate({ partial: true, today: today() }))} />
      <Select data-span="6" label={t('equipment.field.source')} clearable value={content.source || null} onChange={(source) => { form.set({ source: source ?? '' }); }} data={equipmentSources.map((value) => ({ value, label: t(`equipment.sources.${value}`) }))} />
      <TextInput data-span="4" label={t('equipment.field.priceVnd')} inputMode="numeric" className="num" {...form.text('priceVnd')} />
      <Select data-span="8" label={t('equipment.field.coldPlace')} allowDeselect={false} value={content.coldPlace} onChange={(coldPlace) => { form.set({ coldPlace: coldPlace ?? '' }); }} data={[{ value: '', label: t('equipment.cold.byName', { kind: t(`equipment.cold.kinds.${byName}`) }) }, ...coldPlaceAnswers.map((value) => ({ value, label: t(`equipment.cold.kinds.${value}`) }))]} />
      {first && (
        <>
          <TextInput data-span="4" label={t('equipment.field.calibratedOn')} inputMode="numeric" {...form.text('calibratedOn', tidyDate({ today: today() }))} />
          <TextInput data-span="4" label={t('equipment.field.calibrationDueOn')} inputMode="numeric" {...form.text('calibrationDueOn', tidyDate({}))} />
        </>
      )}
    </div>
  );
}

/** A role, never a person. */
export function InCharge<T extends { inCharge: string }>({ form }: { form: TypedForm<T> }) {
  const { t } = useTranslation();
  return <Select data-span="6" label={t('equipment.field.inCharge')} clearable value={form.content.inCharge || null} onChange={(inCharge) => { form.set({ inCharge: inCharge ?? '' } as Partial<T>); }} data={roles.map((value) => ({ value, label: t(`roles.${value}`) }))} />;
}
