import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { draftOfEntry } from '../../api/draft-of-entry.ts';
import { keepChange } from '../../api/keep-change.ts';
import { useRestoredDraft } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { LoadingPage } from '../../ui/PageState.tsx';
import { go } from '../../ui/route.ts';
import { emptyPerson, fieldsToPatient, type PersonFields } from './person-form.ts';
import { PersonForm } from './PersonForm.tsx';

/** A new person; what was left unfinished comes back where it was. */
export function RegisterPage({ draft: chosen, name }: { draft?: string; name?: string }) {
  const [draft] = useState(() => chosen ?? draftOfEntry('register'));
  const restored = useRestoredDraft<PersonFields>({ form: 'register', key: draft ?? '' });
  if (draft !== undefined && restored === undefined) return <LoadingPage />;
  return <Register key={draft} draftKey={restored?.key} fields={restored ? { ...emptyPerson, ...restored.fields } : { ...emptyPerson, fullName: name ?? '' }} restoredAt={restored?.updatedAt} />;
}

function Register({ draftKey, fields, restoredAt }: { draftKey?: string; fields: PersonFields; restoredAt?: string }) {
  const { t } = useTranslation();
  const [key] = useState(() => draftKey ?? mintKey());
  const saving = useRun('registerPatient', key);
  return (
    <PersonForm
      title={t('people.newTitle')} submitWords={t('people.save')} form="register" formKey={key} initial={fields} restoredAt={restoredAt} saving={saving}
      onBack={() => { go({ page: 'people' }); }}
      save={async (typed, finish) => {
        const result = await saving.run(fieldsToPatient(typed));
        if (!result) return;
        if (result.changedSince) {
          const next = await keepChange({ form: 'editPerson', patientId: result.id, content: { fields: typed, title: typed.fullName.trim() } });
          await finish();
          notifySaved(t('encounters.alreadySaved'), [], t);
          go({ page: 'editPerson', id: result.id, draft: next }, true);
          return;
        }
        await finish();
        notifySaved(t('people.registered', { name: typed.fullName.trim() }), result.warnings, t);
        go({ page: 'person', id: result.id }, true);
      }}
    />
  );
}
