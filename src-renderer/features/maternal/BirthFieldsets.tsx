import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { gestationOn, type DueDay } from '../../../src-shared/domain/maternal/gestation.ts';
import { babyStatuses, birthAttendants, birthComplications, birthModes, birthPlaces, motherStatuses } from '../../../src-shared/domain/maternal/maternal-lists.ts';
import { sexes } from '../../../src-shared/domain/patient/patient.schema.ts';
import { Choice } from '../../ui/Choice.tsx';
import { today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { gestationWords } from '../../ui/maternal-words.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Picks } from '../../ui/Picks.tsx';
import { tidyDate, tidyTime } from '../../ui/tidy-typed.ts';
import type { TypedForm } from '../../ui/use-typed-form.ts';
import { BABIES_AT_MOST, babyMeasures, doneForBaby, emptyBaby, type BabyFields, type BabyMeasure, type BirthFields } from './birth-form.ts';
import styles from './Maternal.module.css';
import { Measure } from './Measure.tsx';
import { Pick } from '../../ui/Pick.tsx';
import { dayOf, numberOf } from '../../ui/typed.ts';

type Part = { form: TypedForm<BirthFields> };
const SMALL_BELOW_G = 2500;

/** In the order of the register A4. */
export function BirthFieldsets({ form, due }: Part & { due: DueDay | undefined }) {
  return <><How form={form} due={due} /><Babies form={form} /><Mother form={form} /></>;
}

function How({ form, due }: Part & { due: DueDay | undefined }) {
  const { t } = useTranslation();
  const { content } = form;
  const reckoned = gestationOn(due, dayOf(content.bornOn) ?? today());
  return (
    <Panel>
      <div className={layout.fields}>
        <TextInput data-span="4" autoFocus label={t('maternal.field.bornOn')} withAsterisk inputMode="numeric" {...form.text('bornOn', tidyDate({ today: today() }))} />
        <TextInput data-span="3" label={t('maternal.field.bornTime')} placeholder={t('maternal.hint.time')} inputMode="numeric" {...form.text('bornTime', tidyTime)} />
        <TextInput data-span="5" label={t('maternal.field.weeks')} inputMode="numeric" className="num" placeholder={reckoned ? String(reckoned.weeks) : undefined} description={reckoned && t('maternal.birth.weeksSaid', { weeks: gestationWords(reckoned, t) })} inputWrapperOrder={['label', 'input', 'error', 'description']} rightSectionWidth={54} rightSection={<span className={styles.unit}>{t('maternal.units.weeks')}</span>} {...form.text('weeks')} />
        <div data-span="7"><Choice label={t('maternal.field.place')} required value={content.place} error={form.errorAt('place')} data={birthPlaces.map((value) => ({ value, label: t(`maternal.places.${value}`) }))} onChange={(place) => { form.set({ place }); }} /></div>
        <TextInput data-span="5" label={t('maternal.field.placeName')} placeholder={t('maternal.hint.placeName')} {...form.text('placeName')} />
        <div data-span="7"><Choice label={t('maternal.field.mode')} required value={content.mode} error={form.errorAt('mode')} data={birthModes.map((value) => ({ value, label: t(`maternal.modes.${value}`) }))} onChange={(mode) => { form.set({ mode }); }} /></div>
        <Pick data-span="5" label={t('maternal.field.attendant')} value={content.attendant} data={birthAttendants.map((one) => ({ value: one, label: t(`maternal.attendants.${one}`) }))} onChange={(attendant) => { form.set({ attendant }); }} />
      </div>
    </Panel>
  );
}

function Babies({ form }: Part) {
  const { t } = useTranslation();
  const { babies } = form.content;
  const change = (at: number, patch: Partial<BabyFields>) => { form.set({ babies: babies.map((baby, index) => (index === at ? { ...baby, ...patch } : baby)) }); };
  const field = (at: number, name: BabyMeasure) => ({
    name: `babies.${String(at)}.${name}`, value: babies[at]?.[name] ?? '', error: form.errorAt(`babies.${String(at)}.${name}`), onChange: (event: { currentTarget: { value: string } }) => { change(at, { [name]: event.currentTarget.value }); }, onBlur: () => { form.leave(`babies.${String(at)}.${name}`); },
  });
  return (
    <Panel
      title={t('maternal.field.babies')} hint={t('maternal.birth.then')}
      beside={babies.length < BABIES_AT_MOST && <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => { form.set({ babies: [...babies, emptyBaby] }); }}>{t('maternal.birth.addBaby')}</Button>}
    >
      {babies.map((baby, at) => {
        const weight = numberOf(baby.weightG.replace(/[.,\s](?=\d{3}$)/, ''));
        return (
          <div key={at} className={styles.baby} data-testid="baby" role="group" aria-label={babies.length === 1 ? t('maternal.birth.only') : t('maternal.birth.baby', { number: at + 1 })}>
            {babies.length > 1 && (
              <div className={styles.babyHead}>
                <span>{t('maternal.birth.baby', { number: at + 1 })}</span>
                {at > 0 && <ActionIcon size="md" aria-label={t('maternal.birth.removeBaby', { number: at + 1 })} onClick={() => { form.set({ babies: babies.filter((_, index) => index !== at) }); }}><IconTrash size={16} /></ActionIcon>}
              </div>
            )}
            <div className={layout.fields}>
              <div data-span="3"><Choice label={t('maternal.field.sex')} required value={baby.sex} error={form.errorAt(`babies.${String(at)}.sex`)} data={sexes.map((value) => ({ value, label: t(value === 'undetermined' ? 'sexes.undetermined' : `maternal.babySexes.${value}`) }))} onChange={(sex) => { change(at, { sex }); }} /></div>
              <Measure data-span="2" label={t('maternal.field.weightG')} unitWord="g" decimals={0} field={() => field(at, 'weightG')} />
              <Measure data-span="2" label={t('maternal.field.apgar1')} unitWord={undefined} decimals={babyMeasures.apgar1.decimals} field={() => field(at, 'apgar1')} />
              <Measure data-span="2" label={t('maternal.field.apgar5')} unitWord={undefined} decimals={babyMeasures.apgar5.decimals} field={() => field(at, 'apgar5')} />
              <div data-span="3"><Pick data-span="3" label={t('maternal.field.babyStatus')} required value={baby.status} data={babyStatuses.map((one) => ({ value: one, label: t(`maternal.babyStatuses.${one}`) }))} error={form.errorAt(`babies.${String(at)}.status`)} onChange={(status) => { change(at, { status }); }} /></div>
              <div data-span="9"><Picks label={t('maternal.birth.done')} value={baby.done} data={doneForBaby.map((value) => ({ value, label: t(`maternal.field.${value}`) }))} onChange={(done) => { change(at, { done }); }} /></div>
              <p data-span="3" className={`${styles.faint ?? ''} ${styles.low ?? ''}`} aria-live="polite">{weight !== undefined && weight < SMALL_BELOW_G && t('maternal.birth.low')}</p>
            </div>
            {baby.done.includes('hepB0') && <p className={styles.faint}>{t('maternal.birth.hepB0')}</p>}
          </div>
        );
      })}
    </Panel>
  );
}

function Mother({ form }: Part) {
  const { t } = useTranslation();
  const { content } = form;
  return (
    <Panel title={t('maternal.birth.mother')}>
      <div className={layout.fields}>
        <div data-span="7"><Choice label={t('maternal.field.motherStatus')} required value={content.motherStatus} error={form.errorAt('motherStatus')} data={motherStatuses.map((value) => ({ value, label: t(`maternal.motherStatuses.${value}`) }))} onChange={(motherStatus) => { form.set({ motherStatus }); }} /></div>
        <TextInput data-span="5" label={t('maternal.field.otherComplications')} {...form.text('otherComplications')} />
        <div data-span="12"><Picks label={t('maternal.field.complications')} value={content.complications} data={birthComplications.map((value) => ({ value, label: t(`maternal.complications.${value}`) }))} onChange={(complications) => { form.set({ complications }); }} /></div>
        <Textarea data-span="12" label={t('maternal.field.note')} minRows={1} {...form.text('note')} />
      </div>
    </Panel>
  );
}
