import { Button, Select, TextInput } from '@mantine/core';
import { IconClipboardList, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { encounterStatuses, healthClasses } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatCount, formatDate, formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import table from '../../ui/table.module.css';
import { useSearchText } from '../../ui/use-search-text.ts';
import { hubRouteToHash } from './hub-route.ts';
import styles from './RecordsPage.module.css';

const PAGE = 50;
const MOST = 500;

/** Submitted records of the stations below, filtered by station, kind and name. */
export function RecordsPage({ unit: startUnit }: { unit?: string }) {
  const { t, i18n } = useTranslation();
  const [unit, setUnit] = useState(startUnit);
  const [kind, setKind] = useState<'checkup' | 'visit' | undefined>();
  const [limit, setLimit] = useState(PAGE);
  const search = useSearchText();
  const text = search.asked.trim() || undefined;
  const stations = useHubAnswer('units', (client) => client.stations());
  const records = useHubAnswer(JSON.stringify([unit, kind, text, limit]), (client) => client.submitted({ unit, kind, text, limit, offset: 0 }), 10_000);
  const filtered = unit !== undefined || kind !== undefined || text !== undefined;
  const { answer } = records;
  return (
    <Screen title={t('hub.records')} beside={answer && t('hub.total', { shown: formatCount(answer.rows.length, i18n.language), total: formatCount(answer.total, i18n.language) })}>
      <div className={styles.page}>
        <div className={styles.filters}>
          <TextInput value={search.typed} {...search.input} placeholder={t('hub.filterText')} aria-label={t('hub.filterText')} leftSection={<IconSearch size={16} />} autoFocus className={styles.search} />
          <Select aria-label={t('hub.filterUnit')} placeholder={t('hub.filterUnit')} clearable searchable data={(stations.answer ?? []).map((row) => row.unit)} value={unit ?? null} onChange={(chosen) => { setUnit(chosen ?? undefined); setLimit(PAGE); }} />
          <Select aria-label={t('hub.filterKind')} placeholder={t('hub.filterKind')} clearable data={[{ value: 'checkup', label: t('encounters.kinds.checkup') }, { value: 'visit', label: t('encounters.kinds.visit') }]} value={kind ?? null} onChange={(chosen) => { setKind(chosen === 'checkup' || chosen === 'visit' ? chosen : undefined); setLimit(PAGE); }} />
        </div>
        {records.fault && <FaultNotice fault={records.fault} onRetry={records.again} />}
        {!answer && !records.fault && <LoadingLines lines={8} />}
        {answer && (
          <Panel flush>
            {answer.rows.length === 0 && <EmptyState icon={<IconClipboardList size={24} />} title={filtered ? t('hub.recordsNone') : t('hub.recordsEmpty')} body={filtered ? t('hub.recordsNoneBody') : undefined} />}
            {answer.rows.length > 0 && (
              <table className={table.table} data-testid="submitted">
                <thead><tr><th>{t('hub.column.patient')}</th><th>{t('hub.column.kind')}</th><th>{t('hub.column.on')}</th><th>{t('hub.column.class')}</th><th>{t('hub.column.author')}</th><th>{t('hub.column.unit')}</th><th>{t('hub.column.received')}</th></tr></thead>
                <tbody>
                  {answer.rows.map((row) => {
                    const href = hubRouteToHash({ page: 'record', unit: row.unit, recordId: row.recordId });
                    const status = encounterStatuses.find((s) => s === row.status);
                    const healthClass = healthClasses.find((c) => c === row.conclusionClass);
                    return (
                      <tr key={row.recordId} data-open onClick={() => { location.hash = href; }}>
                        <td><a className={table.strong} href={href}>{row.patientName}</a>{row.bornOn && <span className={table.under}>{formatDate(row.bornOn)}</span>}</td>
                        <td>{t(`encounters.kinds.${row.kind}`)} {status && status !== 'submitted' && <StatusBadge status={status} />}</td>
                        <td className="num">{formatDate(row.occurredOn)}</td>
                        <td>{healthClass && `${healthClass} · ${t(`encounters.classes.${healthClass}`)}`}</td>
                        <td>{row.author}</td>
                        <td>{row.unit}</td>
                        <td className="num">{row.submittedAt && formatWhen(row.submittedAt, t)}</td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            )}
            {answer.total > answer.rows.length && limit < MOST && <p className={styles.more}><Button variant="subtle" loading={!records.current} onClick={() => { setLimit(Math.min(MOST, limit + PAGE * 2)); }}>{t('hub.more')}</Button></p>}
          </Panel>
        )}
      </div>
    </Screen>
  );
}
