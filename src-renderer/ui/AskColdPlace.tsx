import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { proposeColdPlace } from '../../src-shared/domain/cold-chain/propose-cold-place.ts';
import { describedOf } from '../../src-shared/domain/facility/described-of.ts';
import type { Equipment } from '../../src-shared/domain/facility/equipment.schema.ts';
import { useRun } from '../api/use-run.ts';
import styles from './AskColdPlace.module.css';
import { FaultNotice } from './FaultNotice.tsx';
import { mintKey } from './mint-key.ts';
import { notifySaved } from './notify.ts';
import { RefusalList } from './RefusalList.tsx';

/** Whether a line that only looks like one keeps vaccines; the answer is a correction of the line. Nothing where there is nothing to ask. */
export function AskColdPlace({ line, named = false }: { line: Equipment; /** With the line's name, where the question stands above instead. */ named?: boolean }) {
  const { t } = useTranslation();
  const [key] = useState(mintKey);
  const answering = useRun('correctEquipment', key);
  const kind = proposeColdPlace(line);
  if (kind === undefined) return null;
  const answer = async (coldPlace: typeof kind | 'none') => {
    const result = await answering.run({ id: line._id, ...describedOf(line), coldPlace });
    if (result) notifySaved(t('equipment.cold.answered', { name: line.name, what: t(`equipment.cold.kinds.${coldPlace}`) }), result.warnings, t);
  };
  return (
    <div className={styles.ask} data-alone={!named || undefined} role="group" aria-label={`${line.name}: ${t('equipment.cold.question')}`} data-testid="ask-cold-place">
      <p className={styles.words}>{named ? <><strong>{line.name}</strong> <span>{[line.serial, line.location].filter(Boolean).join(' · ')}</span></> : t('equipment.cold.question')}</p>
      <Button size="compact-sm" variant="light" disabled={answering.running} onClick={() => { void answer(kind); }}>{t('equipment.cold.yes', { kind: t(`equipment.cold.kinds.${kind}`) })}</Button>
      <Button size="compact-sm" variant="default" disabled={answering.running} onClick={() => { void answer('none'); }}>{t('equipment.cold.no')}</Button>
      <RefusalList refusals={answering.refusals} />
      {answering.fault && <FaultNotice fault={answering.fault} saving />}
    </div>
  );
}
