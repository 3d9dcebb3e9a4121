import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StocktakeCount } from '../../../src-shared/contract/queries.ts';
import { useRun } from '../../api/use-run.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { differenceOf, withKept } from './count-rows.ts';
import { CountReview } from './CountReview.tsx';
import { CountSheet } from './CountSheet.tsx';
import { FoundLot } from './FoundLot.tsx';
import styles from './Stocktake.module.css';
import { useCountKeeper } from './use-count-keeper.ts';

/** A count under way: the sheet, and the look over everything before it is booked. `looks` is the page's, since a blind count shows the book only then. */
export function CountUnderWay({ count, looks, onLook }: { count: StocktakeCount; looks: boolean; onLook(looks: boolean): void }) {
  const { t } = useTranslation();
  const keeper = useCountKeeper(count.id, count.rows);
  const [finding, setFinding] = useState(false);
  const [at, setAt] = useState<string>();
  const [wrong, setWrong] = useState(0);
  const finishing = useRun('finishStocktake', `finish-${count.id}`);
  const rows = withKept(count.rows, keeper);
  const counted = rows.filter((row) => row.counted !== undefined).length;
  const unexplained = rows.filter((row) => !row.again && row.reason === undefined && (differenceOf(row) ?? 0) !== 0).length;
  const again = rows.filter((row) => row.again).length;
  const finish = async () => {
    const result = await finishing.run({ id: count.id });
    if (result) { notifySaved(t('stocktake.finished'), result.warnings, t); go({ page: 'stocktake', id: count.id }, true); }
  };
  const progress = `${t('stocktake.progress', { counted, total: rows.length })} · ${count.medicineIds ? t('stocktake.some', { count: count.medicineIds.length }) : t('stocktake.scopes.all')} · ${t(count.blind ? 'stocktake.blind' : 'stocktake.openBook')}`;
  const nameOf = (lotId: unknown) => { const row = rows.find((one) => one.lotId === lotId); return row && `${row.medicineName}, ${row.lotNumber}`; };
  return (
    <Screen
      fixed={!looks} title={looks ? t('stocktake.lookTitle') : t('stocktake.sheet')} beside={progress} onBack={() => { go({ page: 'stocktakes' }); }}
      footer={looks
        ? (
          <>
            <span className={styles.warned} role="status">{again > 0 ? t('stocktake.againTitle', { count: again }) : unexplained > 0 ? t('stocktake.reasonsLeft', { count: unexplained }) : ''}</span>
            <Button variant="default" onClick={() => { setAt(undefined); onLook(false); }}>{t('stocktake.toSheet')}</Button>
            <Button loading={finishing.running} disabled={unexplained + again > 0 || counted === 0} onClick={() => { void finish(); }}>{t('stocktake.finish')}</Button>
          </>
        )
        : (
          <>
            <span className={styles.warned} role="status">{wrong > 0 ? t('stocktake.wrongLeft', { count: wrong }) : counted === 0 && rows.length > 0 ? t('stocktake.nothingYet') : ''}</span>
            <Button id="count-look" disabled={wrong > 0 || counted === 0 || keeper.waiting.size > 0} onClick={() => { onLook(true); }}>{t('stocktake.look')}</Button>
          </>
        )}
    >
      {keeper.refusals.length > 0 && <RefusalList refusals={keeper.refusals} />}
      {looks
        ? (
          <>
            <RefusalList refusals={finishing.refusals} content={count} about={({ lotId }) => nameOf(lotId)} />
            {finishing.fault && <FaultNotice fault={finishing.fault} saving />}
            <CountReview count={{ ...count, rows }} onCount={(lotId) => { setAt(lotId); onLook(false); }} />
          </>
        )
        : <CountSheet rows={rows} blind={count.blind} keeper={keeper} lotId={at} onFound={() => { setFinding(true); }} onWrong={setWrong} />}
      {finding && <FoundLot id={count.id} medicineIds={count.medicineIds} onClose={() => { setFinding(false); }} />}
    </Screen>
  );
}
