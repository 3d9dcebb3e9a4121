import { Button } from '@mantine/core';
import { IconTemperatureMinus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../api/use-live.ts';
import { alarmWhen, alarmWords } from '../../ui/cold-words.ts';
import { Panel } from '../../ui/Panel.tsx';
import { go } from '../../ui/route.ts';
import { FridgeField } from './FridgeField.tsx';
import styles from './TodayPage.module.css';

/** A shift ends while nobody does anything. */
const ASK_AGAIN_MS = 5 * 60_000;

/** Fridges to be read now, one field for each, and alarms nobody decided about; nothing where all is well. */
export function FridgesDue() {
  const { t, i18n } = useTranslation();
  const live = useLive('coldChain', {});
  const list = useRef<HTMLUListElement>(null);
  const again = useRef(live.again);
  useEffect(() => { again.current = live.again; });
  useEffect(() => { const timer = setInterval(() => { again.current(); }, ASK_AGAIN_MS); return () => { clearInterval(timer); }; }, []);
  if (!live.answer) return null;
  const { shift, places, alarms } = live.answer;
  const waiting = places.filter(({ today }) => today[shift] === 'due' || today[shift] === 'overdue');
  const missed = places.filter(({ today }) => shift === 'afternoon' && today.morning === 'overdue');
  const goOn = (from: string) => {
    const fields = [...list.current?.querySelectorAll<HTMLInputElement>('input') ?? []];
    fields[fields.findIndex(({ name }) => name === from) + 1]?.focus();
  };
  return (
    <>
      {alarms.length > 0 && (
        <Panel tone="stop" title={<span className={styles.unfinishedTitle}><IconTemperatureMinus size={18} aria-hidden />{t('coldChain.alarmsTitle')}</span>} flush>
          <ul className={styles.rows} data-testid="cold-alarms">
            {alarms.map((alarm) => (
              <li key={alarm.readingIds[0]} className={styles.draft}>
                <span className={styles.words}>
                  <span><strong>{alarm.place.name}</strong> · {alarmWords(alarm, t, i18n.language)}</span>
                  <span>{t(`coldChain.todo.${alarm.kind}`)}</span>
                  <span className={styles.summary}>{[alarmWhen(alarm, t), alarm.lots.length > 0 && t('coldChain.lots', { count: alarm.lots.length })].filter(Boolean).join(' · ')}</span>
                </span>
                <Button size="compact-sm" onClick={() => { go({ page: 'coldChain', equipmentId: alarm.place.equipmentId, form: 'coldDecision', readingId: alarm.readingIds[0] }); }}>{t('coldChain.decide')}</Button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {waiting.length + missed.length > 0 && (
        <Panel title={t('coldChain.quick.title', { shift: t(`coldChain.shifts.${shift}`) })} beside={<Button size="compact-sm" variant="subtle" onClick={() => { go({ page: 'coldChain' }); }}>{t('coldChain.quick.open')}</Button>} hint={waiting.length > 0 ? t('coldChain.quick.hint') : undefined} flush>
          <ul ref={list} className={styles.rows} data-testid="fridges-due">
            {waiting.map((place) => <FridgeField key={place.equipmentId} place={place} shift={shift} onSaved={() => { goOn(place.equipmentId); }} />)}
            {missed.map(({ equipmentId, name }) => (
              <li key={`${equipmentId} morning`} className={styles.draft}>
                <span className={styles.words}><span><strong>{name}</strong> · {t('coldChain.quick.morningMissed')}</span></span>
                <Button size="compact-sm" variant="default" onClick={() => { go({ page: 'coldChain', equipmentId, form: 'coldReading', shift: 'morning' }); }}>{t('coldChain.quick.writeMorning')}</Button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
