import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import type { ColdPlaceNow } from '../../../src-shared/contract/cold-chain.ts';
import type { ColdShift } from '../../../src-shared/domain/cold-chain/temperature-reading.schema.ts';
import { useRun } from '../../api/use-run.ts';
import { degrees, parseTypedTemperature } from '../../ui/cold-words.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { timeNow, today } from '../../ui/format.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import styles from './TodayPage.module.css';

/** What stands in the fields: whoever is called to a patient finds it again. */
const useTyped = create<Record<string, string>>()(() => ({}));

/** One fridge, read now: a number and Enter. */
export function FridgeField({ place: { equipmentId, name, location, serial, today: states }, shift, onSaved }: { place: ColdPlaceNow; shift: ColdShift; onSaved(): void }) {
  const { t, i18n } = useTranslation();
  const [key] = useState(mintKey);
  const slot = `${equipmentId} ${today()} ${shift}`;
  const typed = useTyped((all) => all[slot] ?? '');
  const [tried, setTried] = useState(false);
  const running = useRun('recordTemperature', key);
  const read = parseTypedTemperature(typed);
  const isWrong = !('value' in read);
  const submit = async () => {
    setTried(true);
    if (isWrong) return;
    const result = await running.run({ equipmentId, takenOn: today(), shift, takenAt: timeNow(), temperatureC: read.value });
    if (!result) return;
    useTyped.setState({ [slot]: '' });
    notifySaved(result.changedSince ? t('coldChain.alreadySaved') : t('coldChain.quick.saved', { place: name, value: degrees(read.value, i18n.language) }), result.warnings, t);
    onSaved();
  };
  return (
    <li>
      <form className={styles.draft} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate autoComplete="off">
        <span className={styles.words}>
          <span><strong>{name}</strong> {states[shift] === 'overdue' && <Badge tone="warn">{t('coldChain.quick.overdue')}</Badge>}</span>
          <span className={styles.summary}>{[serial, location].filter(Boolean).join(' · ')}</span>
          <RefusalList refusals={running.refusals} content={typed} />
          {running.fault && <FaultNotice fault={running.fault} saving />}
        </span>
        <TextInput w="11rem" size="sm" name={equipmentId} inputMode="decimal" className="num" rightSection="°C" aria-label={t('coldChain.quick.field', { place: name, shift: t(`coldChain.shifts.${shift}`) })} value={typed} error={tried && isWrong ? t('coldChain.quick.bad') : undefined} onChange={(event) => { useTyped.setState({ [slot]: event.currentTarget.value }); }} />
        <Button type="submit" size="sm" variant="default" loading={running.running}>{t('coldChain.quick.save')}</Button>
      </form>
    </li>
  );
}
