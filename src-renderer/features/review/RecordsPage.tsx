import { Button } from '@mantine/core';
import { IconChecks, IconClipboardList, IconFileSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmittedFilter } from '../../../src-shared/contract/hub-api.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { useHub } from '../../stores/hub-store.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatCount, stationName } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useSearchText } from '../../ui/use-search-text.ts';
import { AcceptClean } from './AcceptClean.tsx';
import { AskForMissing } from './AskForMissing.tsx';
import { queueOf } from './hub-route.ts';
import { formatMonth, parseTypedMonth } from './month-words.ts';
import { OpenRequests } from './OpenRequests.tsx';
import { PurposePanel } from './PurposePanel.tsx';
import { queueFilter, queuePlaceOf, type QueuePlace } from './queue-place.ts';
import { RecordFilters } from './RecordFilters.tsx';
import styles from './RecordsPage.module.css';
import { RecordsTable } from './RecordsTable.tsx';
import { stayInQueue } from './stay-in-queue.ts';

const PAGE = 50;
const ASK_AGAIN_MS = 10_000;
const TYPING_PAUSE_MS = 150;

/** The queue; first, once, what the piece of work is: a list of names is a look at people's records. */
export function RecordsPage({ place }: { place: QueuePlace }) {
  const { t } = useTranslation();
  const hasPurpose = useHub((s) => s.session?.purpose !== undefined);
  return hasPurpose ? <Queue place={place} /> : <Screen title={t('review.queue.title')}><PurposePanel /></Screen>;
}

/** Submitted records of the stations below, problems first. What they are filtered by is the address, so that one comes back from a record to the same list. */
function Queue({ place }: { place: QueuePlace }) {
  const { t, i18n } = useTranslation();
  const sample = useHub((s) => s.session?.sample);
  const chosen = queueFilter(place);
  const offset = Number(place.from ?? 0);
  const [typedMonth, setTypedMonth] = useState('');
  const month = parseTypedMonth(typedMonth) === place.month ? typedMonth : place.month === undefined ? '' : formatMonth(place.month);
  const [open, setOpen] = useState<'ask' | 'acceptClean' | undefined>();
  const queue = queueOf(place);
  const { searched, keepSearched } = useHub();
  const search = useSearchText(searched.queue === queue ? searched.text : '', TYPING_PAUSE_MS);
  const input: typeof search.input = { onChange: (event) => { search.input.onChange(event); if (offset > 0) turnTo(0); } };
  const text = search.asked.trim();
  const filter: SubmittedFilter = { ...chosen, text: text || undefined };
  const stations = useHubAnswer('stations', (client) => client.stations());
  const records = useHubAnswer(JSON.stringify([filter, offset]), (client) => client.submitted({ ...filter, order: filter.review === 'submitted' ? 'problems' : 'newest', limit: PAGE, offset }), ASK_AGAIN_MS);
  const requests = useHubAnswer('requests', (client) => client.requests({}));
  const nameOf = (unit: string) => stationName(unit, stations.answer?.find((row) => row.unit === unit)?.name, t);
  const rows = stations.answer ?? [];
  // Of two with one name the key tells which.
  const units = rows.map(({ unit, name }) => ({ value: unit, label: rows.some((other) => other.unit !== unit && other.name === name) && name !== undefined ? `${name}, ${t('hub.code', { unit })}` : nameOf(unit) }));
  const { answer } = records;
  const total = answer?.total ?? 0;
  const done = () => { setOpen(undefined); records.again(); requests.again(); };
  const count = (n: number) => formatCount(n, i18n.language);
  const turnTo = (from: number) => { stayInQueue({ ...place, from: from > 0 ? String(from) : undefined }); };
  const change = (patch: Partial<SubmittedFilter>) => { stayInQueue(queuePlaceOf({ ...chosen, ...patch })); };
  useEffect(() => { keepSearched({ queue, text }); }, [keepSearched, queue, text]);
  // The last rows of the list were decided on, or another text leaves fewer of them.
  const isPastEnd = records.current && answer !== undefined && answer.rows.length === 0 && offset > 0;
  useEffect(() => { if (isPastEnd) turnTo(Math.max(0, Math.ceil(total / PAGE) - 1) * PAGE); });
  return (
    <Screen
      title={t('review.queue.title')} beside={answer && total > 0 && t('hub.total', { shown: `${count(Math.min(offset + 1, total))}–${count(Math.min(offset + PAGE, total))}`, total: count(total) })}
      actions={
        <>
          <Button variant="default" leftSection={<IconFileSearch size={17} />} onClick={() => { setOpen('ask'); }}>{t('review.queue.ask')}</Button>
          <Button leftSection={<IconChecks size={17} />} disabled={filter.review !== 'submitted'} onClick={() => { setOpen('acceptClean'); }}>{t('review.queue.acceptClean')}</Button>
        </>
      }
    >
      <div className={styles.page}>
        <RecordFilters units={units} filter={chosen} month={month} search={{ ...search, input }} change={change} typeMonth={(typed) => { setTypedMonth(typed); change({ period: parseTypedMonth(typed) }); }} />
        {records.fault && <FaultNotice fault={records.fault} onRetry={records.again} />}
        {!answer && !records.fault && <LoadingLines lines={8} />}
        {answer && (
          <Panel flush>
            {answer.rows.length === 0 && <EmptyState icon={<IconClipboardList size={24} />} title={filter.review === 'submitted' ? t('review.queue.doneAll') : t('hub.recordsNone')} body={filter.review === 'submitted' ? t('review.queue.doneAllBody') : t('hub.recordsNoneBody')} />}
            {answer.rows.length > 0 && <RecordsTable rows={answer.rows} queue={queue} nameOf={nameOf} showState={filter.review === undefined} />}
          </Panel>
        )}
        <div className={styles.pages}>
          {sample && <span className={styles.sample}>{t('review.queue.sample', { ...sample })}</span>}
          {total > PAGE && (
            <>
              <Button size="compact-sm" variant="default" disabled={offset === 0} onClick={() => { turnTo(offset - PAGE); }}>{t('review.queue.previous')}</Button>
              <Button size="compact-sm" variant="default" disabled={offset + PAGE >= total} onClick={() => { turnTo(offset + PAGE); }}>{t('review.queue.next')}</Button>
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
