import { useTranslation } from 'react-i18next';
import { formatCount, stationName } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import table from '../../ui/table.module.css';
import { VirtualTableRows } from '../../ui/VirtualTableRows.tsx';
import type { ResourceSums } from './resource-sums.ts';
import { Share } from './Share.tsx';

interface AreaSumsProps { all: ResourceSums; areas: readonly ResourceSums[]; chosen: string | undefined; onChoose(area: string | undefined): void }

/** Sums by area and of all; an area pressed shows its stations alone. */
export function AreaSums({ all, areas, chosen, onChoose }: AreaSumsProps) {
  const { t, i18n } = useTranslation();
  const count = (n: number) => formatCount(n, i18n.language);
  const numbers = (sums: ResourceSums) => (
    <>
      <td className={table.number}>{count(sums.stations)}</td>
      <td className={table.number}>{count(sums.belowTarget)}</td>
      <td className={table.number}>{count(sums.withoutProfile)}</td>
      <td className={table.number}>{count(sums.doctors)}</td>
      <td className={table.number}>{count(sums.nursesMidwives)}</td>
      <td className={table.number}>{count(sums.staff)}</td>
      <td className={table.number}>{t('resources.ofTotal', { part: count(sums.bedsActual), total: count(sums.bedsPlanned) })}</td>
      <td><Share part={sums.working} total={sums.total} /></td>
      <td className={table.number}>{count(sums.outOfStock)}</td>
      <td className={table.number}>{count(sums.expiring)}</td>
    </>
  );
  return (
    <Panel title={t(areas.length > 1 ? 'resources.byArea' : 'resources.together')} flush>
      <table className={table.table} data-testid="areas">
        <thead>
          <tr>
            <th>{t('resources.area')}</th><th className={table.number}>{t('resources.column.stations')}</th><th className={table.number}>{t('resources.below')}</th><th className={table.number}>{t('resources.withoutProfile')}</th><th className={table.number}>{t('resources.column.doctors')}</th>
            <th className={table.number}>{t('resources.column.nurses')}</th><th className={table.number}>{t('resources.column.staff')}</th><th className={table.number}>{t('resources.column.beds')}</th><th>{t('resources.column.equipment')}</th><th className={table.number}>{t('resources.column.outOfStock')}</th><th className={table.number}>{t('resources.column.expiring')}</th>
          </tr>
        </thead>
        <tbody><tr data-all><td className={table.strong}>{t('resources.all')}</td>{numbers(all)}</tr></tbody>
        {areas.length > 1 && (
          <VirtualTableRows rows={areas} keyOf={({ key }) => key} rowPx={40}>
            {(sums, its) => {
              const name = sums.key === '' ? t('resources.directly') : stationName(sums.key, sums.name, t);
              return <tr key={sums.key} {...its} data-area={sums.key}><td><button type="button" className={table.press} aria-pressed={chosen === sums.key} onClick={() => { onChoose(chosen === sums.key ? undefined : sums.key); }}>{name}</button></td>{numbers(sums)}</tr>;
            }}
          </VirtualTableRows>
        )}
      </table>
    </Panel>
  );
}
