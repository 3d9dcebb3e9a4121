import { Button } from '@mantine/core';
import { IconClipboardHeart, IconPencil, IconPill, IconStethoscope, IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useLive } from '../../api/use-live.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatDate } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { AllergyLine, PersonLine } from '../../ui/PersonHeader.tsx';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { Ticks } from '../../ui/Ticks.tsx';
import { useFormKeys } from '../../ui/use-form-keys.ts';
import { useUnitNames } from '../../api/use-unit-names.ts';
import styles from './PersonPage.module.css';
import { Timeline } from './Timeline.tsx';

/** One person: who it is, what they must not be given, everything that was done, and what to do next. */
export function PersonPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const person = useLive('patient', { id });
  const timeline = useLive('encounterTimeline', { patientId: id });
  const back = () => { go({ page: 'people' }); };
  useFormKeys({ submit: () => undefined, back });
  const patient = person.answer;
  if (person.fault) return <Screen title={t('people.title')} onBack={back}><FaultNotice fault={person.fault} onRetry={person.again} /></Screen>;
  if (patient === undefined) return <Screen title={t('common.loading')} onBack={back}><LoadingLines lines={8} /></Screen>;
  if (patient === null) return <Screen title={t('people.title')} onBack={back}><EmptyState icon={<IconUserOff size={24} />} title={t('people.person.missing')} /></Screen>;
  return (
    <Screen
      title={<PersonLine patient={patient} />} onBack={back}
      actions={
        <>
          <Button leftSection={<IconStethoscope size={17} />} onClick={() => { go({ page: 'visit', patientId: id }); }}>{t('people.person.visit')}</Button>
          <Button variant="light" leftSection={<IconClipboardHeart size={17} />} onClick={() => { go({ page: 'checkup', patientId: id }); }}>{t('people.person.checkup')}</Button>
          <Button variant="light" leftSection={<IconPill size={17} />} onClick={() => { go({ page: 'dispense', patientId: id }); }}>{t('people.person.dispense')}</Button>
        </>
      }
    >
      <div className={styles.layout}>
        <div className={styles.side}>
          <AllergyLine allergies={patient.allergies} />
          <Panel title={t('people.person.details')} beside={<Button variant="subtle" size="compact-sm" leftSection={<IconPencil size={14} />} onClick={() => { go({ page: 'editPerson', id }); }}>{t('people.person.edit')}</Button>}>
            <Details patient={patient} />
          </Panel>
          <WhereItIs id={id} />
        </div>
        <Timeline live={timeline} />
      </div>
    </Screen>
  );
}

function Details({ patient }: { patient: Patient }) {
  const { t } = useTranslation();
  const rows: [string, string | undefined][] = [
    [t('people.person.born'), formatDate(patient.bornOn)],
    [t('people.person.village'), patient.village],
    [t('people.person.head'), patient.householdHead],
    [t('people.person.id'), patient.nationalId ?? (patient.noNationalIdReason && `${t('people.noId')} (${t(`people.noIdReasons.${patient.noNationalIdReason}`)})`)],
    [t('people.person.insurance'), patient.insuranceNumber && [patient.insuranceNumber, patient.insuranceValidTo && t('people.person.insuranceTo', { date: formatDate(patient.insuranceValidTo) })].filter(Boolean).join(' ')],
    [t('people.person.phone'), patient.phone],
    [t('people.person.address'), patient.address?.line],
    [t('people.person.guardian'), patient.guardian && [patient.guardian.fullName, patient.guardian.relation, patient.guardian.phone].filter(Boolean).join(', ')],
    [t('people.person.occupation'), patient.occupation],
    [t('people.person.ethnicity'), patient.ethnicity],
    [t('people.person.note'), patient.note],
  ];
  return <dl className={styles.details}>{rows.map(([name, value]) => value && <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}

function WhereItIs({ id }: { id: string }) {
  const ticks = useLive('recordTicks', { ids: [id] });
  const names = useUnitNames();
  return <div className={styles.where}><Ticks ticks={ticks.answer?.[0]} names={names} wordy /></div>;
}
