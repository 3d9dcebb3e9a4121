import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FacilityView } from '../../../src-shared/contract/queries.ts';
import { useDraft } from '../../api/use-draft.ts';
import type { Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { useSession } from '../../stores/session-store.ts';
import { DraftLine } from '../../ui/DraftLine.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import layout from '../../ui/form.module.css';
import { formatDate, today } from '../../ui/format.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { RestoredNote } from '../../ui/RestoredNote.tsx';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { useFormKeys } from '../../ui/use-form-keys.ts';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { AskNumbers } from './AskNumbers.tsx';
import { Changes } from './Changes.tsx';
import { CountTables } from './CountTables.tsx';
import { DueNote } from './DueNote.tsx';
import { facilityProblems, facilityQuestions, fieldsToChange, profileToFields, typedOver, type FacilityFields } from './facility-form.ts';
import { ServiceFields, SiteFields } from './SiteFields.tsx';

interface FacilityFormProps extends FacilityView { restored: Restored<FacilityFields> | null; onDone(): void }

/** Sends only what was typed over, so that what another PC changed meanwhile stays. */
export function FacilityForm({ profile, isDue, restored, onDone }: FacilityFormProps) {
  const { t, i18n } = useTranslation();
  const isHead = useSession(({ session }) => session?.role === 'head');
  const [key] = useState(() => restored?.key ?? mintKey());
  const [base, setBase] = useState({ version: profile?.version, fields: profileToFields(profile, i18n.language) });
  const form = useTypedForm<FacilityFields>({ ...base.fields, ...restored?.fields }, facilityProblems, restored !== null);
  const { content, touched, restart } = form;
  const [asking, setAsking] = useState(false);
  const saving = useRun('recordFacilityProfile', key);
  const typed = typedOver(content, base.fields);
  const draft = useDraft({ key, form: 'facility', touched, restoredAt: restored?.updatedAt, content: { fields: typed, title: t('facility.title') } });
  // Somebody changed it on another PC, and nothing is typed here.
  useEffect(() => {
    if (touched || profile?.version === base.version) return;
    const fields = profileToFields(profile, i18n.language);
    setBase({ version: profile?.version, fields });
    restart(fields);
  }, [touched, profile, base.version, restart, i18n.language]);

  const run = async (confirms: boolean) => {
    const result = await saving.run(confirms ? {} : fieldsToChange(content, base.fields));
    if (!result) return;
    await draft.finish();
    notifySaved(result.changedSince ? t('facility.alreadySaved') : t(confirms ? 'facility.confirmedNow' : 'facility.saved'), result.warnings, t);
    go({ page: 'facility' }, true);
    onDone();
  };
  const submit = () => {
    if (!isHead || !form.check()) return;
    if (facilityQuestions(content, base.fields, today()).length > 0) setAsking(true); else void run(false);
  };
  const giveUp = () => { void draft.finish().then(() => { go({ page: 'facility' }, true); onDone(); }); };
  useFormKeys({ submit, back: () => { history.back(); } });
  const isChanged = Object.keys(typed).length > 0;
  return (
    <Screen
      title={t('facility.title')} beside={profile ? t('facility.confirmed', { date: formatDate(profile.confirmedOn) }) : t('facility.never')}
      actions={
        <>
          {profile && <PaperMenu label={t('facility.print')} sizes={['A4']} paper={() => ({ paper: 'facilityProfile', size: 'A4' })} />}
          {profile && isHead && <Button variant={isDue ? 'filled' : 'light'} leftSection={<IconCheck size={17} />} disabled={isChanged} loading={saving.running && !isChanged} onClick={() => { void run(true); }}>{t('facility.confirm')}</Button>}
        </>
      }
      footer={isHead && (
        <div className={layout.push}>
          {form.problemCount > 0 && <span className={layout.wrong} role="alert">{t('encounters.fix', { count: form.problemCount })}</span>}
          <DraftLine state={draft.state} />
          {touched && <Button variant="default" onClick={giveUp}>{t('common.cancel')}</Button>}
          <Button disabled={!isChanged} loading={saving.running && isChanged} onClick={submit}>{t('facility.save')}</Button>
        </div>
      )}
    >
      <form ref={form.ref} className={layout.form} onSubmit={(event) => { event.preventDefault(); submit(); }} noValidate autoComplete="off" data-testid="facility-form">
        <RestoredNote at={restored?.updatedAt} onDiscard={giveUp} />
        <RefusalList refusals={saving.refusals} content={content} />
        {saving.fault && <FaultNotice fault={saving.fault} saving />}
        {isDue && profile && isHead && <DueNote />}
        <p className={layout.note}>{isHead ? t('facility.noNames') : t('facility.onlyHead')}</p>
        <CountTables form={form} readOnly={!isHead}><ServiceFields form={form} readOnly={!isHead} /></CountTables>
        <SiteFields form={form} readOnly={!isHead} />
        {profile && profile.changes.length > 0 && <Changes changes={profile.changes} />}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
      {asking && <AskNumbers questions={facilityQuestions(content, base.fields, today())} onSave={() => { setAsking(false); void run(false); }} onClose={() => { setAsking(false); }} />}
    </Screen>
  );
}
