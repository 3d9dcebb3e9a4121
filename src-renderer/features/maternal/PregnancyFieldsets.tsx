import { Textarea, TextInput } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { dueDay, gestationOn } from '../../../src-shared/domain/maternal/gestation.ts';
import { birthPlaces, bloodGroups, pregnancyRisks, rhesusFactors, screeningResults, screeningTests } from '../../../src-shared/domain/maternal/maternal-lists.ts';
import { maternalMeasures } from '../../../src-shared/domain/maternal/maternal-measures.ts';
import type { Pregnancy } from '../../../src-shared/domain/maternal/pregnancy.schema.ts';
import { normalizePhone } from '../../../src-shared/domain/patient/phone.ts';
import { Choice } from '../../ui/Choice.tsx';
import { formatDate, today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { gestationWords } from '../../ui/maternal-words.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Picks } from '../../ui/Picks.tsx';
import { tidyDate } from '../../ui/tidy-typed.ts';
import type { TypedForm } from '../../ui/use-typed-form.ts';
import styles from './Maternal.module.css';
import { Measure } from './Measure.tsx';
import { tidyPara } from './parse-typed-para.ts';
import { Pick } from '../../ui/Pick.tsx';
import { fieldsToPregnancy, pregnancyMeasures, resultPatch, type PregnancyFields, type PregnancyMeasure } from './pregnancy-form.ts';

type Part = { form: TypedForm<PregnancyFields> };

/** In the order of the book: when, before this, the plan, the three tests. */
export function PregnancyFieldsets({ form, before }: Part & { before: Pregnancy | undefined }) {
  return <><When form={form} /><Before form={form} /><div className={layout.two}><Tests form={form} before={before} /><Plan form={form} /></div></>;
}

function When({ form }: Part) {
  const { t } = useTranslation();
  const input = fieldsToPregnancy(form.content);
  const due = dueDay(input);
  const gestation = gestationOn(due, today());
  const isPlausible = gestation !== undefined && gestation.weeks <= maternalMeasures.gestationalWeeks.max;
  const day = (name: 'lastPeriodOn' | 'ultrasoundDueOn' | 'ultrasoundSeenOn' | 'registeredOn', more = {}) => <TextInput data-span="3" label={t(`maternal.field.${name}`)} inputMode="numeric" {...form.text(name, tidyDate(name === 'ultrasoundDueOn' ? {} : { today: today() }))} {...more} />;
  return (
    <Panel>
      <div className={layout.fields}>
        {day('lastPeriodOn', { autoFocus: true })}
        {day('ultrasoundDueOn')}
        {day('ultrasoundSeenOn')}
        {day('registeredOn', { withAsterisk: true })}
        <p data-span="12" className={styles.said} aria-live="polite" data-testid="due-said">{due ? <><strong>{t('maternal.register.said', { on: formatDate(due.dueOn), from: t(`maternal.dueBy.${due.by}`) })}</strong>{gestation && (isPlausible ? `; ${t('maternal.register.saidWeeks', { weeks: gestationWords(gestation, t) })}` : `. ${t('refusals.WeeksOutOfRange', { weeks: gestation.weeks })}`)}</> : t('maternal.register.saidNothing')}</p>
      </div>
    </Panel>
  );
}

function Before({ form }: Part) {
  const { t } = useTranslation();
  const { content } = form;
  const measure = (name: PregnancyMeasure) => <Measure data-span="2" label={t(`maternal.field.${name}`)} unitWord={name === 'gravida' ? undefined : pregnancyMeasures[name].unitWord} decimals={pregnancyMeasures[name].decimals} field={(tidy) => form.text(name, tidy)} />;
  return (
    <Panel title={t('maternal.register.before')}>
      <div className={layout.fields}>
        {measure('gravida')}
        <TextInput data-span="4" label={`${t('maternal.field.para')} (${t('maternal.hint.paraSays')})`} placeholder={t('maternal.hint.para')} inputMode="numeric" className="num" {...form.text('para', tidyPara)} />
        <div data-span="3"><Choice label={t('maternal.field.previousCaesarean')} value={content.previousCaesarean} data={(['no', 'yes'] as const).map((value) => ({ value, label: t(`common.${value}`) }))} onChange={(previousCaesarean) => { form.set({ previousCaesarean }); }} /></div>
        <Measure data-span="3" label={t('maternal.field.tetanusDosesBefore')} unitWord="doses" decimals={0} field={(tidy) => form.text('tetanusDosesBefore', tidy)} />
        {measure('heightCm')}
        <Measure data-span="3" label={t('maternal.field.weightBeforeKg')} unitWord="kg" decimals={1} field={(tidy) => form.text('weightBeforeKg', tidy)} />
        <Pick data-span="4" label={t('maternal.field.bloodGroup')} value={content.bloodGroup} data={bloodGroups.map((value) => ({ value, label: t(`maternal.bloodGroups.${value}`) }))} onChange={(bloodGroup) => { form.set({ bloodGroup }); }} />
        <div data-span="3"><Choice label={t('maternal.field.rhesus')} value={content.rhesus} data={rhesusFactors.map((value) => ({ value, label: t(`maternal.rhesusFactors.${value}`) }))} onChange={(rhesus) => { form.set({ rhesus }); }} /></div>
        <div data-span="12"><Picks label={t('maternal.field.riskFactors')} value={content.riskFactors} data={pregnancyRisks.map((value) => ({ value, label: t(`maternal.risks.${value}`) }))} onChange={(riskFactors) => { form.set({ riskFactors }); }} /></div>
        <TextInput data-span="12" label={t('maternal.field.otherRisks')} {...form.text('otherRisks')} />
      </div>
    </Panel>
  );
}

/** What was said before stays; a result typed here is added to it. */
function Tests({ form, before }: Part & { before: Pregnancy | undefined }) {
  const { t } = useTranslation();
  const { content } = form;
  return (
    <Panel title={t('maternal.register.tests')} hint={t('maternal.register.private')}>
      <div className={styles.tests}>
        {screeningTests.map((test) => {
          const said = before?.screenings.findLast((one) => one.test === test);
          return (
            <Fragment key={test}>
              <Pick data-span="" label={t(`maternal.tests.${test}`)} value={content[`${test}Result`]} data={screeningResults.map((one) => ({ value: one, label: t(`maternal.results.${one}`) }))} error={form.errorAt(`${test}Result`)} onChange={(result) => { form.set(resultPatch(test, result, content, today())); }} />
              <TextInput label={t('maternal.field.testOn')} aria-label={`${t(`maternal.tests.${test}`)}: ${t('maternal.field.testOn').toLowerCase()}`} inputMode="numeric" {...form.text(`${test}On`, tidyDate({ today: today() }))} />
              {said && <p className={styles.faint}>{t('maternal.register.testBefore', { result: t(`maternal.results.${said.result}`).toLowerCase(), on: formatDate(said.on) })}</p>}
            </Fragment>
          );
        })}
      </div>
    </Panel>
  );
}

function Plan({ form }: Part) {
  const { t } = useTranslation();
  const { content } = form;
  return (
    <Panel title={t('maternal.register.plan')}>
      <div className={layout.fields}>
        <div data-span="12"><Choice label={t('maternal.field.plannedPlace')} value={content.plannedPlace} data={birthPlaces.map((value) => ({ value, label: t(`maternal.places.${value}`) }))} onChange={(plannedPlace) => { form.set({ plannedPlace }); }} /></div>
        <TextInput data-span="7" label={t('maternal.field.husbandName')} {...form.text('husbandName')} />
        <TextInput data-span="5" label={t('maternal.field.husbandPhone')} inputMode="tel" {...form.text('husbandPhone', (typed) => normalizePhone(typed.trim()))} />
        <Textarea data-span="12" label={t('maternal.field.note')} minRows={1} {...form.text('note')} />
      </div>
    </Panel>
  );
}
