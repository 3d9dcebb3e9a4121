import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImmunizationCardView } from '../../../src-shared/contract/queries.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useLive } from '../../api/use-live.ts';
import { useRestoredDraft, type Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { today } from '../../ui/format.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { LoadingPage, PageOf } from '../../ui/PageState.tsx';
import { go } from '../../ui/route.ts';
import { doseName } from '../../ui/vaccine-words.ts';
import { emptyImmunization, fieldsToImmunization, nextFields, type ImmunizationFields } from './immunization-form.ts';
import { ImmunizationForm, type SaveImmunization } from './ImmunizationForm.tsx';

interface Wanted { vaccine?: string; dose?: string }

/** A dose of one person: given here, copied from a book, or not given. */
export function RecordImmunizationPage({ patientId, draft, wanted }: { patientId: string; draft?: string; wanted: Wanted }) {
  const { t } = useTranslation();
  const person = useLive('patient', { id: patientId });
  const card = useLive('immunizationCard', { patientId });
  // A dose pressed on the card is begun anew, whatever else of this person was left half-written.
  const restored = useRestoredDraft<ImmunizationFields>({ form: 'immunization', key: draft ?? (wanted.vaccine === undefined ? undefined : ''), patientId });
  if (restored === undefined) return <LoadingPage />;
  return (
    <PageOf live={person} missing={t('people.person.missing')}>
      {(patient) => <PageOf live={card} missing={t('people.person.missing')}>{(view) => <Rounds patient={patient} view={view} wanted={wanted} restored={restored} />}</PageOf>}
    </PageOf>
  );
}

/** One dose after the other, each a form and a record of its own. */
function Rounds({ patient, view, wanted, restored }: { patient: Patient; view: ImmunizationCardView; wanted: Wanted; restored: Restored<ImmunizationFields> | null }) {
  const [round, setRound] = useState(() => ({ key: restored?.key ?? mintKey(), fields: restored?.fields ?? emptyImmunization(view, today(), wanted), restoredAt: restored?.updatedAt }));
  return <OneDose key={round.key} patient={patient} view={view} formKey={round.key} initial={round.fields} restoredAt={round.restoredAt} onNext={(fields) => { setRound({ key: mintKey(), fields: nextFields(fields, view), restoredAt: undefined }); }} />;
}

interface OneDoseProps { patient: Patient; view: ImmunizationCardView; formKey: string; initial: ImmunizationFields; restoredAt: string | undefined; onNext(fields: ImmunizationFields): void }

function OneDose({ patient, view, formKey, initial, restoredAt, onNext }: OneDoseProps) {
  const { t } = useTranslation();
  const saving = useRun('recordImmunization', formKey);
  const save: SaveImmunization = async (fields, lots, finish, another) => {
    const input = fieldsToImmunization(fields, patient._id, lots);
    const result = await saving.run(input);
    if (!result) return;
    await finish();
    const facts = { dose: doseName(input, t), name: patient.fullName };
    notifySaved(result.changedSince ? t('immunizations.alreadySaved') : t(fields.mode === 'notDone' ? 'immunizations.savedNotDone' : 'immunizations.saved', facts), [], t);
    if (another) onNext(fields);
    else go({ page: 'person', id: patient._id, ...(input.observation === 'reaction' ? { form: 'immunizationReaction', immunizationId: result.id } : {}) }, true);
  };
  return <ImmunizationForm patient={patient} view={view} formKey={formKey} initial={initial} restoredAt={restoredAt} saving={saving} save={save} onBack={() => { go({ page: 'person', id: patient._id }); }} />;
}
