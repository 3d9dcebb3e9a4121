import { Alert, Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useLive } from '../../api/use-live.ts';
import { useRun } from '../../api/use-run.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatDate } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { go } from '../../ui/route.ts';

/** Says that this record is a second one of somebody's: a link that can be undone. */
export function MarkSame({ patient }: { patient: Patient }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconUsersGroup size={15} />} onClick={() => { setAsking(true); }}>{t('same.mark')}</Button>
      {asking && <ChooseFirst patient={patient} onClose={() => { setAsking(false); }} />}
    </div>
  );
}

function ChooseFirst({ patient, onClose }: { patient: Patient; onClose(): void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | undefined>();
  const [key, setKey] = useState(mintKey);
  const first = useLive('patient', { id: chosen ?? '' }, chosen !== undefined).answer;
  const marking = useRun('markSamePerson', key);
  const mark = async () => {
    if (chosen === undefined) return;
    const result = await marking.run({ id: patient._id, sameAsId: chosen });
    if (result) { notifySaved(t('same.marked'), result.warnings, t); onClose(); }
  };
  return (
    <Dialog onClose={onClose} title={t('same.markTitle')} size="56rem">
      <div className={layout.form}>
        <p className={layout.note}>{t('same.markBody')}</p>
        <RefusalList refusals={marking.refusals} />
        {marking.fault && <FaultNotice fault={marking.fault} saving />}
        {chosen === undefined || !first
          ? <PersonPicker exceptId={patient._id} onPick={(id) => { setChosen(id); setKey(mintKey()); }} />
          : <p><strong>{t('same.markConfirm', { name: [first.fullName, formatDate(first.bornOn), first.village].filter(Boolean).join(' · ') })}</strong></p>}
        <div className={layout.push}>
          <Button variant="default" onClick={chosen === undefined ? onClose : () => { setChosen(undefined); }}>{t('common.cancel')}</Button>
          {chosen !== undefined && <Button loading={marking.running} onClick={() => { void mark(); }} data-autofocus>{t('same.markDo')}</Button>}
        </div>
      </div>
    </Dialog>
  );
}

/** On the second record: where the person's main one is, and the way back. */
export function SecondRecord({ patient, sameAsId }: { patient: Patient; sameAsId: string }) {
  const { t } = useTranslation();
  const [key, setKey] = useState(mintKey);
  const undoing = useRun('unmarkSamePerson', key);
  const undo = async () => {
    const result = await undoing.run({ id: patient._id });
    setKey(mintKey());
    if (result) notifySaved(t('same.unmarked'), result.warnings, t);
  };
  return (
    <Alert color="turmeric" variant="light" icon={<IconUsersGroup size={18} />} data-testid="second-record">
      <p>{t('same.isSecond')}</p>
      <RefusalList refusals={undoing.refusals} />
      <div className={layout.row}>
        <Button size="compact-sm" onClick={() => { go({ page: 'person', id: sameAsId }); }}>{t('same.openFirst')}</Button>
        <Button size="compact-sm" variant="subtle" color="gray" loading={undoing.running} onClick={() => { void undo(); }}>{t('same.unmark')}</Button>
      </div>
    </Alert>
  );
}
