import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FirstStartApi, UnitChoice } from '../../../src-shared/contract/first-start.ts';
import layout from '../../ui/form.module.css';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { Enrolment } from './Enrolment.tsx';
import type { ChosenStation } from './chosen-station.ts';
import { stationNameOf, unitProblems } from './first-start-form.ts';
import styles from './FirstStart.module.css';
import { keepStation } from './kept-station.ts';
import { UnitPicker } from './UnitPicker.tsx';

interface WhichStationProps { client: FirstStartApi; chosen: ChosenStation; onBack(): void; onChosen(station: ChosenStation): void }

/** Which station this PC is: from the file of the tier above, from the list of communes, or typed. */
export function WhichStation({ client, chosen, onBack, onChosen }: WhichStationProps) {
  const { t } = useTranslation();
  const [enrolment, setEnrolment] = useState(chosen.enrolment);
  const [units, setUnits] = useState<UnitChoice[]>([]);
  const form = useTypedForm({ unit: chosen.unit, unitName: chosen.unitName }, unitProblems);
  useEffect(() => { client.units().then(setUnits, () => undefined); }, [client]);
  useEffect(() => { if (form.touched) keepStation('station', { ...form.content, enrolment }); }, [form.touched, form.content, enrolment]);
  const join = (joined: ChosenStation['enrolment']) => {
    setEnrolment(joined);
    if (joined) form.restart({ unit: joined.summary.unit, unitName: joined.summary.unitName });
  };
  const submit = () => { if (form.check()) onChosen({ unit: form.content.unit.trim(), unitName: form.content.unitName.trim(), enrolment }); };
  return (
    <form ref={form.ref} className={styles.box} onSubmit={(event) => { event.preventDefault(); submit(); }} noValidate autoComplete="off">
      <header><h1>{t('firstStart.whichTitle')}</h1><p className={styles.lead}>{t('firstStart.whichBody')}</p></header>
      <Enrolment client={client} joined={enrolment} onJoined={join} />
      {!enrolment && (
        <>
          <UnitPicker units={units} onChoose={(unit) => { form.set({ unit: unit.code, unitName: stationNameOf(unit) }); }} />
          <div className={layout.fields}>
            <TextInput data-span="8" label={t('firstStart.unitName')} withAsterisk {...form.text('unitName')} />
            <TextInput data-span="4" label={t('firstStart.unit')} description={t('firstStart.unitHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} withAsterisk spellCheck={false} {...form.text('unit', (typed) => typed.trim().toLowerCase())} />
          </div>
        </>
      )}
      <div className={styles.buttons}><Button variant="default" onClick={onBack}>{t('common.back')}</Button><Button type="submit">{t('firstStart.next')}</Button></div>
    </form>
  );
}
