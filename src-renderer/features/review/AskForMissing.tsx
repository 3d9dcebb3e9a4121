import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { notifySaved } from '../../ui/notify.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { tidyDate } from '../../ui/tidy-typed.ts';
import { HubRefusals } from './HubRefusals.tsx';
import { useHubRun } from './use-hub-run.ts';
import { useKey } from './use-key.ts';

/** A question to a station: a record is missing. */
export function AskForMissing({ units, unit: startUnit, onClose, onDone }: { units: { value: string; label: string }[]; unit: string | undefined; onClose(): void; onDone(): void }) {
  const { t } = useTranslation();
  const [unit, setUnit] = useState(startUnit ?? (units.length === 1 ? units[0]?.value : undefined));
  const [kind, setKind] = useState<'checkup' | 'visit'>('checkup');
  const [comment, setComment] = useState('');
  const [day, setDay] = useState('');
  const [tried, setTried] = useState(false);
  const { key } = useKey();
  const asking = useHubRun();
  const read = parseTypedDate(day, { today: today() });
  const on = 'date' in read ? read.date : undefined;
  const badDay = 'problem' in read;
  const submit = async () => {
    setTried(true);
    if (unit === undefined || comment.trim() === '' || badDay) return;
    if (await asking.run((client) => client.ask({ key, unit, comment: comment.trim(), asked: { kind, ...(on === undefined ? {} : { occurredOn: on }) } })) === undefined) return;
    notifySaved(t('review.queue.asked'), [], t);
    onDone();
  };
  return (
    <Dialog title={t('review.queue.askTitle')} onClose={onClose} holds={comment !== ''}>
      <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate data-testid="ask-for-missing">
        <Select label={t('review.stations.name')} withAsterisk searchable data={units} value={unit ?? null} error={tried && unit === undefined ? t('review.queue.needUnit') : undefined} onChange={(chosen) => { setUnit(chosen ?? undefined); }} />
        <Select label={t('hub.filterKind')} data={(['checkup', 'visit'] as const).map((one) => ({ value: one, label: t(`encounters.kinds.${one}`) }))} value={kind} allowDeselect={false} onChange={(chosen) => { setKind(chosen === 'visit' ? 'visit' : 'checkup'); }} />
        <TextInput label={t('review.queue.askDay')} inputMode="numeric" value={day} error={badDay ? t('review.queue.badDay') : undefined} onChange={(event) => { setDay(event.currentTarget.value); }} onBlur={() => { setDay(tidyDate({ today: today() })(day)); }} />
        <Textarea label={t('review.queue.askWhat')} withAsterisk data-autofocus value={comment} maxLength={2000} error={tried && comment.trim() === '' ? t('review.queue.needText') : undefined} onChange={(event) => { setComment(event.currentTarget.value); }} />
        <HubRefusals run={asking} />
        <DialogFoot onCancel={onClose} saving={asking.running}>{t('review.queue.askSend')}</DialogFoot>
      </form>
    </Dialog>
  );
}
