import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCases } from '../../../src-shared/contract/queries.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useLive } from '../../api/use-live.ts';
import { useRestoredDraft, type Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { LoadingPage, MissingPage, PageOf } from '../../ui/PageState.tsx';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import { go, type Route } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { fieldsToCase, fieldsToRevision, type CaseFields } from './case-form.ts';
import { CaseForm } from './CaseForm.tsx';

interface Asked { encounterId?: string; /** A version whose next one is written. */ id?: string; draft?: string; from?: string }

/** Reports a case: of a visit, or of somebody the station was told of, chosen first; or writes the next version of a report. */
export function CaseReportPage({ patientId, ...asked }: Asked & { patientId?: string }) {
  const { t } = useTranslation();
  if (patientId === undefined) {
    return (
      <Screen title={t('surveillance.form.title')} beside={t('surveillance.due.choose')} onBack={() => { go({ page: 'cases' }); }}>
        <PersonPicker onPick={(id) => { go({ page: 'caseReport', patientId: id, from: 'cases' }); }} />
      </Screen>
    );
  }
  return <CaseOf patientId={patientId} {...asked} />;
}

function CaseOf({ patientId, encounterId, id, draft, from }: Asked & { patientId: string }) {
  const { t } = useTranslation();
  const person = useLive('patient', { id: patientId });
  const cases = useLive('personCases', { patientId });
  const restored = useRestoredDraft<CaseFields>({ form: id === undefined ? 'caseReport' : 'reviseCaseReport', key: draft ?? (id === undefined ? undefined : ''), patientId, encounterId });
  const back: Route = from === 'cases' ? { page: 'cases' } : { page: 'person', id: patientId };
  if (restored === undefined) return <LoadingPage />;
  return (
    <PageOf live={person} missing={t('people.person.missing')}>
      {(patient) => <PageOf live={cases} missing={t('people.person.missing')}>{(view) => <Case patient={patient} view={view} encounterId={encounterId} id={id} restored={restored} back={back} />}</PageOf>}
    </PageOf>
  );
}

function Case({ patient, view, encounterId, id, restored, back }: { patient: Patient; view: PersonCases; encounterId: string | undefined; id: string | undefined; restored: Restored<CaseFields> | null; back: Route }) {
  const { t } = useTranslation();
  const [formKey] = useState(() => restored?.key ?? mintKey());
  const reporting = useRun('reportCase', formKey);
  const revising = useRun('reviseCaseReport', formKey);
  // The version that was opened stays the one that is replaced: whoever wrote another meanwhile is told of.
  const [revised] = useState(() => view.cases.flatMap(({ versions }) => versions).find(({ _id }) => _id === id));
  if (id !== undefined && !revised) return <MissingPage title={t('surveillance.form.missing')} />;
  const of = { patientId: revised?.patientId ?? patient._id, ...(encounterId === undefined ? {} : { encounterId }), ...(id === undefined ? {} : { reportId: id }) };
  const save = async (fields: CaseFields, finish: () => Promise<void>) => {
    const result = id === undefined ? await reporting.run(fieldsToCase(fields, of)) : await revising.run(fieldsToRevision(fields, id));
    if (!result) return;
    await finish();
    const { diseaseId } = fieldsToCase(fields, of);
    notifySaved(result.changedSince ? t('surveillance.form.alreadySaved') : t('surveillance.form.saved', { disease: t(`surveillance.diseases.${revised?.diseaseId ?? diseaseId}`), name: patient.fullName }), [], t);
    go(back, true);
  };
  return <CaseForm patient={patient} view={view} of={of} revised={revised} formKey={formKey} restored={restored} saving={id === undefined ? reporting : revising} save={save} onBack={() => { go(back); }} />;
}
