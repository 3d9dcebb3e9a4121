import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImmunizationCardView } from '../../../src-shared/contract/queries.ts';
import { immunizationProgrammes, notDoneReasons } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import { vaccineCodes } from '../../../src-shared/domain/immunization/vaccines.ts';
import { Choice } from '../../ui/Choice.tsx';
import { foldedFilter } from '../../ui/folded-filter.ts';
import { today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { tidyDate } from '../../ui/tidy-typed.ts';
import type { TypedForm } from '../../ui/use-typed-form.ts';
import { vaccineName } from '../../ui/vaccine-words.ts';
import { modePatch, modes, vaccinePatch, type ImmunizationFields } from './immunization-form.ts';

/** Which dose of which vaccine, when, and whether it was given at all. */
export function DoseFields({ form, view }: { form: TypedForm<ImmunizationFields>; view: ImmunizationCardView }) {
  const { t } = useTranslation();
  const { content } = form;
  const { mode } = content;
  const onWords = { here: t('immunizations.field.occurredOn'), elsewhere: t('immunizations.field.occurredOnBook'), notDone: t('immunizations.field.notDoneOn') }[mode];
  return (
    <Panel>
      <div className={layout.form}>
        <Choice label={t('immunizations.mode')} value={mode} data={modes.map((value) => ({ value, label: t(`immunizations.modes.${value}`) }))} onChange={(value) => { form.set(modePatch(modes.find((one) => one === value) ?? 'here', content, today())); }} />
        <div className={layout.fields}>
          <Select
            data-span="4" label={t('immunizations.field.vaccine')} withAsterisk searchable autoFocus={content.vaccine === ''} allowDeselect={false} selectFirstOptionOnChange nothingFoundMessage={t('immunizations.noVaccine')} maxDropdownHeight={260} filter={foldedFilter}
            value={content.vaccine || null} error={form.errorAt('vaccine')} onChange={(vaccine) => { form.set(vaccinePatch(vaccine ?? '', view)); }} data={vaccineCodes.map((value) => ({ value, label: vaccineName(value, t) }))}
          />
          <TextInput data-span="2" label={t('immunizations.field.doseNumber')} withAsterisk inputMode="numeric" className="num" {...form.text('doseNumber')} />
          <TextInput data-span="3" label={onWords} withAsterisk inputMode="numeric" placeholder={mode === 'elsewhere' ? t('immunizations.field.bookHint') : undefined} {...form.text('occurredOn', tidyDate({ today: today(), partial: mode === 'elsewhere' }))} />
          <Select data-span="3" label={t('immunizations.field.programme')} allowDeselect={false} value={content.programme} data={immunizationProgrammes.map((value) => ({ value, label: t(`immunizations.programmes.${value}`) }))} onChange={(programme) => { form.set({ programme: programme ?? '' }); }} />
          {mode === 'notDone' && <Select data-span="4" label={t('immunizations.field.notDoneReason')} withAsterisk allowDeselect={false} value={content.notDoneReason || null} error={form.errorAt('notDoneReason')} onChange={(reason) => { form.set({ notDoneReason: reason ?? '' }); }} data={notDoneReasons.map((value) => ({ value, label: t(`immunizations.notDoneReasons.${value}`) }))} />}
          {mode === 'notDone' && <Textarea data-span="8" label={t('immunizations.field.note')} minRows={1} {...form.text('note')} />}
        </div>
      </div>
    </Panel>
  );
}
