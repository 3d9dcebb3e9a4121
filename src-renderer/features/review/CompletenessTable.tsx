import { useTranslation } from 'react-i18next';
import type { StationRow } from '../../../src-shared/contract/hub-api.ts';
import { stationName } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { VirtualTableRows } from '../../ui/VirtualTableRows.tsx';
import table from '../../ui/table.module.css';
import { completenessRows } from './completeness-rows.ts';
import styles from './CompletenessBars.module.css';

/** Below this share somebody should ask the station. Chosen here. */
const LITTLE = 50;

/** Of each station and each group of the form, how much of what applies is filled in. */
export function CompletenessTable({ stations }: { stations: readonly StationRow[] }) {
  const { t } = useTranslation();
  const { rows, groups } = completenessRows(stations);
  if (rows.length === 0) return null;
  return (
    <Panel title={t('review.completeness.title')} hint={t('review.completeness.hint')} flush>
      <table className={table.table} data-testid="completeness-by-group">
        <thead><tr><th>{t('review.stations.name')}</th><th>{t('review.completeness.all')}</th>{groups.map((group) => <th key={group}>{t(`review.groups.${group}`)}</th>)}</tr></thead>
        <VirtualTableRows rows={rows} keyOf={({ unit }) => unit} rowPx={60}>
          {({ unit, name, whole, shares }, its) => (
            <tr key={unit} {...its} data-unit={unit}>
              <td className={table.strong}>{stationName(unit, name, t)}{name && <span className={table.under}>{t('hub.code', { unit })}</span>}</td>
              <td><Share value={whole} /></td>
              {groups.map((group) => <td key={group}><Share value={shares[group]} /></td>)}
            </tr>
          )}
        </VirtualTableRows>
      </table>
    </Panel>
  );
}

function Share({ value }: { value: number | undefined }) {
  if (value === undefined) return <span className={table.faint}>–</span>;
  return <span className={styles.share} data-little={value < LITTLE || undefined}><span className="num">{value} %</span><span className={styles.line} aria-hidden><i style={{ width: `${value}%` }} /></span></span>;
}
