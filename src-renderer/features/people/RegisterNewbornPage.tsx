import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BirthView } from '../../../src-shared/contract/queries.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { draftOfEntry } from '../../api/draft-of-entry.ts';
import { useLive } from '../../api/use-live.ts';
import { useRestoredDraft, type Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { LoadingPage, MissingPage, PageOf } from '../../ui/PageState.tsx';
import { go, type Route } from '../../ui/route.ts';
import { AlreadyInBook } from './AlreadyInBook.tsx';
import { fieldsToPatient, newbornFields, type PersonFields } from './person-form.ts';
import { PersonForm } from './PersonForm.tsx';

/** Which baby of which birth. `baby`: `0` is the first. */
export interface OfBirth { motherId: string; birthId: string; baby: string }

/** A newborn written into the book: what its mother and the birth say stands in the form already; saved, the birth knows which person of the book the baby is. */
export function RegisterNewbornPage({ of, draft: chosen }: { of: OfBirth; draft?: string }) {
  const { t } = useTranslation();
  const mother = useLive('patient', { id: of.motherId });
  const care = useLive('maternalCare', { patientId: of.motherId });
  const [draft] = useState(() => chosen ?? draftOfEntry('register'));
  const restored = useRestoredDraft<PersonFields>({ form: 'register', key: draft ?? '' });
  if (draft !== undefined && restored === undefined) return <LoadingPage />;
  return (
    <PageOf live={mother} missing={t('people.person.missing')}>
      {(patient) => (
        <PageOf live={care} missing={t('people.person.missing')}>
          {(view) => {
            const birth = view.pregnancies.flatMap(({ births }) => births).find(({ _id }) => _id === of.birthId);
            return birth?.babies[Number(of.baby)] ? <Newborn of={of} mother={patient} birth={birth} restored={restored ?? null} /> : <MissingPage title={t('refusals.BirthNotFound')} />;
          }}
        </PageOf>
      )}
    </PageOf>
  );
}

function Newborn({ of, mother, birth, restored }: { of: OfBirth; mother: Patient; birth: BirthView; restored: Restored<PersonFields> | null }) {
  const { t } = useTranslation();
  const [key] = useState(() => restored?.key ?? mintKey());
  const [linkKey] = useState(mintKey);
  const [initial] = useState(() => restored?.fields ?? newbornFields(mother, birth, Number(of.baby), t('people.motherRelation')));
  const saving = useRun('registerPatient', key);
  const linking = useRun('linkNewborn', linkKey);
  const back = () => { go({ page: 'person', id: of.motherId }, true); };
  /** To the next baby nobody is linked with, else where it ends. */
  const goOn = (end: Route) => {
    const next = birth.babies.findIndex(({ status, childId }, at) => at > Number(of.baby) && status === 'live' && childId === undefined);
    go(next < 0 ? end : { page: 'register', motherId: of.motherId, birthId: of.birthId, baby: String(next) }, true);
  };
  return (
    <PersonForm
      title={t('people.newbornTitle', { name: mother.fullName })} submitWords={t('people.save')} form="register" formKey={key} initial={initial} restoredAt={restored?.updatedAt} about={{ ...of }} saving={saving} onBack={back}
      strip={(finish) => <AlreadyInBook birth={birth} baby={Number(of.baby)} onLinked={() => { void finish().then(() => { goOn({ page: 'person', id: of.motherId }); }); }} />}
      save={async (typed, finish) => {
        const result = await saving.run(fieldsToPatient(typed));
        if (!result) return;
        const linked = await linking.run({ id: of.birthId, baby: Number(of.baby), childId: result.id });
        await finish();
        notifySaved(t('people.registered', { name: typed.fullName.trim() }), [...result.warnings, ...(linked?.warnings ?? [])], t);
        goOn({ page: 'person', id: result.id });
      }}
    />
  );
}
