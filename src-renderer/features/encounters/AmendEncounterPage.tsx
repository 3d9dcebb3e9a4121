import { Alert } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { keepChange } from '../../api/keep-change.ts';
import { awaitsConclusion } from '../../../src-shared/domain/encounter/awaits-conclusion.ts';
import { mayConclude } from '../../../src-shared/domain/encounter/may-conclude.ts';
import { useSession } from '../../stores/session-store.ts';
import { today } from '../../ui/format.ts';
import { useLive } from '../../api/use-live.ts';
import { useRestoredDraft, type Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { LoadingPage, PageOf } from '../../ui/PageState.tsx';
import { ReviewNote } from '../../ui/ReviewNote.tsx';
import { go } from '../../ui/route.ts';
import { encounterToFields, fieldsToEncounter, type EncounterFields } from './encounter-form.ts';
import { EncounterForm, type SaveEncounter } from './EncounterForm.tsx';

/** Goes on with a draft, or changes a submitted record with a reason. */
export function AmendEncounterPage({ id, draft }: { id: string; draft?: string }) {
  const { t } = useTranslation();
  const record = useLive('encounter', { id });
  const patientId = record.answer?.patientId;
  const person = useLive('patient', { id: patientId ?? '' }, patientId !== undefined);
  const restored = useRestoredDraft<EncounterFields>({ form: 'amend', key: draft, patientId, encounterId: id });
  return (
    <PageOf live={record} missing={t('encounters.missing')}>
      {(encounter) => restored === undefined ? <LoadingPage />
        : <PageOf live={person} missing={t('people.person.missing')}>{(patient) => <Amend encounter={encounter} patient={patient} restored={restored} />}</PageOf>}
    </PageOf>
  );
}

function Amend({ encounter, patient, restored }: { encounter: Encounter; patient: Patient; restored: Restored<EncounterFields> | null }) {
  const { t, i18n } = useTranslation();
  const [before] = useState(encounter);
  const [key] = useState(() => restored?.key ?? mintKey());
  const [initial] = useState(() => restored?.fields ?? encounterToFields(encounter, i18n.language));
  const saving = useRun('amendEncounter', key);
  const reviews = useLive('recordReviews', { id: before._id }).answer;
  const returned = reviews?.status === 'returned' ? reviews.current : undefined;
  const amending = before.status !== 'draft';
  const role = useSession((s) => s.session?.role);
  const [concludes] = useState(() => role !== undefined && mayConclude(role) && awaitsConclusion(encounter, patient, { today: today() }));
  const back = () => { go({ page: 'encounter', id: before._id }, true); };
  const save: SaveEncounter = async (fields, status, finish, then) => {
    const amendReason = fields.amendReason.trim() || undefined;
    const result = await saving.run({ ...fieldsToEncounter(fields, patient._id), id: before._id, editedVersion: before.version, status, amendReason });
    if (!result) return;
    if (result.changedSince) {
      const next = await keepChange({ form: 'amend', patientId: patient._id, content: { fields, title: patient.fullName, encounterId: before._id } });
      await finish();
      notifySaved(t('encounters.alreadySaved'), [], t);
      go({ page: 'amend', id: before._id, draft: next }, true);
      return;
    }
    await finish();
    const facts = { kind: t(`encounters.kinds.${before.kind}`), name: patient.fullName };
    notifySaved(then === 'handOver' ? t('encounters.handedOver', facts) : status === 'draft' ? t('encounters.draftSaved', facts) : t('encounters.submitted', facts), result.warnings, t);
    if (then === 'dispense') go({ page: 'dispense', patientId: patient._id, encounterId: result.id }, true);
    // From the list of those that wait, to the next one.
    else if (concludes && status === 'submitted') go({ page: 'today' }, true);
    else back();
  };
  return (
    <EncounterForm
      title={amending ? t('encounters.amendTitle') : t(`encounters.kinds.${before.kind}`)} kind={before.kind} patient={patient} form="amend" formKey={key} encounterId={before._id} initial={initial}
      restoredAt={restored?.updatedAt} amending={amending} concludes={concludes} saving={saving} save={save} onBack={back}
      comments={Object.fromEntries((returned?.comments ?? []).map(({ field, text }) => [field, text]))}
      notice={<>{encounter.version !== before.version && <Alert color="turmeric" variant="light">{t('encounters.newVersion')}</Alert>}{returned && <ReviewNote review={returned} reply />}</>}
    />
  );
}
