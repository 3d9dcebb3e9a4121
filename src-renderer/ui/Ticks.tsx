import { Tooltip } from '@mantine/core';
import { IconCheck, IconDeviceDesktopCheck, IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Ticks as RecordTicks } from '../../src-shared/contract/queries.ts';
import { unitName } from './format.ts';
import styles from './Ticks.module.css';

interface TicksProps { ticks: RecordTicks | undefined; /** Names of units, where the station knows them. */ names?: ReadonlyMap<string, string>; wordy?: boolean }

/** Where one record is: this PC, then one tick for each unit above that has proved to hold it. */
export function Ticks({ ticks, names, wordy = false }: TicksProps) {
  const { t } = useTranslation();
  if (!ticks) return null;
  const places = ticks.proved.map(({ unit, tier, proved }) => ({ unit, proved, name: unitName({ unit, tier, name: names?.get(unit) }, t) }));
  const sentences = [t('ticks.saved'), ...places.map(({ name, proved }) => t(proved ? 'ticks.proved' : 'ticks.notYet', { unit: name })), ...(ticks.denied ? [t('ticks.denied')] : [])];
  if (wordy) {
    return (
      <ul className={styles.wordy} aria-label={t('ticks.legend')} data-testid="record-ticks">
        <li data-proved><IconDeviceDesktopCheck size={16} aria-hidden />{t('ticks.saved')}</li>
        {places.map(({ unit, name, proved }) => <li key={unit} data-proved={proved || undefined}>{proved ? <IconCheck size={16} aria-hidden /> : <span className={styles.hollow} aria-hidden />}{t(proved ? 'ticks.proved' : 'ticks.notYet', { unit: name })}</li>)}
        {ticks.denied && <li data-denied><IconHandStop size={16} aria-hidden />{t('ticks.denied')}</li>}
      </ul>
    );
  }
  return (
    <Tooltip label={<span className={styles.lines}>{sentences.join('\n')}</span>}>
      <span className={styles.ticks} role="img" aria-label={sentences.join(', ')} data-testid="record-ticks" data-proved-at={places.filter((p) => p.proved).map((p) => p.unit).join(' ')}>
        <i data-proved />
        {places.map(({ unit, proved }) => <i key={unit} data-proved={proved || undefined} />)}
        {ticks.denied && <IconHandStop size={14} className={styles.denied} />}
      </span>
    </Tooltip>
  );
}
