import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChronicCareView } from '../../../src-shared/contract/queries.ts';
import type { GlucosePoint } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import { adviceGiven } from '../../../src-shared/domain/chronic/chronic-lists.ts';
import { Choice } from '../../ui/Choice.tsx';
import { formatDate, today } from '../../ui/format.ts';
import { formatNumber } from '../../ui/format-number.ts';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { formatPressure, tidyPressure } from '../../ui/parse-typed-pressure.ts';
import { Picks } from '../../ui/Picks.tsx';
import { tidyDate, tidyNumber } from '../../ui/tidy-typed.ts';
import type { TypedForm } from '../../ui/use-typed-form.ts';
import styles from './Chronic.module.css';
import { dayPatch, lastBefore, measures, quickOf, quickPatch, quicks, type FollowUpFields, type MeasureName } from './follow-up-form.ts';
import { PressureSaid } from './PressureSaid.tsx';

type Form = TypedForm<FollowUpFields>;
interface Fieldsets { form: Form; view: ChronicCareView }

/** In the order of the work: measure, hear, say when to come again. */
export function FollowUpFieldsets({ form, view }: Fieldsets) {
  return <><Measured form={form} view={view} /><Heard form={form} /><NextTime form={form} /></>;
}

/** Below a field, how it was the time before. */
const below = ['label', 'input', 'description', 'error'] as const;

function Measure({ form, name, last }: { form: Form; name: MeasureName; /** What was measured before. */ last?: string | undefined }) {
  const { t, i18n } = useTranslation();
  const { unitWord, decimals } = measures[name];
  return <TextInput data-span="2" description={last} inputWrapperOrder={[...below]} label={t(`chronic.field.${name}`)} inputMode={decimals === 0 ? 'numeric' : 'decimal'} className="num" rightSectionWidth={unitWord === 'perMin' || unitWord === 'mmolL' ? 66 : 44} rightSection={<span className={styles.unit}>{t(`chronic.units.${unitWord}`)}</span>} {...form.text(name, tidyNumber(i18n.language))} />;
}

function Measured({ form, view }: Fieldsets) {
  const { t, i18n } = useTranslation();
  const { standing } = view;
  // What was measured today says nothing of another day.
  const measuredToday = form.content.occurredOn === formatDate(today()) ? view.measuredToday : undefined;
  const reading = (name: 'reading1' | 'reading2') => <TextInput data-span="3" label={t(`chronic.field.${name}`)} placeholder={t('chronic.hint.reading')} className="num" autoFocus={name === 'reading1'} rightSectionWidth={58} rightSection={<span className={styles.unit}>{t('chronic.unitPressure')}</span>} {...form.text(name, tidyPressure)} />;
  const last = <P extends { on: string }>(points: readonly P[], valueOf: (point: P) => string) => {
    const point = lastBefore(points, form.content.occurredOn, today());
    return point && t('chronic.form.last', { on: formatDate(point.on), value: valueOf(point) });
  };
  const lastGlucose = (kind: GlucosePoint['kind']) => last(view.glucose.filter((one) => one.kind === kind), ({ value }) => formatNumber(value, i18n.language));
  const measure = (value: number | undefined, unit: 'perMin' | 'kg' | 'cm') => value !== undefined && `${formatNumber(value, i18n.language)}\u00a0${t(`chronic.units.${unit}`)}`;
  const said = measuredToday && [measuredToday.bloodPressure && `${formatPressure(measuredToday.bloodPressure)}\u00a0${t('chronic.unitPressure')}`, measure(measuredToday.pulsePerMin, 'perMin'), measure(measuredToday.weightKg, 'kg'), measure(measuredToday.waistCm, 'cm')].filter(Boolean).join(', ');
  return (
    <Panel>
      <div className={layout.fields}>
        {reading('reading1')}
        {reading('reading2')}
        <PressureSaid data-span="6" fields={form.content} goal={standing.goal} before={measuredToday?.bloodPressure} last={last(view.pressures, formatPressure)} />
        <Measure form={form} name="pulsePerMin" />
        <Measure form={form} name="weightKg" />
        <Measure form={form} name="waistCm" />
        <Measure form={form} name="fastingGlucoseMmolL" last={lastGlucose('fasting')} />
        <Measure form={form} name="randomGlucoseMmolL" last={lastGlucose('random')} />
        <Measure form={form} name="hba1cPercent" last={lastGlucose('hba1c')} />
        {said && <p data-span="12" className={styles.measured} data-testid="measured-today">{t('chronic.form.measuredToday', { value: said })}</p>}
      </div>
    </Panel>
  );
}

function Heard({ form }: { form: Form }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('chronic.form.how')}>
      <div className={layout.fields}>
        <Measure form={form} name="missedDays" />
        <Textarea data-span="5" label={t('chronic.field.symptoms')} minRows={1} {...form.text('symptoms')} />
        <Textarea data-span="5" label={t('chronic.field.sideEffects')} minRows={1} {...form.text('sideEffects')} />
        <div data-span="12"><Picks label={t('chronic.field.advice')} value={form.content.advice} data={adviceGiven.map((value) => ({ value, label: t(`chronic.advices.${value}`) }))} onChange={(advice) => { form.set({ advice }); }} /></div>
      </div>
    </Panel>
  );
}

function NextTime({ form }: { form: Form }) {
  const { t } = useTranslation();
  const { content } = form;
  const day = form.text('occurredOn', tidyDate({ today: today() }));
  return (
    <Panel title={t('chronic.form.next')}>
      <div className={layout.fields}>
        <div data-span="5"><Choice label={t('chronic.form.quick')} value={quickOf(content) ?? ''} data={quicks.map((value) => ({ value, label: t(`chronic.form.quicks.${value}`) }))} onChange={(chosen) => { const quick = quicks.find((one) => one === chosen); if (quick) form.set(quickPatch(quick, content)); }} /></div>
        <TextInput data-span="3" label={t('chronic.field.nextVisitOn')} inputMode="numeric" {...form.text('nextVisitOn', tidyDate({}))} />
        <TextInput data-span="4" label={t('chronic.field.referredTo')} placeholder={t('chronic.hint.referredTo')} {...form.text('referredTo')} />
        <Textarea data-span="9" label={t('chronic.field.note')} minRows={1} {...form.text('note')} />
        <TextInput data-span="3" label={t('chronic.field.occurredOn')} withAsterisk inputMode="numeric" {...day} onChange={(event) => { form.set(dayPatch(event.currentTarget.value, content)); }} />
      </div>
    </Panel>
  );
}
