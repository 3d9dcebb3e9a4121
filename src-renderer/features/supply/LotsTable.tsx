import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDotsVertical, IconHandStop, IconPlayerPlay, IconReload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LotRow } from '../../../src-shared/contract/queries.ts';
import { daysBetween } from '../../../src-shared/domain/common/partial-date.ts';
import type { lotStatuses } from '../../../src-shared/domain/supply/supply.schema.ts';
import { useSession } from '../../stores/session-store.ts';
import { formatCount, formatDate, today } from '../../ui/format.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { refusalWords } from '../../ui/refusal-words.ts';
import { notifications } from '@mantine/notifications';
import type { StoreDraft } from './store-draft.ts';
import { LotStateBadge } from './LotStateBadge.tsx';
import { AdjustStock } from './AdjustStock.tsx';
import styles from './StorePage.module.css';

/** Lots of one medicine, the one that expires first on top; held and empty ones stay in sight, faded. */
export function LotsTable({ lots, goesOn }: { lots: LotRow[]; goesOn?: StoreDraft }) {
  const { t, i18n } = useTranslation();
  const [adjusting, setAdjusting] = useState<LotRow | undefined>(goesOn && lots.find(({ _id }) => _id === goesOn.lotId));
  const [draftKey, setDraftKey] = useState(goesOn?.key);
  if (lots.length === 0) return <p className={styles.none}>{t('supply.noLots')}</p>;
  return (
    <>
    <table className={styles.table} data-testid="lots">
      <thead>
        <tr><th>{t('supply.column.lot')}</th><th>{t('supply.column.expiry')}</th><th>{t('supply.column.state')}</th><th className={`${styles.number ?? ''} ${styles.balance ?? ''}`}>{t('supply.column.balance')}</th><th className={styles.actions} /></tr>
      </thead>
      <tbody>
        {lots.map((lot) => {
          const left = daysBetween(today(), lot.expiresOn);
          return (
            <tr key={lot._id} data-faded={lot.balance === 0 || undefined}>
              <td className={styles.strong}>{lot.lotNumber}</td>
              <td className="num">{formatDate(lot.expiresOn)} {lot.state === 'expiringSoon' && <span className={styles.faint}>({t('supply.expiresIn', { count: left })})</span>}</td>
              <td><LotStateBadge state={lot.state} /></td>
              <td className={`${styles.number ?? ''} ${styles.strong ?? ''}`}>{formatCount(lot.balance, i18n.language)}</td>
              <td className={styles.number}>
                <Button variant="subtle" size="compact-xs" onClick={() => { setAdjusting(lot); }}>{t('supply.adjust')}</Button>
                <LotMenu lot={lot} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
    {adjusting && <AdjustStock lot={adjusting} draftKey={draftKey} onClose={() => { setAdjusting(undefined); setDraftKey(undefined); }} />}
    </>
  );
}

function LotMenu({ lot }: { lot: LotRow }) {
  const { t } = useTranslation();
  const role = useSession((s) => s.session?.role);
  if (role !== 'pharmacist' && role !== 'head') return null;
  const change = async (status: (typeof lotStatuses)[number]) => {
    try {
      const answer = await useSession.getState().client.run({ operation: 'setLotStatus', key: mintKey(), input: { lotId: lot._id, status } });
      if (answer.ok) notifySaved(t('supply.statusChanged', { lot: lot.lotNumber }), answer.result.warnings, t);
      else for (const refusal of answer.refusals) notifications.show({ message: refusalWords(refusal, t), color: 'brick' });
    } catch {
      notifications.show({ message: t('common.brokenTitle'), color: 'brick' });
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target><ActionIcon size="sm" aria-label={t('supply.lotMenu', { lot: lot.lotNumber })}><IconDotsVertical size={15} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        {lot.status !== 'usable' && <Menu.Item leftSection={<IconPlayerPlay size={15} />} onClick={() => { void change('usable'); }}>{t('supply.release')}</Menu.Item>}
        {lot.status !== 'onHold' && <Menu.Item leftSection={<IconHandStop size={15} />} onClick={() => { void change('onHold'); }}>{t('supply.hold')}</Menu.Item>}
        {lot.status !== 'recalled' && <Menu.Item leftSection={<IconReload size={15} />} onClick={() => { void change('recalled'); }}>{t('supply.recall')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
