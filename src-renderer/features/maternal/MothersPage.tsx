import { IconMoodKid } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaternalRow } from '../../../src-shared/contract/queries.ts';
import { maternalStates } from '../../../src-shared/domain/maternal/derive-pregnancy.ts';
import { usePagedRows } from '../../api/use-paged-rows.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import styles from '../../ui/FollowedList.module.css';
import { FOLLOWED_ROW_PX, FollowedPerson } from '../../ui/FollowedPerson.tsx';
import { formatCount, formatDate, today } from '../../ui/format.ts';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { go } from '../../ui/route.ts';
import { RowList } from '../../ui/RowList.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import { DueFilters } from './DueFilters.tsx';
import { filtersToDue, useMotherFilters } from './mother-filters.ts';
import { AlertsCell, WeeksCell } from './MotherCells.tsx';
import own from './MotherList.module.css';
import { MotherTabs } from './MotherTabs.tsx';
import { StateBadge } from './StateBadge.tsx';

const columns = ['person', 'home', 'contact', 'pregnancy', 'alerts', 'visit'] as const;

/** Who is to come up to a day, before the birth and after it, and who must be watched. */
export function MothersPage() {
  const { t, i18n } = useTranslation();
  const filters = useMotherFilters();
  const input = filtersToDue(filters, today());
  const [lastVisible, setLastVisible] = useState(0);
  const { first, total, rowAt } = usePagedRows('maternalDue', input, lastVisible);
  const { answer, fault, again, answerTo } = first;
  const isFiltered = filters.village !== undefined || filters.kind !== undefined || filters.state !== undefined || filters.highRisk;
  return (
    <Screen
      fixed title={t('maternal.page')} strip={<MotherTabs here="mothers" />} beside={answer && t('maternal.due.people', { count: total })}
      actions={total > 0 && <PaperMenu label={t('maternal.due.print')} sizes={['A4']} paper={() => ({ paper: 'maternalDue', size: 'A4', ...input })} />}
    >
      <DueFilters villages={answer?.villages ?? []} />
      {fault && <FaultNotice fault={fault} onRetry={again} />}
      {!fault && !answer && <LoadingLines lines={8} />}
      {answer && total > 0 && (
        <>
          <dl className={styles.counts} data-testid="mother-counts">
            <dt>{t('maternal.due.counts')}</dt>
            {[...maternalStates].reverse().filter((state) => answer.states[state] > 0).map((state) => <dd key={state}><StateBadge state={state} /> <strong className="num">{formatCount(answer.states[state], i18n.language)}</strong></dd>)}
            {answer.highRisk > 0 && <dd><Badge tone="warn">{t('maternal.highRisk')}</Badge> <strong className="num">{formatCount(answer.highRisk, i18n.language)}</strong></dd>}
            <dd className={styles.keys}>{t('maternal.due.keys')}</dd>
          </dl>
          <div className={`${styles.list ?? ''} ${own.list ?? ''}`}>
            <RowList
              label={t('maternal.dueTitle')} testId="mother-list" columns="var(--care-columns)" heads={columns.map((name) => ({ name, words: t(`maternal.due.column.${name}`) }))} rowPx={FOLLOWED_ROW_PX} total={total} rowAt={rowAt} question={answerTo} onVisible={setLastVisible}
              onOpen={({ patient }) => { go({ page: 'person', id: patient.id }); }} byKey={{ code: 'KeyB', run: ({ patient, standing }) => { go({ page: standing.kind === 'postnatal' ? 'postnatal' : 'antenatal', patientId: patient.id, from: 'mothers' }); } }}
            >
              {(row) => <Cells row={row} />}
            </RowList>
          </div>
        </>
      )}
      {answer && total === 0 && <EmptyState icon={<IconMoodKid size={24} />} title={t(isFiltered ? 'maternal.due.noneHere' : 'maternal.due.empty')} body={t('maternal.due.emptyBody')} />}
    </Screen>
  );
}

function Cells({ row }: { row: MaternalRow }) {
  const { t } = useTranslation();
  const { state, nextVisitOn, lastSeenOn } = row.standing;
  return (
    <>
      <FollowedPerson patient={row.patient} guardian={row.guardian} />
      <WeeksCell standing={row.standing} />
      <AlertsCell standing={row.standing} tetanus={row.tetanus} />
      <span><span className={styles.line}>{state && <StateBadge state={state} />} <span className="num">{nextVisitOn && formatDate(nextVisitOn)}</span></span><span className={styles.under}>{lastSeenOn === undefined ? t('maternal.due.neverCame') : t('maternal.due.lastVisit', { on: formatDate(lastSeenOn) })}</span></span>
    </>
  );
}
