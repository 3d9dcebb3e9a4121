import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConflictRow } from '../../../src-shared/contract/hub-api.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { useHub } from '../../stores/hub-store.ts';
import { collectionWords } from '../../ui/collection-words.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { fieldWords } from '../../ui/field-words.ts';
import { formatWhen, stationName } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { valueWords } from '../../ui/value-words.ts';
import table from '../../ui/table.module.css';
import styles from './RecordsPage.module.css';
import { Pager } from './Pager.tsx';
import { PurposePanel } from './PurposePanel.tsx';

const SHOWN = 50;
const toStations = () => { location.hash = '#/stations'; };

/** Records that were changed in two places and wait for the station's decision: both values side by side. */
export function ConflictsPage() {
  const { t } = useTranslation();
  const hasPurpose = useHub((s) => s.session?.purpose !== undefined);
  return <Screen toRead title={t('sync.conflictsTitle')} onBack={toStations}>{hasPurpose ? <Conflicts /> : <PurposePanel />}</Screen>;
}

function Conflicts() {
  const { t } = useTranslation();
  const [offset, setOffset] = useState(0);
  const asked = useHubAnswer(`conflicts ${offset}`, (client) => client.conflicts({ limit: SHOWN, offset }));
  const stations = useHubAnswer('stations', (client) => client.stations());
  const nameOf = (unit: string) => stationName(unit, stations.answer?.find((row) => row.unit === unit)?.name, t);
  const { rows = [], total = 0 } = asked.answer ?? {};
  return (
    <>
      {asked.fault && <FaultNotice fault={asked.fault} onRetry={asked.again} />}
      {!asked.answer && !asked.fault && <LoadingLines lines={5} />}
      {asked.answer && rows.length === 0 && <Panel><EmptyState icon={<IconArrowsSplit2 size={24} />} title={t('sync.conflictsNone')} /></Panel>}
      <div className={styles.page}>
        {rows.length > 0 && <p className={layout.note}>{t('review.conflictsBody')}</p>}
        {rows.map((row) => <Conflict key={row.id} row={row} unitName={nameOf(row.unit)} />)}
        <Pager offset={offset} size={SHOWN} rows={rows.length} total={total} onTurn={setOffset} />
      </div>
    </>
  );
}

function Conflict({ row, unitName }: { row: ConflictRow; unitName: string }) {
  const { t, i18n } = useTranslation();
  const pc = { kept: t('sync.pcFirst'), other: t(row.other.device === row.kept.device ? 'sync.pcSame' : 'sync.pcSecond') };
  const said = (side: ConflictRow['kept'], onPc: string) => (
    <>
      <span className={table.under}>{t('sync.by', { who: side.by === 'merge' ? t('sync.merged') : side.name ?? t('sync.account', { account: side.by }), when: formatWhen(side.at, t) })}</span>
      {side.by !== 'merge' && <span className={table.under}>{onPc}</span>}
    </>
  );
  const value = (field: string, given: unknown) => valueWords(field, given, t, i18n.language) || t('sync.emptyValue');
  return (
    <Panel title={`${collectionWords(row.collection, t)}${row.patientName ? `: ${row.patientName}` : ''}`} hint={unitName} flush>
      <table className={`${table.table ?? ''} ${table.sides ?? ''}`} data-testid="conflict">
        <thead><tr><td /><th>{t('sync.kept')}{said(row.kept, pc.kept)}</th><th>{t('sync.other')}{said(row.other, pc.other)}</th></tr></thead>
        <tbody>{row.fields.map(({ field, kept, other }) => <tr key={field}><th scope="row">{fieldWords(field, t)}</th><td>{value(field, kept)}</td><td>{value(field, other)}</td></tr>)}</tbody>
      </table>
    </Panel>
  );
}
