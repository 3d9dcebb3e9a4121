import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { recordMarks, type SubmittedFilter } from '../../../src-shared/contract/hub-api.ts';
import type { useSearchText } from '../../ui/use-search-text.ts';
import { parseTypedMonth } from './month-words.ts';
import { queueAges, queueKinds, queueStates } from './queue-place.ts';
import styles from './RecordsPage.module.css';

const oneOf = <T extends string>(list: readonly T[], chosen: string | null): T | undefined => list.find((one) => one === chosen);

interface RecordFiltersProps { units: { value: string; label: string }[]; filter: SubmittedFilter; month: string; search: ReturnType<typeof useSearchText>; change(patch: Partial<SubmittedFilter>): void; typeMonth(month: string): void }

/** By name, station, form, state, mark, age and month. */
export function RecordFilters({ units, filter, month, search, change, typeMonth }: RecordFiltersProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.filters} role="search">
      <TextInput value={search.typed} {...search.input} placeholder={t('hub.filterText')} aria-label={t('hub.filterText')} leftSection={<IconSearch size={16} />} className={styles.search} />
      <Select aria-label={t('hub.filterUnit')} placeholder={t('hub.filterUnit')} clearable searchable data={units} value={filter.unit ?? null} title={units.find(({ value }) => value === filter.unit)?.label} onChange={(chosen) => { change({ unit: chosen ?? undefined }); }} className={styles.wide} />
      <Select aria-label={t('review.queue.state')} data={[...queueStates.map((one) => ({ value: one as string, label: t(`review.states.${one}`) })), { value: '', label: t('review.queue.all') }]} allowDeselect={false} value={filter.review ?? ''} onChange={(chosen) => { change({ review: oneOf(queueStates, chosen) }); }} className={styles.filter} />
      <Select aria-label={t('review.queue.mark')} placeholder={t('review.queue.mark')} clearable data={recordMarks.map((one) => ({ value: one, label: t(`review.marks.${one}`) }))} value={filter.mark ?? null} onChange={(chosen) => { change({ mark: oneOf(recordMarks, chosen) }); }} className={styles.filter} />
      <Select aria-label={t('hub.filterKind')} placeholder={t('hub.filterKind')} clearable data={queueKinds.map((one) => ({ value: one, label: t(`encounters.kinds.${one}`) }))} value={filter.kind ?? null} onChange={(chosen) => { change({ kind: oneOf(queueKinds, chosen) }); }} className={styles.filter} />
      <Select aria-label={t('review.queue.older')} placeholder={t('review.queue.older')} clearable data={queueAges.map((days) => ({ value: String(days), label: t('review.queue.olderDays', { count: days }) }))} value={filter.olderThanDays === undefined ? null : String(filter.olderThanDays)} onChange={(chosen) => { change({ olderThanDays: chosen === null ? undefined : Number(chosen) }); }} className={styles.filter} />
      <TextInput aria-label={t('review.queue.month')} placeholder={t('review.queue.month')} title={t('review.queue.monthHint')} value={month} inputMode="numeric" error={month.trim() !== '' && parseTypedMonth(month) === undefined && month.trim().length >= 6} onChange={(event) => { typeMonth(event.currentTarget.value); }} className={styles.month} />
    </div>
  );
}
