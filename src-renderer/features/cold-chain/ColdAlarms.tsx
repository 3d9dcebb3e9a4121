import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ColdAlarmRow } from '../../../src-shared/contract/cold-chain.ts';
import { useSession } from '../../stores/session-store.ts';
import { accountName } from '../../ui/account-name.ts';
import { alarmWhen, alarmWords } from '../../ui/cold-words.ts';
import { formatCount, formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import styles from './ColdChain.module.css';

/** Alarms of a month with what to do, the lots in question, and what was decided. */
export function ColdAlarms({ alarms, onDecide }: { alarms: readonly ColdAlarmRow[]; onDecide(alarm: ColdAlarmRow): void }) {
  const { t, i18n } = useTranslation();
  const accounts = useSession(({ session }) => session?.accounts) ?? [];
  return (
    <Panel title={t('coldChain.alarms')} tone={alarms.some(({ isOpen }) => isOpen) ? 'stop' : 'plain'} flush>
      <ul className={styles.alarms} data-testid="month-alarms">
        {alarms.map((alarm) => (
          <li key={alarm.readingIds[0]}>
            <span className={styles.words}>
              <span><strong>{alarmWords(alarm, t, i18n.language)}</strong> <Badge tone={alarm.isOpen ? 'stop' : 'calm'}>{t(alarm.isOpen ? 'coldChain.open' : 'coldChain.decided')}</Badge></span>
              <span className={styles.faint}>{alarmWhen(alarm, t)}</span>
              {alarm.isOpen && <span>{t(`coldChain.todo.${alarm.kind}`)}</span>}
              {alarm.isOpen && <span>{[alarm.lots.length > 0 ? `${t('coldChain.lots', { count: alarm.lots.length })}: ` : t('coldChain.lotsNone'), alarm.lots.map((lot) => t('coldChain.lot', { medicine: lot.medicineName, lot: lot.lotNumber, left: `${formatCount(lot.balance, i18n.language)} ${lot.baseUnit}` })).join('; ')].join('')}</span>}
              {alarm.decisions.map((decision) => (
                <span key={decision._id} className={styles.faint}>
                  {[t('coldChain.decidedBy', { outcome: t(`coldChain.outcomes.${decision.outcome}`), who: accountName(accounts, decision.createdBy), when: formatWhen(decision.createdAt, t) }), decision.lotIds && t('coldChain.heldLots', { count: decision.lotIds.length }), decision.toldDistrict && t('coldChain.told')].filter(Boolean).join(' · ')}
                </span>
              ))}
            </span>
            {alarm.isOpen ? <Button size="compact-sm" onClick={() => { onDecide(alarm); }}>{t('coldChain.decide')}</Button> : <Button size="compact-sm" variant="subtle" onClick={() => { onDecide(alarm); }}>{t('coldChain.decideAgain')}</Button>}
          </li>
        ))}
        {alarms.length === 0 && <li><span className={styles.faint}>{t('coldChain.alarmsNone')}</span></li>}
      </ul>
    </Panel>
  );
}
