import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StocktakeCount, StocktakeCountRow } from '../../../src-shared/contract/queries.ts';
import { keepUnits } from '../../../src-shared/domain/common/keep-units.ts';
import { signOfVariance } from '../../../src-shared/domain/supply/plan-stocktake.ts';
import { varianceReasons, type VarianceReason } from '../../../src-shared/domain/supply/stocktake.schema.ts';
import { useSession } from '../../stores/session-store.ts';
import { formatCount, formatDate } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import table from '../../ui/table.module.css';
import { VirtualRows } from '../../ui/VirtualRows.tsx';
import { VirtualTableRows } from '../../ui/VirtualTableRows.tsx';
import { CountWitness } from './CountWitness.tsx';
import { differenceOf } from './count-rows.ts';
import { Difference } from './Difference.tsx';
import styles from './Stocktake.module.css';

/** Everything that differs with its reason, what was not counted, what is past its expiry, and the second person. */
export function CountReview({ count, onCount }: { count: StocktakeCount; onCount(lotId: string): void }) {
  const { t, i18n } = useTranslation();
  const said = (n: number) => formatCount(n, i18n.language);
  const again = count.rows.filter((row) => row.again);
  const differing = count.rows.filter((row) => !row.again && (differenceOf(row) ?? 0) !== 0);
  const open = count.rows.filter(({ counted }) => counted === undefined);
  const expired = count.rows.filter(({ counted = 0, state }) => counted > 0 && state === 'expired');
  return (
    <div className={styles.page}>
      {again.length > 0 && (
        <Panel tone="warn" title={t('stocktake.againTitle', { count: again.length })} hint={t('stocktake.againBody')} flush>
          <ul className={styles.list}>{again.map((row) => <li key={row.lotId} className={styles.line}><Named row={row} /><Button size="compact-sm" onClick={() => { onCount(row.lotId); }}>{t('stocktake.again')}</Button></li>)}</ul>
        </Panel>
      )}
      <Panel title={differing.length === 0 ? t('stocktake.noDifferences') : t('stocktake.differences', { count: differing.length })} flush>
        {differing.length > 0 && (
          <table className={`${table.table ?? ''} ${table.level ?? ''}`} data-testid="differences">
            <thead><tr><th>{t('stocktake.column.medicine')}</th><th>{t('stocktake.column.lot')}</th><th className={table.number}>{t('stocktake.column.book')}</th><th className={table.number}>{t('stocktake.column.counted')}</th><th>{t('stocktake.column.difference')}</th><th>{t('stocktake.column.reason')}</th><th /></tr></thead>
            <VirtualTableRows rows={differing} keyOf={({ lotId }) => lotId} rowPx={53}>
              {(row, props) => (
                <tr key={row.lotId} {...props}>
                  <td><strong>{keepUnits(row.medicineName)}</strong></td>
                  <td>{row.lotNumber}<span className={table.under}>{formatDate(row.expiresOn)}</span></td>
                  <td className={table.number}>{said(row.book ?? 0)}{row.movedSince !== undefined && <span className={table.under}>{t('stocktake.movedSince', { change: `${row.movedSince > 0 ? '+' : ''}${said(row.movedSince)}` })}</span>}</td>
                  <td className={table.number}>{said(row.counted ?? 0)}</td>
                  <td><Difference change={differenceOf(row)} /></td>
                  <td><Reason id={count.id} row={row} /></td>
                  <td><Button size="compact-xs" variant="subtle" onClick={() => { onCount(row.lotId); }}>{t('stocktake.again')}</Button></td>
                </tr>
              )}
            </VirtualTableRows>
          </table>
        )}
      </Panel>
      {expired.length > 0 && <Panel tone="warn" title={t('stocktake.expired', { count: expired.length })} hint={t('stocktake.expiredBefore')} flush><Lots rows={expired} /></Panel>}
      <CountWitness id={count.id} witness={count.witness} />
      {open.length > 0 && <Panel title={t('stocktake.notCounted', { count: open.length })} hint={t('stocktake.notCountedBody')} flush><Lots rows={open} /></Panel>}
    </div>
  );
}

function Lots({ rows }: { rows: StocktakeCountRow[] }) {
  return <div className={styles.named} tabIndex={0} role="group"><VirtualRows rows={rows} keyOf={({ lotId }) => lotId} rowPx={40} rowClassName={styles.line}>{(row) => <Named row={row} />}</VirtualRows></div>;
}

function Named({ row }: { row: StocktakeCountRow }) {
  const { t } = useTranslation();
  return <span className={styles.name}><strong>{keepUnits(row.medicineName)}</strong><span>{row.lotNumber} · {t('supply.expires', { date: formatDate(row.expiresOn) })}</span></span>;
}

/** Kept at once; only reasons that fit the sign are there to choose. */
function Reason({ id, row }: { id: string; row: StocktakeCountRow }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<VarianceReason>();
  const sign = Math.sign(differenceOf(row) ?? 0);
  const explain = (reason: VarianceReason) => {
    setChosen(reason);
    useSession.getState().client.counts.explain({ id, lotId: row.lotId, reason }).then((answer) => { if (!answer.ok) setChosen(undefined); }, () => { setChosen(undefined); void useSession.getState().probe(); });
  };
  return (
    <Select
      size="xs" aria-label={t('stocktake.reasonOf', { name: row.medicineName, lot: row.lotNumber })} placeholder={t('stocktake.chooseReason')} value={row.reason ?? chosen ?? null} allowDeselect={false}
      onChange={(reason) => { const found = varianceReasons.find((one) => one === reason); if (found) explain(found); }} data={varianceReasons.filter((reason) => signOfVariance[reason] !== -sign).map((value) => ({ value, label: t(`stocktake.reasons.${value}`) }))}
    />
  );
}
