import { Button } from '@mantine/core';
import { IconClipboardHeart, IconPencil, IconPill, IconStethoscope } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useLive, type Live } from '../../api/use-live.ts';
import { addressWords } from '../../ui/address-words.ts';
import { formatDate } from '../../ui/format.ts';
import { PageOf } from '../../ui/PageState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { AllergyLine, PersonLine } from '../../ui/PersonHeader.tsx';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { Ticks } from '../../ui/Ticks.tsx';
import { useKey } from '../../ui/use-key.ts';
import { useFormKeys } from '../../ui/use-form-keys.ts';
import { useUnitNames } from '../../api/use-unit-names.ts';
import styles from './PersonPage.module.css';
import { HandOver } from './HandOver.tsx';
import { MarkSame, SecondRecord } from './SamePerson.tsx';
import type { PersonForm } from '../../ui/route-hash.ts';
import { Timeline } from './Timeline.tsx';
import { VitalCourses } from './VitalCourses.tsx';
import { VoidedPerson, VoidPerson } from './VoidPerson.tsx';
import { Voidings } from './Voidings.tsx';

/** A dialog of this page that was left half-written and goes on. */
interface OpenForm { form: PersonForm; draftKey: string; dispenseId?: string }

/** One person: who it is, what they must not be given, everything that was done, and what to do next. */
export function PersonPage({ id, open, panels }: { id: string; open?: OpenForm; /** Draws what other books hold of them. */ panels(patient: Patient): ReactNode }) {
  const { t } = useTranslation();
  const person = useLive('patient', { id });
  const timeline = useLive('encounterTimeline', { patientId: id });
  const back = () => { go({ page: 'people' }); };
  useFormKeys({ submit: () => undefined, back });
  return <PageOf live={person} missing={t('people.person.missing')}>{(patient) => <Person patient={patient} timeline={timeline} open={open} panels={panels(patient)} onBack={back} />}</PageOf>;
}

function Person({ patient, timeline, open, panels, onBack }: { patient: Patient; timeline: Live<'encounterTimeline'>; open: OpenForm | undefined; panels: ReactNode; onBack(): void }) {
  const { t } = useTranslation();
  const { _id: id, voided } = patient;
  const draftOf = (form: PersonForm) => (open?.form === form ? open.draftKey : undefined);
  useKey('KeyK', () => { if (!voided) go({ page: 'visit', patientId: id }); });
  useKey('KeyP', () => { if (!voided) go({ page: 'dispense', patientId: id }); });
  return (
    <Screen
      title={<PersonLine patient={patient} />} onBack={onBack}
      actions={!voided &&
        <>
          <Button title={t('people.person.visitKey')} leftSection={<IconStethoscope size={17} />} onClick={() => { go({ page: 'visit', patientId: id }); }}>{t('people.person.visit')}</Button>
          <Button variant="light" leftSection={<IconClipboardHeart size={17} />} onClick={() => { go({ page: 'checkup', patientId: id }); }}>{t('people.person.checkup')}</Button>
          <Button variant="light" title={t('people.person.dispenseKey')} leftSection={<IconPill size={17} />} onClick={() => { go({ page: 'dispense', patientId: id }); }}>{t('people.person.dispense')}</Button>
        </>
      }
    >
      <div className={styles.layout}>
        <div className={styles.side}>
          {voided && <VoidedPerson patient={patient} voided={voided} draftKey={draftOf('restorePerson')} />}
          {patient.sameAs && <SecondRecord patient={patient} sameAsId={patient.sameAs.patientId} />}
          <AllergyLine allergies={patient.allergies} />
          <Panel title={t('people.person.details')} beside={!voided && <Button variant="subtle" size="compact-sm" leftSection={<IconPencil size={14} />} onClick={() => { go({ page: 'editPerson', id }); }}>{t('people.person.edit')}</Button>}>
            <Details patient={patient} />
          </Panel>
          <WhereItIs id={id} />
          {!voided && (
            <div className={styles.rare}>
              {!patient.sameAs && <HandOver patient={patient} draftKey={draftOf('handOver')} />}
              {!patient.sameAs && <MarkSame patient={patient} />}
              <VoidPerson patient={patient} draftKey={draftOf('voidPerson')} />
            </div>
          )}
          {patient.voidings && <Voidings voidings={patient.voidings} />}
        </div>
        <div className={styles.main}>
          {timeline.answer && <VitalCourses entries={timeline.answer} bornOn={patient.bornOn} />}
          {panels}
          <Timeline live={timeline} closed={voided !== undefined} undoing={open?.form === 'undoDispense' ? open : undefined} />
        </div>
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
    [t('people.person.address'), patient.address && addressWords(patient.address, t)],
    [t('people.person.guardian'), patient.guardian && [patient.guardian.fullName, patient.guardian.relation, patient.guardian.phone, patient.guardian.nationalId].filter(Boolean).join(', ')],
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
