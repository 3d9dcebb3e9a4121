import { Select } from '@mantine/core';
import { IconMoodKid } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaternalRow } from '../../../src-shared/contract/queries.ts';
import { daysBetween } from '../../../src-shared/domain/common/partial-date.ts';
import { usePagedRows } from '../../api/use-paged-rows.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import styles from '../../ui/FollowedList.module.css';
import { FOLLOWED_ROW_PX, FollowedPerson } from '../../ui/FollowedPerson.tsx';
import { formatDate, today } from '../../ui/format.ts';
import { gestationWords } from '../../ui/maternal-words.ts';
import { go } from '../../ui/route.ts';
import { RowList } from '../../ui/RowList.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { OfRisk, OfVillage } from './DueFilters.tsx';
import { filtersToExpected, useMotherFilters } from './mother-filters.ts';
import { AlertsCell } from './MotherCells.tsx';
import own from './MotherList.module.css';
import { MotherTabs } from './MotherTabs.tsx';

const columns = ['person', 'home', 'contact', 'dueOn', 'alerts', 'plan'] as const;
const EVERY = 'every';

/** Who will give birth, the nearest first; those whose day has passed stand above. */
export function ExpectedBirthsPage() {
  const { t } = useTranslation();
  const filters = useMotherFilters();
  const input = filtersToExpected(filters);
  const [lastVisible, setLastVisible] = useState(0);
  const { first, total, rowAt } = usePagedRows('expectedBirths', input, lastVisible);
  const { answer, fault, again, answerTo } = first;
  const isFiltered = filters.village !== undefined || filters.month !== undefined || filters.highRisk;
  const months = [...(answer?.months ?? []), ...(filters.month !== undefined && !answer?.months.some(({ month }) => month === filters.month) ? [{ month: filters.month, births: 0 }] : [])];
  return (
    <Screen fixed title={t('maternal.page')} strip={<MotherTabs here="motherBirths" />} beside={answer && t('maternal.expected.women', { count: total })}>
      <div className={own.filters} data-few>
        <Select label={t('maternal.expected.month')} allowDeselect={false} value={filters.month ?? EVERY} onChange={(chosen) => { useMotherFilters.setState({ month: months.find(({ month }) => month === chosen)?.month }); }} data={[{ value: EVERY, label: t('maternal.expected.everyMonth') }, ...months.map(({ month, births }) => ({ value: month, label: t('maternal.expected.inMonth', { month: formatDate(month), count: births }) }))]} />
        <OfVillage villages={answer?.villages ?? []} />
        <OfRisk />
      </div>
      {fault && <FaultNotice fault={fault} onRetry={again} />}
      {!fault && !answer && <LoadingLines lines={8} />}
      {answer && total > 0 && (
        <>
          <p className={`${styles.counts ?? ''} ${styles.keysOnly ?? ''}`}>{t('maternal.expected.keys')}</p>
          <div className={`${styles.list ?? ''} ${own.list ?? ''}`} data-kind="births">
            <RowList
              label={t('maternal.birthsTitle')} testId="expected-list" columns="var(--care-columns)" heads={columns.map((name) => ({ name, words: t(`maternal.expected.column.${name}`) }))} rowPx={FOLLOWED_ROW_PX} total={total} rowAt={rowAt} question={answerTo} onVisible={setLastVisible}
              onOpen={({ patient }) => { go({ page: 'person', id: patient.id }); }} byKey={{ code: 'KeyB', run: ({ patient }) => { go({ page: 'birth', patientId: patient.id, from: 'motherBirths' }); } }}
            >
              {(row) => <Cells row={row} />}
            </RowList>
          </div>
        </>
      )}
      {answer && total === 0 && <EmptyState icon={<IconMoodKid size={24} />} title={t(isFiltered ? 'maternal.due.noneHere' : 'maternal.expected.empty')} body={t('maternal.expected.emptyBody')} />}
    </Screen>
  );
}

function Cells({ row }: { row: MaternalRow }) {
  const { t } = useTranslation();
  const { due, gestation } = row.standing;
  const left = due ? daysBetween(today(), due.dueOn) : 0;
  return (
    <>
      <FollowedPerson patient={row.patient} guardian={row.guardian} />
      <span><span className={`${styles.line ?? ''} num`}><strong data-tone={left < 0 ? 'stop' : undefined}>{due && formatDate(due.dueOn)}</strong></span><span className={styles.under}>{[left < 0 ? t('maternal.panel.daysPast', { count: -left }) : t('maternal.panel.daysLeft', { count: left }), gestation && gestationWords(gestation, t)].filter(Boolean).join(' · ')}</span></span>
      <AlertsCell standing={row.standing} tetanus={row.tetanus} />
      <span><span className={styles.line}>{row.plannedPlace ? t(`maternal.places.${row.plannedPlace}`) : '–'}</span></span>
    </>
  );
}
