import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sideOf } from '../../../src-shared/domain/cold-chain/derive-cold-alarms.ts';
import { isLate } from '../../../src-shared/domain/cold-chain/reading-times.ts';
import type { TemperatureReading } from '../../../src-shared/domain/cold-chain/temperature-reading.schema.ts';
import type { ColdMonthView } from '../../../src-shared/contract/cold-chain.ts';
import { useSession } from '../../stores/session-store.ts';
import { accountName } from '../../ui/account-name.ts';
import { degrees } from '../../ui/cold-words.ts';
import { formatDate } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import table from '../../ui/table.module.css';
import styles from './ColdChain.module.css';

/** Every reading of a month, the newest first; those struck out stay. */
export function ReadingList({ view, onStrike }: { view: ColdMonthView; onStrike(reading: TemperatureReading): void }) {
  const { t, i18n } = useTranslation();
  const accounts = useSession(({ session }) => session?.accounts) ?? [];
  return (
    <Panel title={t('coldChain.list')} flush>
      <table className={`${table.table ?? ''} ${styles.table ?? ''}`} data-testid="readings">
        <thead><tr><th>{t('coldChain.column.on')}</th><th>{t('coldChain.column.value')}</th><th>{t('coldChain.column.more')}</th><th>{t('coldChain.column.by')}</th><th aria-label={t('coldChain.strike')} /></tr></thead>
        <tbody>
          {view.readings.map((reading) => {
            const { _id, takenOn, shift, takenAt, temperatureC, freezeTag, powerCut, action, voided, createdBy } = reading;
            const more = [freezeTag === 'activated' && t('coldChain.frozenTag'), powerCut && t('coldChain.powerCut'), action && t(`coldChain.actions.${action}`), isLate(reading) && t('coldChain.late'), voided && t('coldChain.struck', { reason: t(`coldChain.strikeReasons.${voided.reason}`) })];
            return (
              <tr key={_id} data-faded={voided ? true : undefined}>
                <td>{[formatDate(takenOn), t(`coldChain.shifts.${shift}`), takenAt].filter(Boolean).join(' · ')}</td>
                <td className="num">{!voided && sideOf(view.place.kind, reading) ? <Badge tone="stop">{t('coldChain.degrees', { value: degrees(temperatureC, i18n.language) })}</Badge> : t('coldChain.degrees', { value: degrees(temperatureC, i18n.language) })}</td>
                <td>{more.filter(Boolean).join(' · ')}</td>
                <td>{accountName(accounts, createdBy)}</td>
                <td>{!voided && <Button size="compact-xs" variant="subtle" color="gray" onClick={() => { onStrike(reading); }}>{t('coldChain.strike')}</Button>}</td>
              </tr>
            );
          })}
          {view.readings.length === 0 && <tr><td colSpan={5} className={styles.faint}>{t('coldChain.nothingYet')}</td></tr>}
        </tbody>
      </table>
    </Panel>
  );
}
