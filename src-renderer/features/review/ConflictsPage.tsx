import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConflictRow } from '../../../src-shared/contract/hub-api.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { hasWords, say } from '../../i18n/say.ts';
import { useHub } from '../../stores/hub-store.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { fieldWords } from '../../ui/field-words.ts';
import { formatWhen } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { Screen } from '../../ui/Screen.tsx';
import table from '../../ui/table.module.css';
import styles from './RecordsPage.module.css';
import { PurposePanel } from './PurposePanel.tsx';
import { wasWords } from './was-words.ts';

const toStations = () => { location.hash = '#/stations'; };

/** Records that were changed in two places and wait for the station's decision: both values side by side. */
export function ConflictsPage() {
  const { t } = useTranslation();
  const hasPurpose = useHub((s) => s.session?.purpose !== undefined);
  return <Screen toRead title={t('sync.conflictsTitle')} onBack={toStations}>{hasPurpose ? <Conflicts /> : <PurposePanel />}</Screen>;
}

function Conflicts() {
  const { t } = useTranslation();
  const asked = useHubAnswer('conflicts', (client) => client.conflicts({}));
  const stations = useHubAnswer('stations', (client) => client.stations());
  const nameOf = (unit: string) => stations.answer?.find((row) => row.unit === unit)?.name ?? unit;
  const rows = asked.answer?.rows ?? [];
  return (
    <>
      {asked.fault && <FaultNotice fault={asked.fault} onRetry={asked.again} />}
      {!asked.answer && !asked.fault && <LoadingLines lines={5} />}
      {asked.answer && rows.length === 0 && <Panel><EmptyState icon={<IconArrowsSplit2 size={24} />} title={t('sync.conflictsNone')} /></Panel>}
      <div className={styles.page}>
        {rows.length > 0 && <p className={layout.note}>{t('review.conflictsBody')}</p>}
        {rows.map((row) => <Conflict key={row.id} row={row} unitName={nameOf(row.unit)} />)}
      </div>
    </>
  );
}

function Conflict({ row, unitName }: { row: ConflictRow; unitName: string }) {
  const { t, i18n } = useTranslation();
  const words = `sync.collections.${row.collection}`;
  const said = (side: ConflictRow['kept']) => (
    <>
      <span className={table.under}>{t('sync.by', { who: side.by === 'merge' ? t('sync.merged') : side.name ?? side.by, when: formatWhen(side.at, t) })}</span>
      {side.by !== 'merge' && <span className={table.under}>{t('sync.onDevice', { device: side.device })}</span>}
    </>
  );
  const nameOf = (field: string) => { const key = `sync.fields.${field}`; return hasWords(key) ? say(t, key) : fieldWords(field, t); };
  const value = (field: string, given: unknown) => wasWords(field, given, t, i18n.language) || t('sync.emptyValue');
  return (
    <Panel title={`${hasWords(words) ? say(t, words) : row.collection}${row.patientName ? `: ${row.patientName}` : ''}`} hint={unitName} flush>
      <table className={`${table.table ?? ''} ${table.sides ?? ''}`} data-testid="conflict">
        <thead><tr><td /><th>{t('sync.kept')}{said(row.kept)}</th><th>{t('sync.other')}{said(row.other)}</th></tr></thead>
        <tbody>{row.fields.map(({ field, kept, other }) => <tr key={field}><th scope="row">{nameOf(field)}</th><td>{value(field, kept)}</td><td>{value(field, other)}</td></tr>)}</tbody>
      </table>
    </Panel>
  );
}
