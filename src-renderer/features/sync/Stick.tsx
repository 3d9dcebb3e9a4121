import { Button, FileButton } from '@mantine/core';
import { IconUsb } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '../../../src-shared/contract/queries.ts';
import type { ReceivedAnswer } from '../../../src-shared/contract/stick.ts';
import { errorToFault } from '../../api/fault.ts';
import { receiveAnswer, saveBundle } from '../../api/stick-client.ts';
import { useLive } from '../../api/use-live.ts';
import { useSession } from '../../stores/session-store.ts';
import { formatCount, formatWhen, today, unitName } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { refusalWords } from '../../ui/refusal-words.ts';
import styles from './Stick.module.css';

type Outcome = { tone: 'done' | 'stop'; lines: string[] };

/** No line: everything that waits goes into one file on a stick, and the answer comes back the same way. */
export function Stick({ status, unit }: { status: SyncStatus; unit: string }) {
  const { t, i18n } = useTranslation();
  const made = useLive('stickBundles', {});
  const [busy, setBusy] = useState<'saving' | 'receiving'>();
  const [written, setWritten] = useState('');
  const [outcome, setOutcome] = useState<Outcome>();
  const resetPicker = useRef<() => void>(null);
  const size = (bytes: number) => bytes < 1e5 ? `${formatCount(Math.ceil(bytes / 1e3), i18n.language)} KB`
    : `${new Intl.NumberFormat(i18n.language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 }).format(bytes / 1e6)} MB`;
  const last = made.answer?.[0];
  const home = status.tiers[0] ? unitName(status.tiers[0], t) : t('sync.stick.home');

  const work = async (kind: 'saving' | 'receiving', run: () => Promise<Outcome | undefined>) => {
    setBusy(kind);
    setOutcome(undefined);
    try {
      setOutcome(await run());
    } catch (error) {
      const fault = errorToFault(error);
      if (fault.kind === 'signedOut') void useSession.getState().probe();
      setOutcome({ tone: 'stop', lines: [error instanceof DOMException ? t('sync.stick.notWritten') : fault.kind === 'unreachable' ? t('common.offlineTitle') : t('common.brokenTitle'), ...(fault.faultId ? [t('common.faultId', { id: fault.faultId })] : [])] });
    } finally {
      setBusy(undefined);
      resetPicker.current?.();
    }
  };
  const save = () => work('saving', async () => {
    setWritten(size(0));
    const saved = await saveBundle(`tramxa-${unit}-${today()}.tramxa`, (bytes) => { setWritten(size(bytes)); });
    if (!saved) return undefined;
    if (!saved.ok) return { tone: 'stop', lines: saved.refusals.map((refusal) => refusalWords(refusal, t)) };
    return { tone: 'done', lines: [saved.documents > 0 ? t('sync.stick.saved', { size: size(saved.bytes) }) : t('sync.stick.savedNone'), t('sync.stick.carry', { home })] };
  });
  const receive = (file: File | null) => {
    if (!file) return;
    void work('receiving', async () => {
      const received = await receiveAnswer(file);
      if (!received.ok) return { tone: 'stop', lines: received.refusals.map((refusal) => refusalWords(refusal, t)) };
      return { tone: 'done', lines: answerWords(received.answer) };
    });
  };
  const answerWords = ({ already, from, settled, denied, pulled, waiting }: ReceivedAnswer): string[] => already ? [t('sync.stick.already')] : [
    settled > 0 ? t('sync.stick.arrived', { unit: unitName(from, t) }) : t('sync.stick.received', { unit: unitName(from, t) }), ...(pulled > 0 ? [t('sync.stick.pulled')] : []),
    ...(denied > 0 ? [t('sync.stick.denied', { count: denied })] : []), ...(waiting > 0 ? [t('sync.stick.waiting')] : []),
  ];

  return (
    <Panel title={t('sync.stick.title')} hint={t('sync.stick.hint')}>
      <div className={styles.ways} data-testid="stick">
        <div className={styles.way}>
          <Button leftSection={<IconUsb size={17} />} loading={busy === 'saving'} disabled={busy !== undefined} onClick={() => { void save(); }}>{t('sync.stick.save')}</Button>
          <span className={styles.note}>{busy === 'saving' ? t('sync.stick.saving', { size: written }) : status.records.waiting > 0 ? t('sync.stick.holds', { count: status.records.waiting }) : t('sync.stick.holdsNone')}</span>
        </div>
        <div className={styles.way}>
          <FileButton resetRef={resetPicker} onChange={receive} inputProps={{ 'aria-label': t('sync.stick.receive'), 'data-testid': 'stick-answer' } as object}>
            {(props) => <Button {...props} variant="default" leftSection={<IconUsb size={17} />} loading={busy === 'receiving'} disabled={busy !== undefined}>{t('sync.stick.receive')}</Button>}
          </FileButton>
          <span className={styles.note}>{busy === 'receiving' ? t('sync.stick.receiving') : t('sync.stick.receiveHint', { home })}</span>
        </div>
      </div>
      {outcome && <div className={styles.outcome} data-tone={outcome.tone} role="status">{outcome.lines.map((line) => <p key={line}>{line}</p>)}</div>}
      {last && !busy && (
        <p className={styles.last}>
          {t(last.takenAt ? 'sync.stick.lastTaken' : 'sync.stick.lastOpen', { when: formatWhen(last.madeAt, t), home, taken: last.takenAt ? formatWhen(last.takenAt, t) : '' })}
        </p>
      )}
    </Panel>
  );
}
