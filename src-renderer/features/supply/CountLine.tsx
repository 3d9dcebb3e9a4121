import { TextInput } from '@mantine/core';
import { IconCheck, IconLoader2 } from '@tabler/icons-react';
import { memo, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { StocktakeCountRow } from '../../../src-shared/contract/queries.ts';
import { keepUnits } from '../../../src-shared/domain/common/keep-units.ts';
import { formatCount, formatDate } from '../../ui/format.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import { differenceOf } from './count-rows.ts';
import { Difference } from './Difference.tsx';
import { LotStateBadge } from './LotStateBadge.tsx';
import styles from './Stocktake.module.css';

export const COUNT_ROW_PX = 54;
interface CountLineProps { row: StocktakeCountRow; index: number; of: number; typed: string | undefined; isWaiting: boolean; isWrong: boolean; active: boolean; showsBook: boolean; onType(lotId: string, typed: string): void; onEnter(index: number): void; onLeave(lotId: string): void; onKey(event: KeyboardEvent<HTMLInputElement>, index: number): void }

/** One lot of the sheet: what it is, what the book says where it is shown, and the field for the number. */
export const CountLine = memo(function CountLine({ row, index, of, typed, isWaiting, isWrong, active, showsBook, onType, onEnter, onLeave, onKey }: CountLineProps) {
  const { t, i18n } = useTranslation();
  const said = (n: number) => formatCount(n, i18n.language);
  return (
    <li className={styles.row} style={{ top: index * COUNT_ROW_PX, height: COUNT_ROW_PX }} aria-setsize={of} aria-posinset={index + 1} data-active={active || undefined} data-testid="count-line">
      <span className={styles.name}><strong title={row.medicineName}>{keepUnits(row.medicineName)}</strong>{row.found && <span>{t('stocktake.isFound')}</span>}</span>
      <span className={styles.name}><strong>{row.lotNumber}</strong><span>{formatDate(row.expiresOn)} {row.state !== 'usable' && row.state !== 'expiringSoon' && <LotStateBadge state={row.state} />}</span></span>
      {showsBook && <span className={styles.number}>{row.book !== undefined && said(row.book)}{row.movedSince !== undefined && <span className={styles.moved}>{t('stocktake.movedSince', { change: `${row.movedSince > 0 ? '+' : ''}${said(row.movedSince)}` })}</span>}</span>}
      <span className={styles.entry}>
        <TextInput
          id={`count-${String(index)}`} size="xs" inputMode="numeric" autoComplete="off" aria-label={t('stocktake.countOf', { name: row.medicineName, lot: row.lotNumber })} error={isWrong || undefined}
          value={typed ?? (row.counted === undefined ? '' : said(row.counted))} onChange={(event) => { onType(row.lotId, event.currentTarget.value); }} onFocus={(event) => { event.currentTarget.select(); onEnter(index); }} onBlur={() => { onLeave(row.lotId); }} onKeyDown={(event) => { onKey(event, index); }}
        />
        <span className={styles.unit}>{row.baseUnit}</span>
      </span>
      <span>{isWrong ? <span className={styles.wrong}>{t('stocktake.wrong')}</span> : row.again ? <Badge tone="warn">{t('stocktake.again')}</Badge> : showsBook && !isWaiting && <Difference change={differenceOf(row)} />}</span>
      <span className={styles.done}>{isWaiting ? <IconLoader2 size={17} role="img" aria-label={t('stocktake.keeping')} /> : row.counted !== undefined && <IconCheck size={17} role="img" aria-label={t('stocktake.kept')} />}</span>
    </li>
  );
});
