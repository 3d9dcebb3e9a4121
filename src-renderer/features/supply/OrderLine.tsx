import { TextInput } from '@mantine/core';
import { memo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../src-shared/contract/queries.ts';
import { keepUnits } from '../../../src-shared/domain/common/keep-units.ts';
import { formatCount } from '../../ui/format.ts';
import table from '../../ui/table.module.css';
import { parseTypedNumber } from '../../ui/parse-typed-number.ts';
import { setAmount } from './order-book.ts';
import styles from './OrderPage.module.css';

/** As many as goes on the paper. */
const MOST_UNITS = 99_999_999;

/** One medicine: what is there and used, and the amount to be ordered. */
export const OrderLine = memo(function OrderLine({ row, amount, isTyped }: { row: OrderRow; amount: number | undefined; isTyped: boolean }) {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState<string>();
  const { medicine, usableBalance, perMonth, daysOut, willExpire, proposed } = row;
  const said = (n: number) => formatCount(n, i18n.language);
  const read = text === undefined ? undefined : parseTypedNumber(text, { min: 0, max: MOST_UNITS });
  const isWrong = read !== undefined && 'problem' in read;
  const name = [medicine.inn, medicine.strength].filter(Boolean).join(' ');
  const keep = () => {
    if (read === undefined || 'problem' in read) return;
    // Emptied it is as proposed.
    setAmount(medicine.id, 'empty' in read || read.value === proposed ? undefined : read.value);
    setText(undefined);
  };
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    keep();
    const inputs = [...event.currentTarget.closest('tbody')?.querySelectorAll('input') ?? []];
    inputs[inputs.indexOf(event.currentTarget) + step]?.focus();
  };
  return (
    <tr className={table.level}>
      <td><span className={styles.name}><strong>{medicine.inn}</strong> {keepUnits([medicine.strength, medicine.form].filter(Boolean).join(', '))}</span></td>
      <td className={table.number}>{said(usableBalance)} <span className={table.faint}>{medicine.baseUnit}</span>{willExpire > 0 && <span className={styles.expiring}>{t('supply.order.willExpire', { count: willExpire })}</span>}</td>
      <td className={table.number}>{perMonth === undefined ? <span className={table.faint}>{t('supply.order.unknown')}</span> : said(perMonth)}</td>
      <td className={`${table.number ?? ''} ${styles.lasts ?? ''}`} data-out={usableBalance <= 0 || undefined}>{usableBalance <= 0 ? <strong className={styles.out}>{t('supply.outOfStock')}</strong> : perMonth !== undefined && t('supply.order.days', { count: Math.floor(((usableBalance - willExpire) * 30) / perMonth) })}</td>
      <td className={table.number}>{daysOut > 0 && said(daysOut)}</td>
      <td className={styles.entry}>
        <TextInput
          size="xs" inputMode="numeric" autoComplete="off" className={styles.amount} aria-label={t('supply.order.amountOf', { medicine: name })} error={isWrong && t('supply.order.notANumber')}
          value={text ?? (amount === undefined ? '' : said(amount))} onChange={(event) => { setText(event.currentTarget.value); }} onFocus={(event) => { event.currentTarget.select(); }} onBlur={keep} onKeyDown={pressed}
        />
        <span className={table.faint}>{medicine.baseUnit}</span>
      </td>
      <td className={table.faint}>{isTyped && proposed !== undefined && <button type="button" className={table.press} title={t('supply.order.keepOne')} onClick={() => { setText(undefined); setAmount(medicine.id, undefined); }}>{t('supply.order.proposed', { amount: said(proposed) })}</button>}</td>
    </tr>
  );
});
