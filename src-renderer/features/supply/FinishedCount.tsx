import { Button, Checkbox } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LotRow, StocktakeView } from '../../../src-shared/contract/queries.ts';
import { keepUnits } from '../../../src-shared/domain/common/keep-units.ts';
import { useSession } from '../../stores/session-store.ts';
import { accountName } from '../../ui/account-name.ts';
import { formatCount, formatDate } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import table from '../../ui/table.module.css';
import { VirtualRows } from '../../ui/VirtualRows.tsx';
import { VirtualTableRows } from '../../ui/VirtualTableRows.tsx';
import { AdjustStock } from './AdjustStock.tsx';
import { Difference } from './Difference.tsx';
import styles from './Stocktake.module.css';

/** A finished count as it was booked, with its paper, and the way to take expired lots off the book. */
export function FinishedCount({ view }: { view: StocktakeView }) {
  const { t, i18n } = useTranslation();
  const accounts = useSession((s) => s.session?.accounts) ?? [];
  const [onlyDiffering, setOnlyDiffering] = useState(false);
  const [destroying, setDestroying] = useState<LotRow>();
  const said = (n: number) => formatCount(n, i18n.language);
  const differing = view.rows.filter((row) => row.countedBaseUnits !== row.bookBaseUnits);
  const expired = view.rows.flatMap(({ lot, countedBaseUnits }) => (lot && countedBaseUnits > 0 && lot.state === 'expired' ? [lot] : []));
  const people = [t('stocktake.by', { names: view.countedBy.map((account) => accountName(accounts, account)).join(', ') }), view.witnessedBy === undefined ? `${t('stocktake.witness')}: ${t('stocktake.onPaper').toLowerCase()}` : t('stocktake.with', { name: accountName(accounts, view.witnessedBy) })];
  return (
    <Screen
      title={t('stocktake.report', { number: view.number })} beside={[formatDate(view.countedOn), t(`stocktake.scopes.${view.scope}`), view.blind && t('stocktake.blind'), ...people].filter(Boolean).join(' · ')} onBack={() => { go({ page: 'stocktakes' }); }}
      actions={<PaperMenu label={t('stocktake.print')} paper={(size) => ({ paper: 'stocktake', id: view._id, size })} />}
    >
      <div className={styles.page}>
        {expired.length > 0 && (
          <Panel tone="warn" title={t('stocktake.expired', { count: expired.length })} hint={t('stocktake.expiredAfter')} flush>
            <ul className={styles.list} data-testid="expired-lots">
              {expired.map((lot) => (
                <li key={lot._id} className={styles.line}>
                  <Lot lot={lot} />
                  {lot.balance > 0 ? <Button size="compact-sm" color="brick" variant="light" leftSection={<IconTrash size={15} />} onClick={() => { setDestroying(lot); }}>{t('stocktake.destroy')}</Button> : <span className={table.faint}>{t('stocktake.destroyed')}</span>}
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <Panel title={differing.length === 0 ? t('stocktake.noDifferences') : [t('stocktake.differences', { count: differing.length }), t('stocktake.asBooked', { count: view.rows.length - differing.length })].join(' · ')} beside={differing.length > 0 && <Checkbox size="xs" label={t('stocktake.onlyDiffering')} checked={onlyDiffering} onChange={(event) => { setOnlyDiffering(event.currentTarget.checked); }} />} flush>
          <table className={`${table.table ?? ''} ${table.level ?? ''}`} data-testid="stocktake-rows">
            <thead><tr><th>{t('stocktake.column.medicine')}</th><th>{t('stocktake.column.lot')}</th><th>{t('stocktake.column.expiry')}</th><th className={table.number}>{t('stocktake.column.book')}</th><th className={table.number}>{t('stocktake.column.counted')}</th><th>{t('stocktake.column.difference')}</th><th>{t('stocktake.column.reason')}</th></tr></thead>
            <VirtualTableRows rows={onlyDiffering ? differing : view.rows} keyOf={({ lotId }) => lotId} rowPx={38}>
              {({ lotId, lot, bookBaseUnits, countedBaseUnits, reasonCode, undone }, props) => (
                <tr key={lotId} {...props}>
                  <td>{lot ? <strong>{keepUnits(lot.medicineName)}</strong> : <span className={table.faint}>{t('stocktake.lotNotHere')}</span>}</td><td>{lot?.lotNumber}</td><td className="num">{lot && formatDate(lot.expiresOn)}</td>
                  <td className={table.number}>{said(bookBaseUnits)}</td><td className={table.number}>{said(countedBaseUnits)} <span className={table.faint}>{lot?.baseUnit}</span></td>
                  <td><Difference change={countedBaseUnits - bookBaseUnits} /> {undone && <span className={table.faint}>{t('stocktake.undone')}</span>}</td><td>{reasonCode && t(`stocktake.reasons.${reasonCode}`)}</td>
                </tr>
              )}
            </VirtualTableRows>
          </table>
        </Panel>
        <Panel title={view.notCounted.length === 0 ? t('stocktake.allCounted') : t('stocktake.notCounted', { count: view.notCounted.length })} hint={view.notCounted.length > 0 && t('stocktake.notCountedBody')} flush>
          {view.notCounted.length > 0 && <div className={styles.named} tabIndex={0} role="group"><VirtualRows rows={view.notCounted} keyOf={({ _id }) => _id} rowPx={40} rowClassName={styles.line}>{(lot) => <Lot lot={lot} />}</VirtualRows></div>}
        </Panel>
      </div>
      {destroying && <AdjustStock lot={destroying} begins={{ quantity: String(destroying.balance), reasonCode: 'expiredDestroyed' }} onClose={() => { setDestroying(undefined); }} />}
    </Screen>
  );
}

function Lot({ lot }: { lot: LotRow }) {
  const { t, i18n } = useTranslation();
  return <span className={styles.name}><strong>{keepUnits(lot.medicineName)}</strong><span>{[lot.lotNumber, t('supply.expires', { date: formatDate(lot.expiresOn) }), t('supply.outOf', { balance: formatCount(lot.balance, i18n.language), unit: lot.baseUnit })].join(' · ')}</span></span>;
}
