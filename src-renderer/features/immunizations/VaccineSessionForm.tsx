import { Button, TextInput } from '@mantine/core';
import { IconVaccine } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../src-shared/domain/common/refusal.ts';
import { useDraft } from '../../api/use-draft.ts';
import { useLive } from '../../api/use-live.ts';
import type { Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { ChildrenTabs } from '../../ui/ChildrenTabs.tsx';
import { DraftLine } from '../../ui/DraftLine.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import layout from '../../ui/form.module.css';
import { formatDate, today } from '../../ui/format.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { RestoredNote } from '../../ui/RestoredNote.tsx';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { tidyDate } from '../../ui/tidy-typed.ts';
import { useFormKeys } from '../../ui/use-form-keys.ts';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { dosesTyped, emptySession, fieldsToDiscard, sessionProblems, type SessionFields } from './session-form.ts';
import { SessionLots } from './SessionLots.tsx';
import styles from './VaccineSession.module.css';

/** Doses typed beside each lot leave the store room together. */
export function VaccineSessionForm({ restored, onDone }: { restored: Restored<SessionFields> | null; onDone(): void }) {
  const { t, i18n } = useTranslation();
  const [key] = useState(() => restored?.key ?? mintKey());
  const dayOf = (typed: string | undefined) => { const read = parseTypedDate(typed ?? '', { today: today() }); return 'date' in read ? read.date : undefined; };
  const [on, setOn] = useState(() => dayOf(restored?.fields.occurredOn) ?? today());
  const { answer, fault, again } = useLive('vaccineSession', { on });
  const rows = answer?.rows ?? [];
  const form = useTypedForm<SessionFields>({ ...emptySession(today()), ...restored?.fields }, (fields) => sessionProblems(fields, rows, today()), restored !== null);
  const { content } = form;
  const saving = useRun('discardStock', key);
  const draft = useDraft({ key, form: 'vaccineSession', touched: form.touched, restoredAt: restored?.updatedAt, content: { fields: content, title: t('immunizations.session.title', { on: content.occurredOn }) } });
  const doses = rows.reduce((sum, row) => sum + dosesTyped(content, row), 0);
  const end = () => { go({ page: 'vaccineSession' }, true); onDone(); };
  const giveUp = () => { void draft.finish().then(end); };
  const submit = async () => {
    if (!answer || answer.on !== on || !form.check() || doses === 0) return;
    const result = await saving.run(fieldsToDiscard(content, rows));
    if (!result) return;
    await draft.finish();
    notifySaved(result.changedSince ? t('supply.alreadySaved') : t('immunizations.session.saved', { count: doses }), result.warnings, t);
    end();
  };
  useFormKeys({ submit: () => { void submit(); }, back: () => { history.back(); } });
  const date = form.text('occurredOn', tidyDate({ today: today() }));
  const lotName = (refusal: Refusal) => { const row = rows.find(({ _id }) => 'lotId' in refusal && _id === refusal.lotId); return row && t('supply.lotStock', { name: row.medicineName, lot: row.lotNumber }); };
  return (
    <Screen
      title={t('immunizations.title')} strip={<ChildrenTabs here="vaccineSession" />}
      footer={rows.length > 0 && (
        <div className={layout.push}>
          {form.problemCount > 0 && <span className={layout.wrong} role="alert">{t('encounters.fix', { count: form.problemCount })}</span>}
          <DraftLine state={draft.state} />
          {form.touched && <Button variant="default" onClick={giveUp}>{t('common.cancel')}</Button>}
          <Button disabled={doses === 0} loading={saving.running} title={t('encounters.submitHint')} onClick={() => { void submit(); }}>{doses === 0 ? t('immunizations.session.save') : t('immunizations.session.saveDoses', { count: doses })}</Button>
        </div>
      )}
    >
      <form ref={form.ref} className={styles.page} onSubmit={(event) => { event.preventDefault(); }} onKeyDown={goOnByEnter} noValidate autoComplete="off" data-testid="vaccine-session">
        <RestoredNote at={restored?.updatedAt} onDiscard={giveUp} />
        <RefusalList refusals={saving.refusals} content={content} about={lotName} />
        {saving.fault && <FaultNotice fault={saving.fault} saving />}
        <div className={styles.head}>
          <TextInput className={styles.day} label={t('immunizations.session.on')} withAsterisk inputMode="numeric" {...date} onChange={(event) => { date.onChange(event); const day = dayOf(event.currentTarget.value); if (day !== undefined) setOn(day); }} />
          <p className={layout.note}>{t('immunizations.session.intro')}</p>
        </div>
        {fault && <FaultNotice fault={fault} onRetry={again} />}
        {!fault && !answer && <LoadingLines lines={6} />}
        {answer && rows.length > 0 && <SessionLots rows={rows} form={form} on={formatDate(on)} />}
        {answer && rows.length === 0 && <EmptyState icon={<IconVaccine size={24} />} title={t('immunizations.session.empty')} body={t('immunizations.session.emptyBody')} />}
        {answer && answer.vials.length > 0 && <p className={layout.note}>{t('immunizations.session.vials', { names: new Intl.ListFormat(i18n.language).format(answer.vials) })}</p>}
      </form>
    </Screen>
  );
}

/** Enter goes from number to number, as at a count; Ctrl+Enter saves. */
function goOnByEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const fields = [...event.currentTarget.querySelectorAll('input')];
  fields[fields.indexOf(event.target) + 1]?.focus();
}
