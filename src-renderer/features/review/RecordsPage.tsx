import { Button } from '@mantine/core';
import { IconChecks, IconClipboardList, IconFileSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmittedFilter } from '../../../src-shared/contract/hub-api.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { useHub } from '../../stores/hub-store.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatCount } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useSearchText } from '../../ui/use-search-text.ts';
import { AcceptClean } from './AcceptClean.tsx';
import { AskForMissing } from './AskForMissing.tsx';
import { parseTypedMonth } from './month-words.ts';
import { OpenRequests } from './OpenRequests.tsx';
import { PurposePanel } from './PurposePanel.tsx';
import { RecordFilters } from './RecordFilters.tsx';
import styles from './RecordsPage.module.css';
import { RecordsTable } from './RecordsTable.tsx';

const PAGE = 50;
const ASK_AGAIN_MS = 10_000;
const TYPING_PAUSE_MS = 150;

/** The queue; first, once, what the piece of work is: a list of names is a look at people's records. */
export function RecordsPage({ unit }: { unit?: string }) {
  const { t } = useTranslation();
  const hasPurpose = useHub((s) => s.session?.purpose !== undefined);
  return hasPurpose ? <Queue unit={unit} /> : <Screen title={t('review.queue.title')}><PurposePanel /></Screen>;
}

/** Submitted records of the stations below, problems first. */
function Queue({ unit: startUnit }: { unit: string | undefined }) {
  const { t, i18n } = useTranslation();
  const sample = useHub((s) => s.session?.sample);
  const [chosen, setChosen] = useState<SubmittedFilter>({ review: 'submitted', ...(startUnit === undefined ? {} : { unit: startUnit }) });
  const [month, setMonth] = useState('');
  const [offset, setOffset] = useState(0);
  const [open, setOpen] = useState<'ask' | 'acceptClean' | undefined>();
  const search = useSearchText('', TYPING_PAUSE_MS);
  const filter: SubmittedFilter = { ...chosen, text: search.asked.trim() || undefined, period: parseTypedMonth(month) };
  const stations = useHubAnswer('stations', (client) => client.stations());
  const records = useHubAnswer(JSON.stringify([filter, offset]), (client) => client.submitted({ ...filter, order: filter.review === 'submitted' ? 'problems' : 'newest', limit: PAGE, offset }), ASK_AGAIN_MS);
  const requests = useHubAnswer('requests', (client) => client.requests({}));
  const nameOf = (unit: string) => stations.answer?.find((row) => row.unit === unit)?.name ?? unit;
  const units = (stations.answer ?? []).map(({ unit }) => ({ value: unit, label: nameOf(unit) === unit ? unit : `${nameOf(unit)} (${unit})` }));
  const { answer } = records;
  const total = answer?.total ?? 0;
  const done = () => { setOpen(undefined); records.again(); requests.again(); };
  const count = (n: number) => formatCount(n, i18n.language);
  const change = (patch: Partial<SubmittedFilter>) => { setChosen((before) => ({ ...before, ...patch })); setOffset(0); };
  return (
    <Screen
      title={t('review.queue.title')} beside={answer && t('hub.total', { shown: `${count(Math.min(offset + 1, total))}–${count(Math.min(offset + PAGE, total))}`, total: count(total) })}
      actions={
        <>
          <Button variant="default" leftSection={<IconFileSearch size={17} />} onClick={() => { setOpen('ask'); }}>{t('review.queue.ask')}</Button>
          <Button leftSection={<IconChecks size={17} />} disabled={filter.review !== 'submitted'} onClick={() => { setOpen('acceptClean'); }}>{t('review.queue.acceptClean')}</Button>
        </>
      }
    >
      <div className={styles.page}>
        <RecordFilters units={units} filter={chosen} month={month} search={search} change={change} typeMonth={(typed) => { setMonth(typed); setOffset(0); }} />
        {records.fault && <FaultNotice fault={records.fault} onRetry={records.again} />}
        {!answer && !records.fault && <LoadingLines lines={8} />}
        {answer && (
          <Panel flush>
            {answer.rows.length === 0 && <EmptyState icon={<IconClipboardList size={24} />} title={filter.review === 'submitted' ? t('review.queue.doneAll') : t('hub.recordsNone')} body={filter.review === 'submitted' ? t('review.queue.doneAllBody') : t('hub.recordsNoneBody')} />}
            {answer.rows.length > 0 && <RecordsTable rows={answer.rows} nameOf={nameOf} showState={filter.review === undefined} />}
          </Panel>
        )}
        <div className={styles.pages}>
          {sample && <span className={styles.sample}>{t('review.queue.sample', { ...sample })}</span>}
          {total > PAGE && (
            <>
              <Button size="compact-sm" variant="default" disabled={offset === 0} onClick={() => { setOffset(Math.max(0, offset - PAGE)); }}>{t('review.queue.previous')}</Button>
              <Button size="compact-sm" variant="default" disabled={offset + PAGE >= total} onClick={() => { setOffset(offset + PAGE); }}>{t('review.queue.next')}</Button>
            </>
          )}
        </div>
        <OpenRequests rows={requests.answer ?? []} nameOf={nameOf} onDone={done} />
      </div>
      {open === 'ask' && <AskForMissing units={units} unit={chosen.unit} onClose={() => { setOpen(undefined); }} onDone={done} />}
      {open === 'acceptClean' && <AcceptClean filter={filter} onClose={() => { setOpen(undefined); }} onDone={done} />}
    </Screen>
  );
}
