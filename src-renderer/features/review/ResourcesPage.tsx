import { Button } from '@mantine/core';
import { IconBuildingHospital, IconDownload, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResourceRow } from '../../../src-shared/contract/hub-api.ts';
import type { ResourceLack } from '../../../src-shared/domain/facility/resource-lacks.ts';
import { DOCTORS_TARGET } from '../../../src-shared/domain/facility/summarize-facility.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatCount, formatDate, stationName, today } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import table from '../../ui/table.module.css';
import { VirtualTableRows, type RowProps } from '../../ui/VirtualTableRows.tsx';
import { AreaSums } from './AreaSums.tsx';
import { downloadCsv } from '../../ui/download-csv.ts';
import { DoctorsPlot } from './DoctorsPlot.tsx';
import styles from './RecordsPage.module.css';
import { sumResources } from './resource-sums.ts';
import { resourcesToCsv } from './resources-csv.ts';
import { Share } from './Share.tsx';

const ASK_AGAIN_MS = 60_000;

/** What every station below has: staff, beds, equipment, medicines; the one that lacks most first, with sums by area. */
export function ResourcesPage() {
  const { t } = useTranslation();
  const asked = useHubAnswer('resources', (client) => client.resources(), ASK_AGAIN_MS);
  const [area, setArea] = useState<string | undefined>();
  const all = asked.answer ?? [];
  const rows = area === undefined ? all : all.filter((row) => (row.area ?? '') === area);
  const sums = sumResources(all);
  const shown = sums.areas.find(({ key }) => key === area);
  return (
    <Screen title={t('resources.title')} actions={all.length > 0 && <Button variant="default" leftSection={<IconDownload size={17} />} onClick={() => { downloadCsv(`resources-${today()}.csv`, resourcesToCsv(rows)); }}>{t('resources.csv')}</Button>}>
      <div className={styles.page}>
        {asked.fault && <FaultNotice fault={asked.fault} onRetry={asked.again} />}
        {!asked.answer && !asked.fault && <LoadingLines lines={6} />}
        {asked.answer && all.length === 0 && <Panel flush><EmptyState icon={<IconBuildingHospital size={24} />} title={t('resources.empty')} body={t('resources.emptyBody')} /></Panel>}
        {all.length > 0 && (
          <>
            <AreaSums all={sums.all} areas={sums.areas} chosen={area} onChoose={setArea} />
            <Panel title={t('resources.doctorsPlot')} hint={t('resources.doctorsPlotHint', { target: DOCTORS_TARGET })}><DoctorsPlot rows={rows} /></Panel>
            <Panel
              title={t('resources.stations')} hint={t('resources.stationsHint')} flush
              beside={shown && <Button size="compact-sm" variant="light" rightSection={<IconX size={14} />} onClick={() => { setArea(undefined); }}>{shown.key === '' ? t('resources.directly') : stationName(shown.key, shown.name, t)}</Button>}
            >
              <table className={table.table} data-testid="resources">
                <thead>
                  <tr>
                    <th>{t('resources.column.station')}</th><th>{t('resources.column.lacks')}</th><th className={table.number}>{t('resources.column.doctors')}</th><th className={table.number}>{t('resources.column.nurses')}</th><th className={table.number}>{t('resources.column.staff')}</th>
                    <th className={table.number} title={t('resources.column.bedsHint')}>{t('resources.column.beds')}</th><th>{t('resources.column.equipment')}</th><th className={table.number}>{t('resources.column.outOfStock')}</th><th className={table.number}>{t('resources.column.expiring')}</th><th title={t('resources.column.coldHint')}>{t('resources.column.cold')}</th><th>{t('resources.column.confirmed')}</th>
                  </tr>
                </thead>
                <VirtualTableRows rows={rows} keyOf={({ unit }) => unit} rowPx={56}>{(row, its) => <StationRow key={row.unit} row={row} its={its} />}</VirtualTableRows>
              </table>
            </Panel>
          </>
        )}
      </div>
    </Screen>
  );
}

/** Of the worst tone is what people feel at once. */
const stopping: ReadonlySet<ResourceLack> = new Set(['doctors', 'profile']);

function StationRow({ row: { unit, name, areaName, profile, equipment, medicines, cold, lacks }, its }: { row: ResourceRow; its: RowProps }) {
  const { t, i18n } = useTranslation();
  const count = (n: number | undefined) => (n === undefined ? <span className={table.faint}>{t('resources.unknown')}</span> : formatCount(n, i18n.language));
  return (
    <tr {...its} data-unit={unit}>
      <td><span className={table.strong}>{stationName(unit, name, t)}</span><span className={table.under}>{[name && t('hub.code', { unit }), areaName].filter(Boolean).join(' · ')}</span></td>
      <td>{lacks.length === 0 ? <span className={table.faint}>{t('resources.fine')}</span> : lacks.map((lack) => <span key={lack} className={table.proof}><Badge tone={stopping.has(lack) ? 'stop' : 'warn'}>{t(`resources.lacks.${lack}`)}</Badge></span>)}</td>
      <td className={`${table.number ?? ''} ${table.strong ?? ''}`}>{count(profile?.doctors)}</td>
      <td className={table.number}>{count(profile?.nursesMidwives)}</td>
      <td className={table.number}>{count(profile?.staff)}</td>
      <td className={table.number}>{profile ? t('resources.ofTotal', { part: formatCount(profile.bedsActual, i18n.language), total: formatCount(profile.bedsPlanned, i18n.language) }) : count(undefined)}</td>
      <td><Share part={equipment?.working ?? 0} total={equipment?.total ?? 0} /></td>
      <td className={table.number}>{count(medicines?.outOfStock)}</td>
      <td className={table.number}>{count(medicines?.expiring)}</td>
      <td><Share part={cold?.taken ?? 0} total={cold?.expected ?? 0} /></td>
      <td>{profile ? formatDate(profile.confirmedOn) : count(undefined)}</td>
    </tr>
  );
}
