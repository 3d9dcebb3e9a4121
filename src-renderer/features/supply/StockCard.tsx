import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueryAnswer } from '../../../src-shared/contract/queries.ts';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { AskUndo } from '../../ui/AskUndo.tsx';
import { formatCount, formatDate } from '../../ui/format.ts';
import { VirtualTableRows } from '../../ui/VirtualTableRows.tsx';
import styles from './StorePage.module.css';

type CardLine = QueryAnswer<'stockCard'>[number];
const PAGE = 100;

/** Every line of the ledger of one medicine, with the balance after it; a wrong one is undone by an opposite line. */
export function StockCard({ medicineId }: { medicineId: string }) {
  const { t, i18n } = useTranslation();
  const [limit, setLimit] = useState(PAGE);
  const live = useLive('stockCard', { medicineId, limit });
  const [undoing, setUndoing] = useState<CardLine | undefined>();
  const count = (n: number) => formatCount(Math.abs(n), i18n.language);
  return (
    <Answered live={live} lines={3}>
      {(lines) => {
        const reversed = new Set(lines.map(({ reversalOf }) => reversalOf).filter((id) => id !== undefined));
        if (lines.length === 0) return <p className={styles.none}>{t('supply.cardEmpty')}</p>;
        return (
          <>
            <table className={styles.table} data-testid="stock-card">
              <thead>
                <tr>
                  <th>{t('supply.column.on')}</th><th>{t('supply.column.kind')}</th><th>{t('supply.column.lot')}</th><th className={styles.number}>{t('supply.column.in')}</th><th className={styles.number}>{t('supply.column.out')}</th><th className={`${styles.number ?? ''} ${styles.balance ?? ''}`}>{t('supply.column.balance')}</th><th className={styles.actions} />
                </tr>
              </thead>
              <VirtualTableRows rows={lines} keyOf={({ _id }) => _id} rowPx={33}>
                {(line, row) => (
                  <tr key={line._id} {...row} data-faded={reversed.has(line._id) || undefined}>
                    <td className="num">{formatDate(line.occurredOn)}</td>
                    <td>{t(`supply.kinds.${line.kind}`)} <span className={styles.faint}>{[line.reasonCode && t(`supply.reasons.${line.reasonCode}`), line.source && line.source !== 'opening' && t(`supply.sources.${line.source}`), line.documentNumber].filter(Boolean).join(' · ')}</span></td>
                    <td>{line.lotNumber}</td>
                    <td className={styles.number}>{line.quantityBaseUnits > 0 ? count(line.quantityBaseUnits) : ''}</td>
                    <td className={styles.number}>{line.quantityBaseUnits < 0 ? count(line.quantityBaseUnits) : ''}</td>
                    <td className={`${styles.number ?? ''} ${styles.strong ?? ''}`}>{formatCount(line.balance, i18n.language)}</td>
                    <td className={styles.number}>
                      {reversed.has(line._id) ? <span className={styles.faint}>{t('supply.reversed')}</span>
                        : line.kind !== 'reversal' && line.kind !== 'dispense' && <Button variant="subtle" color="gray" size="compact-xs" onClick={() => { setUndoing(line); }}>{t('common.undo')}</Button>}
                    </td>
                  </tr>
                )}
              </VirtualTableRows>
            </table>
            {lines.length >= limit && <p className={styles.none}><Button variant="subtle" size="xs" onClick={() => { setLimit(Math.min(500, limit + 200)); }}>{t('hub.more')}</Button></p>}
            {undoing && (
              <AskUndo
                operation="reverseStock" input={{ movementId: undoing._id }}
                line={`${t(`supply.kinds.${undoing.kind}`)} · ${formatDate(undoing.occurredOn)} · ${undoing.lotNumber} · ${formatCount(undoing.quantityBaseUnits, i18n.language)}`}
                words={{ title: t('supply.undoTitle'), body: t('supply.undoBody'), done: t('supply.undone') }} onClose={() => { setUndoing(undefined); }}
              />
            )}
          </>
        );
      }}
    </Answered>
  );
}
