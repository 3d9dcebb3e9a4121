import { Button, Checkbox } from '@mantine/core';
import { IconClipboardList } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { orderMonths, reserveMonths } from '../../../src-shared/domain/supply/plan-order.ts';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { StoreTabs } from '../../ui/StoreTabs.tsx';
import table from '../../ui/table.module.css';
import { amountOf, shownRows, useOrderBook } from './order-book.ts';
import { OrderLine } from './OrderLine.tsx';
import styles from './OrderPage.module.css';

const columns = ['medicine', 'usable', 'perMonth', 'lasts', 'daysOut', 'wanted'] as const;

/** What to order of each medicine, from what was used: looked over, typed over, put on paper. */
export function OrderPage() {
  const { t } = useTranslation();
  const book = useOrderBook();
  const { months, reserve, onlyNeeded, typed } = book;
  const live = useLive('stockOrder', { months, reserve });
  const rows = live.answer ?? [];
  const shown = shownRows(rows, book);
  const wanted = rows.flatMap((row) => { const amount = amountOf(row, typed) ?? 0; return amount > 0 ? [{ medicineId: row.medicine.id, quantityBaseUnits: amount }] : []; });
  const words = (reserved: number) => (reserved === 0 ? t('supply.order.noReserve') : reserved < 1 ? t('supply.order.halfMonth') : t('supply.order.monthsFor', { count: reserved }));
  return (
    <Screen
      fixed strip={<StoreTabs here="order" />} title={t('supply.order.title')} beside={live.answer && t('supply.order.wanted', { count: wanted.length })}
      actions={wanted.length > 0 && <PaperMenu label={t('supply.order.print')} sizes={['A4']} paper={() => ({ paper: 'stockOrder', size: 'A4', months, reserve, wanted })} />}
    >
      <div className={styles.choices}>
        <Choice label={t('supply.order.months')} value={String(months)} onChange={(chosen) => { useOrderBook.setState({ months: orderMonths.find((one) => String(one) === chosen) ?? 1 }); }} data={orderMonths.map((one) => ({ value: String(one), label: t('supply.order.monthsFor', { count: one }) }))} />
        <Choice label={t('supply.order.reserve')} value={String(reserve)} onChange={(chosen) => { useOrderBook.setState({ reserve: reserveMonths.find((one) => String(one) === chosen) ?? 0 }); }} data={reserveMonths.map((one) => ({ value: String(one), label: words(one) }))} />
        <Checkbox label={t('supply.order.needed')} checked={onlyNeeded} onChange={(event) => { useOrderBook.setState({ onlyNeeded: event.currentTarget.checked }); }} />
        <p className={styles.how}>{t('supply.order.how')}</p>
      </div>
      <Answered live={live} lines={8}>
        {() => {
          if (rows.length === 0) return <EmptyState icon={<IconClipboardList size={24} />} title={t('supply.order.empty')} body={t('supply.order.emptyBody')}><Button onClick={() => { go({ page: 'store' }); }}>{t('supply.title')}</Button></EmptyState>;
          if (shown.length === 0) return <EmptyState icon={<IconClipboardList size={24} />} title={t('supply.order.none')} body={t('supply.order.noneBody')} />;
          return (
            <div className={styles.scroller}>
              <table className={table.table} data-testid="order-lines">
                <thead><tr>{columns.map((name, at) => <th key={name} className={at > 0 && at < 5 ? table.number : undefined}>{t(`supply.order.column.${name}`)}</th>)}<td aria-hidden /></tr></thead>
                <tbody>{shown.map((row) => <OrderLine key={row.medicine.id} row={row} amount={amountOf(row, typed)} isTyped={typed[row.medicine.id] !== undefined} />)}</tbody>
              </table>
            </div>
          );
        }}
      </Answered>
    </Screen>
  );
}
