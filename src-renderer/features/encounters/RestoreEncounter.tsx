import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../api/use-draft.ts';
import { useRestoredDraft, type Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DraftLine } from '../../ui/DraftLine.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import layout from '../../ui/form.module.css';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';

interface RestoreFields { reason: string }
interface RestoreEncounterProps { id: string; /** Whose it is, for the list of unfinished forms. */ title: string; draftKey?: string; onClose(): void }

/** Takes an encounter back that was voided by mistake, with the reason. */
export function RestoreEncounter({ draftKey, ...props }: RestoreEncounterProps) {
  const { t } = useTranslation();
  const restored = useRestoredDraft<RestoreFields>({ form: 'restore', key: draftKey ?? '' });
  if (restored === undefined) return null;
  return <Dialog onClose={props.onClose} title={t('encounters.restoreTitle')} size="lg" holds><RestoreForm {...props} restored={restored} /></Dialog>;
}

function RestoreForm({ id, title, restored, onClose }: Omit<RestoreEncounterProps, 'draftKey'> & { restored: Restored<RestoreFields> | null }) {
  const { t } = useTranslation();
  const [key] = useState(() => restored?.key ?? mintKey());
  const [reason, setReason] = useState(restored?.fields.reason ?? '');
  const [tried, setTried] = useState(false);
  const draft = useDraft({ key, form: 'restore', touched: reason !== '', restoredAt: restored?.updatedAt, content: { fields: { reason }, title, encounterId: id } });
  const restoring = useRun('restoreEncounter', key);
  const submit = async () => {
    setTried(true);
    if (!reason.trim()) return;
    const result = await restoring.run({ id, restoreReason: reason.trim() });
    if (result) { await draft.finish(); notifySaved(t('encounters.restoreDone'), result.warnings, t); onClose(); }
  };
  return (
    <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate>
      <p className={layout.note}>{t('encounters.restoreBody')}</p>
      <Textarea label={t('encounters.restoreReason')} withAsterisk data-autofocus value={reason} error={tried && !reason.trim() ? t('common.required') : undefined} onChange={(event) => { setReason(event.currentTarget.value); }} />
      <RefusalList refusals={restoring.refusals} />
      {restoring.fault && <FaultNotice fault={restoring.fault} saving />}
      <div className={layout.push}>
        <DraftLine state={draft.state} />
        <Button variant="default" onClick={() => { void draft.finish().then(onClose); }}>{t('common.cancel')}</Button>
        <Button type="submit" loading={restoring.running}>{t('encounters.restoreConfirm')}</Button>
      </div>
    </form>
  );
}
