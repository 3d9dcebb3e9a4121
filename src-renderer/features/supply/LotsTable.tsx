import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDotsVertical, IconHandStop, IconPlayerPlay, IconReload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LotRow } from '../../../src-shared/contract/queries.ts';
import { daysBetween } from '../../../src-shared/domain/common/partial-date.ts';
import type { lotStatuses } from '../../../src-shared/domain/supply/supply.schema.ts';
import { vvmStages } from '../../../src-shared/domain/supply/vvm-stage.ts';
import { useSession } from '../../stores/session-store.ts';
import { formatCount, formatDate, today } from '../../ui/format.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { refusalWords } from '../../ui/refusal-words.ts';
import { notifications } from '@mantine/notifications';
import type { StoreDraft } from './store-draft.ts';
import { vvmWords } from '../../ui/vvm-words.ts';
import { VvmBadge } from '../../ui/VvmBadge.tsx';
import { LotStateBadge } from './LotStateBadge.tsx';
import { AdjustStock } from './AdjustStock.tsx';
import styles from './StorePage.module.css';

/** Lots of one medicine, the one that expires first on top; held and empty ones stay in sight, faded. */
export function LotsTable({ lots, isVaccine, goesOn }: { lots: LotRow[]; isVaccine: boolean; goesOn?: StoreDraft }) {
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
              <td><LotStateBadge state={lot.state} /> <VvmBadge lot={lot} /></td>
              <td className={`${styles.number ?? ''} ${styles.strong ?? ''}`}>{formatCount(lot.balance, i18n.language)}</td>
              <td className={styles.number}>
                <Button variant="subtle" size="compact-xs" onClick={() => { setAdjusting(lot); }}>{t('supply.adjust')}</Button>
                <LotMenu lot={lot} isVaccine={isVaccine} />
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

function LotMenu({ lot, isVaccine }: { lot: LotRow; isVaccine: boolean }) {
  const { t } = useTranslation();
  const role = useSession((s) => s.session?.role);
  const mayHold = role === 'pharmacist' || role === 'head';
  if (!mayHold && !isVaccine) return null;
  const { client } = useSession.getState();
  const change = async (run: () => ReturnType<typeof client.run>, done: string) => {
    try {
      const answer = await run();
      if (answer.ok) notifySaved(done, answer.result.warnings, t);
      else for (const refusal of answer.refusals) notifications.show({ message: refusalWords(refusal, t), color: 'brick' });
    } catch {
      notifications.show({ message: t('common.brokenTitle'), color: 'brick' });
    }
  };
  const set = (status: (typeof lotStatuses)[number]) => { void change(() => client.run({ operation: 'setLotStatus', key: mintKey(), input: { lotId: lot._id, status } }), t('supply.statusChanged', { lot: lot.lotNumber })); };
  return (
    <Menu position="bottom-end">
      <Menu.Target><ActionIcon size="sm" aria-label={t('supply.lotMenu', { lot: lot.lotNumber })}><IconDotsVertical size={15} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        {isVaccine && <Menu.Label>{t('supply.vvm.today')}</Menu.Label>}
        {isVaccine && vvmStages.map((vvmStage) => <Menu.Item key={vvmStage} onClick={() => { void change(() => client.run({ operation: 'checkVvm', key: mintKey(), input: { lotId: lot._id, vvmStage, checkedOn: today() } }), t('supply.vvm.noted', { lot: lot.lotNumber, stage: vvmStage })); }}>{vvmWords(vvmStage, t)}</Menu.Item>)}
        {isVaccine && mayHold && <Menu.Divider />}
        {mayHold && lot.status !== 'usable' && <Menu.Item leftSection={<IconPlayerPlay size={15} />} onClick={() => { set('usable'); }}>{t('supply.release')}</Menu.Item>}
        {mayHold && lot.status !== 'onHold' && <Menu.Item leftSection={<IconHandStop size={15} />} onClick={() => { set('onHold'); }}>{t('supply.hold')}</Menu.Item>}
        {mayHold && lot.status !== 'recalled' && <Menu.Item leftSection={<IconReload size={15} />} onClick={() => { set('recalled'); }}>{t('supply.recall')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
