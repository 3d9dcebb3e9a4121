import { Button, Textarea } from '@mantine/core';
import { IconArrowsTransferDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrivingRow } from '../../../src-shared/contract/queries.ts';
import { useLive } from '../../api/use-live.ts';
import { useRun } from '../../api/use-run.ts';
import { hasWords, say } from '../../i18n/say.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatDate, formatWhen } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { Panel } from '../../ui/Panel.tsx';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { go } from '../../ui/route.ts';
import styles from './TodayPage.module.css';

/** People other stations hand over to this one, until they were answered; and those a station did not take from here. */
export function Arrivals() {
  const { t } = useTranslation();
  const live = useLive('handovers', {}).answer;
  const waiting = (live?.arriving ?? []).filter(({ decision, withdrawnAt }) => decision === undefined && withdrawnAt === undefined);
  const declined = (live?.sent ?? []).filter(({ state }) => state === 'declined');
  return (
    <>
      {waiting.length > 0 && (
        <Panel tone="warn" title={<span className={styles.unfinishedTitle}><IconArrowsTransferDown size={18} aria-hidden />{t('handover.arrivingTitle', { count: waiting.length })}</span>} flush>
          <ul className={styles.rows} data-testid="arriving">{waiting.map((row) => <Arrival key={row.id} row={row} />)}</ul>
        </Panel>
      )}
      {declined.length > 0 && (
        <Panel tone="warn" title={<span className={styles.unfinishedTitle}><IconArrowsTransferDown size={18} aria-hidden />{t('handover.declinedTitle', { count: declined.length })}</span>} flush>
          <ul className={styles.rows} data-testid="declined">
            {declined.map((row) => (
              <li key={row.id} className={styles.draft}>
                <span className={styles.words}><strong>{row.patientName}</strong><span className={styles.summary}>{row.toName}: {row.answerNote}</span></span>
                <Button size="compact-sm" onClick={() => { go({ page: 'person', id: row.patientId }); }}>{t('handover.open1')}</Button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Arrival({ row }: { row: ArrivingRow }) {
  const { t } = useTranslation();
  const [key, setKey] = useState(mintKey);
  const [declining, setDeclining] = useState(false);
  const accepting = useRun('acceptHandover', key);
  const known = useLive('patientSearch', { text: row.nationalId ?? '', limit: 1 }, row.nationalId !== undefined).answer?.rows.find(({ nationalId }) => nationalId === row.nationalId);
  const accept = async (patientId?: string) => {
    const result = await accepting.run({ transferId: row.id, ...(patientId === undefined ? {} : { patientId }) });
    setKey(mintKey());
    if (!result) return;
    notifySaved(t('handover.accepted', { name: row.fullName }), result.warnings, t);
    go({ page: 'person', id: result.id });
  };
  const reason = `handover.reasons.${row.reason}`;
  return (
    <li className={styles.notice}>
      <span className={styles.words}>
        <span><strong>{row.fullName}</strong> · {formatDate(row.bornOn)}</span>
        <span>{[t('handover.from', { unit: row.fromName, when: formatWhen(row.sentAt, t), reason: hasWords(reason) ? say(t, reason) : row.reason }), row.note].filter(Boolean).join(' · ')}</span>
        <span className={styles.summary}>{[t('handover.records', { count: row.records }), row.sentBy].filter(Boolean).join(' · ')}</span>
        <RefusalList refusals={accepting.refusals} />
        {accepting.fault && <FaultNotice fault={accepting.fault} saving />}
      </span>
      <Button size="compact-sm" loading={accepting.running} onClick={() => { void accept(known?.id); }}>{known ? t('handover.acceptKnown', { name: known.fullName }) : t('handover.acceptNew')}</Button>
      <Button size="compact-sm" variant="default" onClick={() => { setDeclining(true); }}>{t('handover.decline')}</Button>
      {declining && <Decline row={row} onClose={() => { setDeclining(false); }} />}
    </li>
  );
}

function Decline({ row, onClose }: { row: ArrivingRow; onClose(): void }) {
  const { t } = useTranslation();
  const [key] = useState(mintKey);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const declining = useRun('declineHandover', key);
  const submit = async () => {
    setTried(true);
    if (note.trim() === '') return;
    const result = await declining.run({ transferId: row.id, note: note.trim() });
    if (result) { notifySaved(t('handover.declined'), result.warnings, t); onClose(); }
  };
  return (
    <Dialog title={t('handover.declineTitle', { name: row.fullName })} onClose={onClose} holds={note !== ''}>
      <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate>
        <RefusalList refusals={declining.refusals} />
        {declining.fault && <FaultNotice fault={declining.fault} saving />}
        <Textarea label={t('handover.declineWhy')} withAsterisk data-autofocus maxLength={500} value={note} error={tried && note.trim() === '' ? t('handover.needNote') : undefined} onChange={(event) => { setNote(event.currentTarget.value); }} />
        <div className={layout.push}><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button type="submit" color="brick" loading={declining.running}>{t('handover.decline')}</Button></div>
      </form>
    </Dialog>
  );
}
