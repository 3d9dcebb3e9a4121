import { Alert, Button } from '@mantine/core';
import { IconBan, IconPencil, IconPill, IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useLive } from '../../api/use-live.ts';
import { useUnitNames } from '../../api/use-unit-names.ts';
import { AmendmentHistory } from '../../ui/AmendmentHistory.tsx';
import { FieldComment } from '../../ui/FieldComment.tsx';
import { EncounterContent } from '../../ui/EncounterContent.tsx';
import { formatDate, formatWhen } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { PageOf } from '../../ui/PageState.tsx';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { AllergyLine, PersonLine } from '../../ui/PersonHeader.tsx';
import { ReviewNote } from '../../ui/ReviewNote.tsx';
import { ReviewTrail } from '../../ui/ReviewTrail.tsx';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { ReviewBadge, StatusBadge } from '../../ui/StatusBadge.tsx';
import { Ticks } from '../../ui/Ticks.tsx';
import { VoidedLine } from '../../ui/VoidedLine.tsx';
import { useFormKeys } from '../../ui/use-form-keys.ts';
import { RestoreEncounter } from './RestoreEncounter.tsx';
import { useKey } from '../../ui/use-key.ts';
import { VoidEncounter } from './VoidEncounter.tsx';

/** One encounter, to be read: what it says, where it is, how it was changed. */
export function EncounterPage({ id, draft }: { id: string; draft?: string }) {
  const { t } = useTranslation();
  const record = useLive('encounter', { id });
  const patientId = record.answer?.patientId;
  const person = useLive('patient', { id: patientId ?? '' }, patientId !== undefined);
  const back = () => { go(patientId ? { page: 'person', id: patientId } : { page: 'people' }); };
  useFormKeys({ submit: () => undefined, back });
  return <PageOf live={record} missing={t('encounters.missing')}>{(encounter) => <Record draft={draft} encounter={encounter} patient={person.answer ?? undefined} onBack={back} />}</PageOf>;
}

function Record({ encounter, patient, draft, onBack }: { encounter: Encounter; draft: string | undefined; patient: Patient | undefined; onBack(): void }) {
  const { t } = useTranslation();
  const reviews = useLive('recordReviews', { id: encounter._id }).answer;
  const current = reviews?.current;
  const returned = reviews?.status === 'returned' && encounter.status !== 'voided' ? current : undefined;
  const comments = new Map((returned?.comments ?? []).map(({ field, text }) => [field, text]));
  return (
    <Screen
      title={`${t(`encounters.kinds.${encounter.kind}`)} ${formatDate(encounter.occurredOn)}`} onBack={onBack}
      beside={patient && <PersonLine patient={patient} />} strip={patient && <AllergyLine allergies={patient.allergies} />}
      actions={encounter.status === 'voided' ? <Restore id={encounter._id} draft={draft} name={patient?.fullName ?? ''} /> : <Actions encounter={encounter} voidDraft={draft} name={patient?.fullName ?? ''} />}
    >
      <div className={layout.form}>
        {encounter.voided && (
          <Alert color="brick" variant="light" icon={<IconBan size={18} />}>
            <VoidedLine voided={encounter.voided} />
          </Alert>
        )}
        {returned && <ReviewNote review={returned} />}
        <Panel title={<><StatusBadge status={encounter.status} /> {reviews && reviews.status !== 'submitted' && <ReviewBadge status={reviews.status} />}</>} beside={`${encounter.author.displayName} · ${formatWhen(encounter.submittedAt ?? encounter.updatedAt, t)}`} hint={encounter.status === 'draft' ? t('encounters.draftNote') : undefined}>
          <EncounterContent encounter={encounter} note={(field) => { const text = comments.get(field); return text === undefined ? null : <FieldComment text={text} />; }} />
        </Panel>
        <Panel title={t('ticks.legend')}><WhereItIs id={encounter._id} /></Panel>
        {reviews && reviews.trail.length > 0 && <Panel title={t('review.trail')}><ReviewTrail trail={reviews.trail} /></Panel>}
        {encounter.amendments.length > 0 && <Panel title={t('encounters.history')}><AmendmentHistory amendments={encounter.amendments} /></Panel>}
      </div>
    </Screen>
  );
}

function Actions({ encounter, voidDraft, name }: { encounter: Encounter; voidDraft: string | undefined; name: string }) {
  const { t } = useTranslation();
  const [voiding, setVoiding] = useState(voidDraft !== undefined);
  const draft = encounter.status === 'draft';
  const dispense = () => { go({ page: 'dispense', patientId: encounter.patientId, encounterId: encounter._id }); };
  useKey('KeyP', dispense);
  return (
    <>
      <PaperMenu label={t('paper.sheet')} sizes={['A5', 'A4']} paper={(size) => ({ paper: 'encounterSheet', id: encounter._id, size })} />
      <Button variant="default" leftSection={<IconBan size={16} />} onClick={() => { setVoiding(true); }}>{t('encounters.void')}</Button>
      <Button variant="light" title={t('people.person.dispenseKey')} leftSection={<IconPill size={17} />} onClick={dispense}>{t('people.person.dispense')}</Button>
      <Button leftSection={<IconPencil size={16} />} onClick={() => { go({ page: 'amend', id: encounter._id }); }}>{draft ? t('encounters.continueDraft') : t('encounters.amend')}</Button>
      {voiding && <VoidEncounter id={encounter._id} title={name} draftKey={voidDraft} onClose={() => { setVoiding(false); }} />}
    </>
  );
}

function Restore({ id, draft, name }: { id: string; draft: string | undefined; name: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(draft !== undefined);
  return (
    <>
      <Button variant="default" leftSection={<IconRestore size={16} />} onClick={() => { setOpen(true); }}>{t('encounters.restore')}</Button>
      {open && <RestoreEncounter id={id} title={name} draftKey={draft} onClose={() => { setOpen(false); }} />}
    </>
  );
}

function WhereItIs({ id }: { id: string }) {
  const ticks = useLive('recordTicks', { ids: [id] });
  return <Ticks ticks={ticks.answer?.[0]} names={useUnitNames()} wordy />;
}
