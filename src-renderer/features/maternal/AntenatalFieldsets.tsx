import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DueDay } from '../../../src-shared/domain/maternal/gestation.ts';
import type { TetanusStanding } from '../../../src-shared/domain/maternal/tetanus.ts';
import { antenatalAdvice, dangerSigns, oedemaGrades, presentations, urineGrades } from '../../../src-shared/domain/maternal/maternal-lists.ts';
import { Choice } from '../../ui/Choice.tsx';
import { today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { tidyPressure } from '../../ui/parse-typed-pressure.ts';
import { Picks } from '../../ui/Picks.tsx';
import { tidyDate } from '../../ui/tidy-typed.ts';
import type { TypedForm } from '../../ui/use-typed-form.ts';
import { antenatalMeasures, dayPatch, pressed, quickOf, quickPatch, type AntenatalFields, type AntenatalMeasure, type Quick } from './antenatal-form.ts';
import styles from './Maternal.module.css';
import { Measure } from './Measure.tsx';
import { Pick } from '../../ui/Pick.tsx';

/** The glucose load is drunk in these weeks (maternal.json `visit_fields`, FROM KNOWLEDGE); outside them its fields show only where something stands in them. */
const LOAD_WEEKS = { from: 24, until: 28 };
const loads = ['fastingMmolL', 'oneHourMmolL', 'twoHourMmolL'] as const;
const quicks: readonly Quick[] = ['planned', 'oneWeek', 'twoWeeks', 'fourWeeks'];

/** In the order of the work: measure the mother, the baby, ask, advise, say when to come again. */
export function AntenatalFieldsets({ form, due, weeks, tetanus }: { form: TypedForm<AntenatalFields>; due: DueDay | undefined; weeks: number | undefined; tetanus: TetanusStanding | undefined }) {
  const { t } = useTranslation();
  const { content } = form;
  const nextDose = tetanus?.next && tetanus.next.state !== 'toCome' ? tetanus.next.doseNumber : undefined;
  const measure = (name: AntenatalMeasure) => <Measure data-span="2" label={t(`maternal.field.${name}`)} unitWord={name === 'tetanusDose' ? undefined : antenatalMeasures[name].unitWord} decimals={antenatalMeasures[name].decimals} placeholder={name === 'tetanusDose' && nextDose ? t('maternal.tetanus.hint', { number: nextDose }) : undefined} field={(tidy) => form.text(name, tidy)} />;
  const reading = (name: 'reading1' | 'reading2') => <TextInput data-span="2" label={t(`maternal.field.${name}`)} placeholder={name === 'reading1' ? t('maternal.hint.reading') : undefined} className="num" autoFocus={name === 'reading1'} rightSectionWidth={52} rightSection={<span className={styles.unit}>{t('maternal.unitPressure')}</span>} {...form.text(name, tidyPressure)} />;
  const showsLoad = loads.some((name) => content[name] !== '') || (weeks !== undefined && weeks >= LOAD_WEEKS.from && weeks <= LOAD_WEEKS.until);
  return (
    <Panel>
      <div className={`${layout.fields ?? ''} ${styles.dense ?? ''}`}>
        {reading('reading1')}
        {reading('reading2')}
        {measure('weightKg')}
        <Pick data-span="2" label={t('maternal.field.oedema')} value={content.oedema} data={oedemaGrades.map((one) => ({ value: one, label: t(`maternal.oedemas.${one}`) }))} onChange={(oedema) => { form.set({ oedema }); }} />
        <Pick data-span="2" label={t('maternal.field.urineProtein')} value={content.urineProtein} data={urineGrades.map((one) => ({ value: one, label: t(`maternal.urines.${one}`) }))} onChange={(urineProtein) => { form.set({ urineProtein }); }} />
        <Pick data-span="2" label={t('maternal.field.urineGlucose')} value={content.urineGlucose} data={urineGrades.map((one) => ({ value: one, label: t(`maternal.urines.${one}`) }))} onChange={(urineGlucose) => { form.set({ urineGlucose }); }} />
        {measure('fundalHeightCm')}
        {measure('girthCm')}
        {measure('fetalHeartPerMin')}
        <Pick data-span="2" label={t('maternal.field.presentation')} value={content.presentation} data={presentations.map((one) => ({ value: one, label: t(`maternal.presentations.${one}`) }))} onChange={(presentation) => { form.set({ presentation }); }} />
        {measure('haemoglobinGPerL')}
        {measure('tetanusDose')}
        {showsLoad && loads.map((name) => <Measure key={name} data-span="2" label={t(`maternal.field.${name}`)} unitWord="mmolL" decimals={1} field={(tidy) => form.text(name, tidy)} />)}
        <TextInput data-span={showsLoad ? '6' : '12'} label={t('maternal.field.ultrasound')} placeholder={t('maternal.hint.ultrasound')} {...form.text('ultrasound')} />
        <div data-span="12"><Picks label={t('maternal.field.dangerSigns')} value={content.dangerSigns} data={dangerSigns.map((value) => ({ value, label: t(`maternal.dangers.${value}`) }))} onChange={(picked) => { form.set({ dangerSigns: picked }); }} /></div>
        <div data-span="12"><Picks label={t('maternal.field.advice')} value={content.advice} data={antenatalAdvice.map((value) => ({ value, label: t(`maternal.antenatalAdvice.${value}`) }))} onChange={(advice) => { form.set({ advice }); }} /></div>
        <div data-span="12"><Picks label={t('maternal.form.now')} value={content.pressed} data={pressed.map((value) => ({ value, label: t(`maternal.field.${value}`) }))} onChange={(picked) => { form.set({ pressed: picked }); }} /></div>
        <div data-span="6"><Choice label={t('maternal.form.quick')} value={quickOf(content, due) ?? ''} data={quicks.map((value) => ({ value, label: t(`maternal.form.quicks.${value}`) }))} onChange={(chosen) => { const quick = quicks.find((one) => one === chosen); if (quick) form.set(quickPatch(quick, content, due)); }} /></div>
        <TextInput data-span="3" label={t('maternal.field.nextVisitOn')} inputMode="numeric" {...form.text('nextVisitOn', tidyDate({}))} />
        <TextInput data-span="3" label={t('maternal.field.referredTo')} placeholder={t('maternal.hint.referredTo')} {...form.text('referredTo')} />
        <TextInput data-span="9" label={t('maternal.field.note')} {...form.text('note')} />
        <TextInput data-span="3" label={t('maternal.field.occurredOn')} withAsterisk inputMode="numeric" {...form.text('occurredOn', tidyDate({ today: today() }))} onChange={(event) => { form.set(dayPatch(event.currentTarget.value, content, due)); }} />
      </div>
    </Panel>
  );
}
