import { Autocomplete, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VaccineLotRow } from '../../../src-shared/contract/queries.ts';
import { observationOutcomes, screeningOutcomes } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import { vaccineRoutes, vaccineSites } from '../../../src-shared/domain/immunization/vaccines.ts';
import { useSession } from '../../stores/session-store.ts';
import { isUsedFirst } from '../../../src-shared/domain/supply/vvm-stage.ts';
import { Choice } from '../../ui/Choice.tsx';
import { formatDate } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { tidyDate } from '../../ui/tidy-typed.ts';
import type { TypedForm } from '../../ui/use-typed-form.ts';
import { TYPED_LOT, type ImmunizationFields } from './immunization-form.ts';

interface GivenFieldsProps { form: TypedForm<ImmunizationFields>; lots: readonly VaccineLotRow[]; /** The one the dose is taken from. */ lot: VaccineLotRow | undefined }

/** How a dose was given: here with screening, lot and the half hour after it; elsewhere what the book says. */
export function GivenFields({ form, lots, lot }: GivenFieldsProps) {
  const { t } = useTranslation();
  if (form.content.mode === 'elsewhere') {
    return (
      <Panel>
        <div className={layout.fields}>
          <TextInput data-span="6" label={t('immunizations.field.placeName')} placeholder={t('immunizations.field.placeHint')} {...form.text('placeName')} />
          <TextInput data-span="6" label={t('immunizations.field.tradeName')} {...form.text('tradeName')} />
          <TypedLot form={form} />
          <Textarea data-span="12" label={t('immunizations.field.note')} minRows={1} {...form.text('note')} />
        </div>
      </Panel>
    );
  }
  return (
    <div className={layout.two}>
      <Screening form={form} />
      <Vaccine form={form} lots={lots} lot={lot} />
    </div>
  );
}

function TypedLot({ form }: Pick<GivenFieldsProps, 'form'>) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput data-span="6" label={t('immunizations.field.lotNumber')} {...form.text('lotNumber')} />
      <TextInput data-span="6" label={t('immunizations.field.expiresOn')} inputMode="numeric" {...form.text('expiresOn', tidyDate({ expiry: true }))} />
    </>
  );
}

/** The screening before, and the half hour after. */
function Screening({ form }: Pick<GivenFieldsProps, 'form'>) {
  const { t } = useTranslation();
  const { content } = form;
  const isAsked = content.screening !== '' && content.screening !== 'eligible';
  return (
    <Panel title={t('immunizations.section.check')}>
      <div className={layout.form}>
        <Choice label={t('immunizations.field.screening')} required value={content.screening} error={form.errorAt('screening')} onChange={(screening) => { form.set({ screening }); }} data={screeningOutcomes.map((value) => ({ value, label: t(`immunizations.screenings.${value}`) }))} />
        {isAsked && <TextInput label={t('immunizations.field.screeningReason')} withAsterisk description={t('immunizations.screeningHint')} inputWrapperOrder={['label', 'input', 'error', 'description']} {...form.text('screeningReason')} />}
        <Choice label={t('immunizations.field.observation')} description={content.observation === 'reaction' ? t('immunizations.observationHint') : undefined} value={content.observation} onChange={(observation) => { form.set({ observation }); }} data={observationOutcomes.map((value) => ({ value, label: t(`immunizations.observations.${value}`) }))} />
        <Textarea label={t('immunizations.field.note')} minRows={1} {...form.text('note')} />
      </div>
    </Panel>
  );
}

/** The lot it was taken from, how and by whom. */
function Vaccine({ form, lots, lot }: GivenFieldsProps) {
  const { t } = useTranslation();
  const accounts = useSession((s) => s.session?.accounts) ?? [];
  const own = useSession((s) => s.session?.displayName);
  const { content } = form;
  const isTyped = lot === undefined;
  return (
    <Panel title={t('immunizations.section.lot')}>
      <div className={layout.fields}>
        {lots.length > 0 && (
          <Select
            data-span="12" label={t('immunizations.field.lot')} allowDeselect={false} value={lot?._id ?? TYPED_LOT} error={form.errorAt('lot')} description={lot?.countedInDoses ? t('immunizations.lotFromStore') : undefined} inputWrapperOrder={['label', 'input', 'error', 'description']} onChange={(chosen) => { form.set({ lot: chosen ?? '' }); }}
            data={[...lots.map(({ _id, lotNumber, expiresOn, balance, baseUnit, fits, medicineName, vvmChecks }) => ({ value: _id, label: `${fits ? '' : `${medicineName}: `}${t('immunizations.lotOption', { lot: lotNumber, expiry: formatDate(expiresOn), balance, unit: baseUnit })}${isUsedFirst({ vvmChecks }) ? ` · ${t('supply.vvm.first', { stage: 2 })}` : ''}` })), { value: TYPED_LOT, label: t('immunizations.otherLot') }]}
          />
        )}
        {isTyped && <TypedLot form={form} />}
        <Select data-span="6" label={t('immunizations.field.route')} clearable value={content.route || null} onChange={(route) => { form.set({ route: route ?? '' }); }} data={vaccineRoutes.map((value) => ({ value, label: t(`immunizations.routes.${value}`) }))} />
        <Select data-span="6" label={t('immunizations.field.site')} clearable value={content.site || null} onChange={(site) => { form.set({ site: site ?? '' }); }} data={vaccineSites.map((value) => ({ value, label: t(`immunizations.sites.${value}`) }))} />
        <Autocomplete data-span="6" label={t('immunizations.field.vaccinator')} placeholder={own} data={[...new Set(accounts.map(({ displayName }) => displayName))]} name="vaccinator" value={content.vaccinator} error={form.errorAt('vaccinator')} onChange={(vaccinator) => { form.set({ vaccinator }); }} onBlur={() => { form.leave('vaccinator'); }} />
        <TextInput data-span="6" label={t('immunizations.field.tradeName')} {...form.text('tradeName')} />
      </div>
    </Panel>
  );
}
