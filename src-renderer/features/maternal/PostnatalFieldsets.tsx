import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BirthView } from '../../../src-shared/contract/queries.ts';
import { babyFeedings, bleedingGrades, breastFindings, contraceptions, cordFindings, jaundiceGrades, moods, postnatalAdvice, postnatalPlaces } from '../../../src-shared/domain/maternal/maternal-lists.ts';
import type { PlannedPostnatal } from '../../../src-shared/domain/maternal/postnatal-plan.ts';
import { Choice } from '../../ui/Choice.tsx';
import { today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { tidyPressure } from '../../ui/parse-typed-pressure.ts';
import { Picks } from '../../ui/Picks.tsx';
import { tidyDate } from '../../ui/tidy-typed.ts';
import type { TypedForm } from '../../ui/use-typed-form.ts';
import styles from './Maternal.module.css';
import { Measure } from './Measure.tsx';
import { Pick } from '../../ui/Pick.tsx';
import { postnatalDayPatch, type PostnatalBabyFields, type PostnatalFields } from './postnatal-form.ts';

type Part = { form: TypedForm<PostnatalFields> };

/** The mother, each baby that lives, advice and the next time. */
export function PostnatalFieldsets({ form, birth, planned }: Part & { birth: BirthView; planned: readonly PlannedPostnatal[] }) {
  return <div className={layout.form}><Mother form={form} planned={planned} /><Babies form={form} birth={birth} /><NextTime form={form} /></div>;
}

function Mother({ form, planned }: Part & { planned: readonly PlannedPostnatal[] }) {
  const { t } = useTranslation();
  const { content } = form;
  return (
    <Panel title={t('maternal.postnatal.mother')}>
      <div className={`${layout.fields ?? ''} ${styles.dense ?? ''}`}>
        <TextInput data-span="3" autoFocus label={t('maternal.field.reading1')} placeholder={t('maternal.hint.reading')} className="num" rightSectionWidth={52} rightSection={<span className={styles.unit}>{t('maternal.unitPressure')}</span>} {...form.text('reading1', tidyPressure)} />
        <Measure data-span="3" label={t('maternal.field.temperatureC')} unitWord="celsius" decimals={1} field={(tidy) => form.text('temperatureC', tidy)} />
        <div data-span="6"><Choice label={t('maternal.field.bleeding')} value={content.bleeding} error={form.errorAt('bleeding')} data={bleedingGrades.map((value) => ({ value, label: t(`maternal.bleedings.${value}`) }))} onChange={(bleeding) => { form.set({ bleeding }); }} /></div>
        <div data-span="3"><Choice label={t('maternal.field.fever')} value={content.fever} data={(['no', 'yes'] as const).map((value) => ({ value, label: t(`common.${value}`) }))} onChange={(fever) => { form.set({ fever }); }} /></div>
        <Pick data-span="3" label={t('maternal.field.breast')} value={content.breast} data={breastFindings.map((one) => ({ value: one, label: t(`maternal.breasts.${one}`) }))} onChange={(breast) => { form.set({ breast }); }} />
        <div data-span="6"><Choice label={t('maternal.field.mood')} value={content.mood} data={moods.map((value) => ({ value, label: t(`maternal.moods.${value}`) }))} onChange={(mood) => { form.set({ mood }); }} /></div>
        <Pick data-span="4" label={t('maternal.field.contraception')} value={content.contraception} data={contraceptions.map((one) => ({ value: one, label: t(`maternal.contraceptions.${one}`) }))} onChange={(contraception) => { form.set({ contraception }); }} />
        <div data-span="5"><Choice label={t('maternal.field.postnatalPlace')} required value={content.place} data={postnatalPlaces.map((value) => ({ value, label: t(`maternal.postnatalPlaces.${value}`) }))} onChange={(place) => { form.set({ place }); }} /></div>
        <TextInput data-span="3" label={t('maternal.field.occurredOn')} withAsterisk inputMode="numeric" {...form.text('occurredOn', tidyDate({ today: today() }))} onChange={(event) => { form.set(postnatalDayPatch(event.currentTarget.value, content, planned)); }} />
      </div>
    </Panel>
  );
}

/** A line for each baby, in the order of the birth; none is asked of a baby that does not live. */
function Babies({ form, birth }: Part & { birth: BirthView }) {
  const { t } = useTranslation();
  const { babies } = form.content;
  const change = (at: number, patch: Partial<PostnatalBabyFields>) => { form.set({ babies: babies.map((baby, index) => (index === at ? { ...baby, ...patch } : baby)) }); };
  if (birth.babies.every(({ status }) => status !== 'live')) return null;
  return (
    <Panel title={t('maternal.postnatal.baby')}>
      {babies.map((baby, at) => {
        const path = `babies.${String(at)}.weightG`;
        const named = birth.babies[at]?.childName ?? t('maternal.postnatal.babyOf', { number: at + 1 });
        return birth.babies[at]?.status === 'live' && (
          <div key={at} className={styles.baby} role="group" aria-label={named}>
            {birth.babies.length > 1 && <div className={styles.babyHead}>{named}</div>}
            <div className={`${layout.fields ?? ''} ${styles.dense ?? ''}`}>
              <Measure data-span="2" label={t('maternal.field.weightG')} unitWord="g" decimals={0} field={() => ({ name: path, value: baby.weightG, error: form.errorAt(path), onChange: (event) => { change(at, { weightG: event.currentTarget.value }); }, onBlur: () => { form.leave(path); } })} />
              <div data-span="4"><Choice label={t('maternal.field.jaundice')} value={baby.jaundice} data={jaundiceGrades.map((value) => ({ value, label: t(`maternal.jaundices.${value}`) }))} onChange={(jaundice) => { change(at, { jaundice }); }} /></div>
              <Pick data-span="3" label={t('maternal.field.cord')} value={baby.cord} data={cordFindings.map((value) => ({ value, label: t(`maternal.cords.${value}`) }))} onChange={(cord) => { change(at, { cord }); }} />
              <Pick data-span="3" label={t('maternal.field.feeding')} value={baby.feeding} data={babyFeedings.map((one) => ({ value: one, label: t(`maternal.feedings.${one}`) }))} onChange={(feeding) => { change(at, { feeding }); }} />
            </div>
          </div>
        );
      })}
    </Panel>
  );
}

function NextTime({ form }: Part) {
  const { t } = useTranslation();
  return (
    <Panel title={t('maternal.postnatal.next')}>
      <div className={`${layout.fields ?? ''} ${styles.dense ?? ''}`}>
        <div data-span="12"><Picks label={t('maternal.field.advice')} value={form.content.advice} data={postnatalAdvice.map((value) => ({ value, label: t(`maternal.postnatalAdvice.${value}`) }))} onChange={(advice) => { form.set({ advice }); }} /></div>
        <TextInput data-span="3" label={t('maternal.field.nextVisitOn')} inputMode="numeric" {...form.text('nextVisitOn', tidyDate({}))} />
        <TextInput data-span="4" label={t('maternal.field.referredTo')} placeholder={t('maternal.hint.referredTo')} {...form.text('referredTo')} />
        <TextInput data-span="5" label={t('maternal.field.note')} {...form.text('note')} />
      </div>
    </Panel>
  );
}
