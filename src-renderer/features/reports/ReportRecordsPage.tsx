import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowLeft, IconReportAnalytics } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportRecordRow } from '../../../src-shared/contract/reports.ts';
import { monthBefore } from '../../../src-shared/domain/report/report-due.ts';
import { reportLine } from '../../../src-shared/domain/report/report-lines.ts';
import { usePagedRows } from '../../api/use-paged-rows.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatDate, today } from '../../ui/format.ts';
import { reportLineName, reportNumberWords } from '../../ui/report-words.ts';
import { go, routeToHash, type Route } from '../../ui/route.ts';
import { RowList } from '../../ui/RowList.tsx';
import { Screen } from '../../ui/Screen.tsx';
import styles from './ReportRecords.module.css';

const ROW_PX = 40;

interface ReportRecordsProps { month: string | undefined; line: string; rest: boolean }

/** What a number counts; Enter opens the person, the visit or the medicine. */
export function ReportRecordsPage({ month: asked, line, rest }: ReportRecordsProps) {
  const { t, i18n } = useTranslation();
  const month = asked ?? monthBefore(today());
  const isKnown = reportLine(line) !== undefined;
  const [lastVisible, setLastVisible] = useState(0);
  const { first, total, rowAt } = usePagedRows('reportRecords', { month, line: isKnown ? line : 'people.book', ...(rest ? { rest } : {}) }, lastVisible);
  const { answer, fault, again, answerTo } = first;
  const back: Route = { page: 'reports', month };
  const isOfStock = line.startsWith('stock.');
  const isOfFridges = line.startsWith('cold.');
  const hasDays = line.startsWith('visits.') || line.startsWith('doses.') || line.startsWith('vaccination.') || line.startsWith('case') || line === 'people.registered';
  const columns = ['name', ...(isOfStock || isOfFridges ? [] : ['born', 'village'] as const), ...(hasDays ? ['on'] as const : []), 'times'] as const;
  const cells = (row: ReportRecordRow) => columns.map((column) => <span key={column} className={column === 'name' ? styles.name : 'num'}>{cellOf(row, column)}</span>);
  const cellOf = (row: ReportRecordRow, column: (typeof columns)[number]): string => {
    switch (column) {
      case 'name': return row.name;
      case 'born': return row.bornOn?.slice(0, 4) ?? '';
      case 'village': return row.village ?? '';
      case 'on': return row.on === undefined ? '' : formatDate(row.on);
      case 'times': return row.times === undefined ? '' : t(isOfStock ? 'reports.records.daysOut' : 'reports.records.times', { count: row.times });
    }
  };
  return (
    <Screen
      fixed title={isKnown ? reportLineName(line, t) : t('reports.title')} beside={[formatDate(month), answer && reportNumberWords(answer, i18n.language)].filter(Boolean).join(' · ')}
      actions={<Button variant="default" leftSection={<IconArrowLeft size={17} />} component="a" href={routeToHash(back)}>{t('reports.records.back')}</Button>}
    >
      <div className={styles.above}>
        {answer?.hasRest && <SegmentedControl aria-label={reportLineName(line, t)} value={rest ? 'rest' : ''} data={[{ value: '', label: t('reports.records.counted') }, { value: 'rest', label: t('reports.records.others') }]} onChange={(value) => { go({ ...back, line, ...(value === 'rest' ? { rest: 'yes' } : {}) }, true); }} />}
        {answer && total > 0 && <span className={styles.under}>{t('reports.records.total', { count: total })} · {t('reports.records.nowNote')} {t('reports.records.keys')}</span>}
      </div>
      {fault && <FaultNotice fault={fault} onRetry={again} />}
      {!fault && !answer && <LoadingLines lines={8} />}
      {answer && total > 0 && (
        <div className={styles.list}>
          <RowList label={reportLineName(line, t)} testId="report-records" columns={columns.map((column) => (column === 'name' ? 'minmax(0, 2fr)' : 'minmax(0, 1fr)')).join(' ')} heads={columns.map((name) => ({ name, words: name === 'times' ? '' : name === 'name' && (isOfStock || isOfFridges) ? t(isOfStock ? 'reports.records.medicine' : 'reports.records.fridge') : t(`reports.records.column.${name}`) }))} rowPx={ROW_PX} total={total} rowAt={rowAt} question={answerTo} onVisible={setLastVisible} onOpen={(row) => { open(row, month); }}>
            {(row) => <>{cells(row)}</>}
          </RowList>
        </div>
      )}
      {answer && total === 0 && <EmptyState icon={<IconReportAnalytics size={24} />} title={t(rest ? 'reports.records.allCounted' : 'reports.records.none')} body={t(reportLine(line)?.unit === 'typed' ? 'reports.records.typed' : rest ? 'reports.records.allCountedBody' : 'reports.records.noneBody')} />}
    </Screen>
  );
}

function open({ medicineId, equipmentId, recordId, patientId }: ReportRecordRow, month: string): void {
  if (medicineId !== undefined) go({ page: 'store', medicineId });
  else if (equipmentId !== undefined) go({ page: 'coldChain', equipmentId, month });
  else if (recordId !== undefined) go({ page: 'encounter', id: recordId });
  else if (patientId !== undefined) go({ page: 'person', id: patientId });
}
