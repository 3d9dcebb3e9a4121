import { Alert, Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MOST_ROWS_NAMED, type ImportState } from '../../../src-shared/contract/imports.ts';
import { Panel } from '../../ui/Panel.tsx';
import { routeToHash } from '../../ui/route.ts';
import { VirtualTableRows } from '../../ui/VirtualTableRows.tsx';
import table from '../../ui/table.module.css';
import styles from './ImportPage.module.css';
import { rowWords } from './import-words.ts';

/** Every row that stays outside, with its number in the file and its reasons; what was put right by itself below. */
export function NotTaken({ state }: { state: ImportState }) {
  const { t } = useTranslation();
  const { notTaken, repairs, expired, sharedCards } = state;
  return (
    <>
      {notTaken.length > 0 && (
        <Panel title={t('imports.notTaken')} hint={notTaken.length >= MOST_ROWS_NAMED ? t('imports.firstOnly', { most: MOST_ROWS_NAMED }) : undefined} tone="warn" flush>
          <div className={styles.scroller}>
            <table className={table.table} data-testid="import-problems">
              <thead><tr><th>{t('imports.row')}</th><th>{t('imports.why')}</th></tr></thead>
              <VirtualTableRows rows={notTaken} keyOf={({ row }) => String(row)} rowPx={37}>
                {(row, its) => (
                  <tr key={row.row} {...its}>
                    <td className="num">{row.row}</td>
                    <td>{rowWords(row, t).map((words, index) => { const person = row.people[index]; return <div key={words}>{person?.id ? <Anchor size="sm" href={routeToHash({ page: 'person', id: person.id })} target="_blank">{words}</Anchor> : words}</div>; })}</td>
                  </tr>
                )}
              </VirtualTableRows>
            </table>
          </div>
        </Panel>
      )}
      {expired.length > 0 && <Alert color="turmeric" variant="light" data-testid="import-expired">{t('imports.expired', { count: expired.length, rows: someOf(expired) })}</Alert>}
      {sharedCards.length > 0 && <Alert color="turmeric" variant="light" data-testid="import-shared-cards">{t('imports.sharedCards', { count: sharedCards.length, rows: someOf(sharedCards) })}</Alert>}
      {repairs.length > 0 && (
        <details className={styles.repairs}>
          <summary>{t('imports.repairs')} ({repairs.length}{repairs.length >= MOST_ROWS_NAMED && '+'})</summary>
          <div className={styles.scroller}>
            <table className={table.table} data-testid="import-repairs">
              <VirtualTableRows rows={repairs} keyOf={({ row, field }) => `${String(row)} ${field}`} rowPx={37}>
                {({ row, field, value, became }, its) => <tr key={`${String(row)} ${field}`} {...its}><td>{t('imports.repair', { row, value, became })}</td></tr>}
              </VirtualTableRows>
            </table>
          </div>
        </details>
      )}
    </>
  );
}

const someOf = (rows: readonly number[]): string => `${rows.slice(0, 30).join(', ')}${rows.length > 30 ? '…' : ''}`;
