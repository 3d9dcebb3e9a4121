import { Button } from '@mantine/core';
import { IconArrowsTransferDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrivingRow, SentRow } from '../../../src-shared/contract/queries.ts';
import { useLive } from '../../api/use-live.ts';
import { useRun } from '../../api/use-run.ts';
import { hasWords, say } from '../../i18n/say.ts';
import { AskReason } from '../../ui/AskReason.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatDate, formatWhen } from '../../ui/format.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { Panel } from '../../ui/Panel.tsx';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { go } from '../../ui/route.ts';
import styles from './TodayPage.module.css';

/** An answer "not taken" that was left half-written. */
export interface Declining { transferId: string; draftKey: string }

/** People other stations hand over to this one, until they were answered; and those a station did not take from here. */
export function Arrivals({ declining }: { declining: Declining | undefined }) {
  const { t } = useTranslation();
  const live = useLive('handovers', {}).answer;
  const waiting = (live?.arriving ?? []).filter(({ decision, withdrawnAt }) => decision === undefined && withdrawnAt === undefined);
  const declined = (live?.sent ?? []).filter(({ state }) => state === 'declined');
  const both = [...(live?.arriving ?? []).filter(({ atBoth }) => atBoth), ...(live?.sent ?? []).filter(({ atBoth }) => atBoth)];
  return (
    <>
      {both.length > 0 && <Panel tone="warn" title={<span className={styles.unfinishedTitle}><IconArrowsTransferDown size={18} aria-hidden />{t('handover.bothTitle', { count: both.length })}</span>} flush><ul className={styles.rows} data-testid="at-both">{both.map((row) => <AtBoth key={row.id} row={row} />)}</ul></Panel>}
      {waiting.length > 0 && (
        <Panel tone="warn" title={<span className={styles.unfinishedTitle}><IconArrowsTransferDown size={18} aria-hidden />{t('handover.arrivingTitle', { count: waiting.length })}</span>} flush>
          <ul className={styles.rows} data-testid="arriving">{waiting.map((row) => <Arrival key={row.id} row={row} draftKey={declining?.transferId === row.id ? declining.draftKey : undefined} />)}</ul>
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

/** One person in two books: the station that took them in gives them back in one step, the other one looks and talks. */
function AtBoth({ row }: { row: ArrivingRow | SentRow }) {
  const { t } = useTranslation();
  const [key, setKey] = useState(mintKey);
  const moving = useRun('handOverPerson', key);
  const isArrived = 'fromUnit' in row;
  const [name, patientId] = isArrived ? [row.fullName, row.patientId ?? ''] : [row.patientName, row.patientId];
  const giveBack = async (toUnit: string, unit: string) => {
    const result = await moving.run({ patientId, toUnit, reason: 'asked' });
    setKey(mintKey());
    if (result) notifySaved(t('handover.done', { unit }), result.warnings, t);
  };
  return (
    <li className={styles.notice}>
      <span className={styles.words}>
        <strong>{name}</strong>
        <span>{isArrived ? t('handover.bothHere', { unit: row.fromName, when: formatWhen(row.withdrawnAt ?? row.sentAt, t) }) : t('handover.bothThere', { unit: row.toName })}</span>
        <RefusalList refusals={moving.refusals} />
        {moving.fault && <FaultNotice fault={moving.fault} saving />}
      </span>
      {isArrived && <Button size="compact-sm" loading={moving.running} onClick={() => { void giveBack(row.fromUnit, row.fromName); }}>{t('handover.giveBack', { unit: row.fromName })}</Button>}
      <Button size="compact-sm" variant="default" onClick={() => { go({ page: 'person', id: patientId }); }}>{t('handover.open1')}</Button>
    </li>
  );
}

function Arrival({ row, draftKey }: { row: ArrivingRow; draftKey: string | undefined }) {
  const { t } = useTranslation();
  const [key, setKey] = useState(mintKey);
  const [declining, setDeclining] = useState(draftKey !== undefined);
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
      {declining && <Decline row={row} draftKey={draftKey} onClose={() => { setDeclining(false); }} />}
    </li>
  );
}

function Decline({ row, draftKey, onClose }: { row: ArrivingRow; draftKey: string | undefined; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <AskReason
      operation="declineHandover" form="decline" draftKey={draftKey} about={{ title: row.fullName, transferId: row.id }} strikes onClose={onClose} reasons={[]}
      words={{ title: t('handover.declineTitle', { name: row.fullName }), body: t('handover.declineBody'), reason: t('handover.declineWhy'), confirm: t('handover.decline'), done: t('handover.declined') }}
      input={({ note = '' }) => ({ transferId: row.id, note })}
    />
  );
}
