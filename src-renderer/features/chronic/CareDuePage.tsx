import { IconHeartbeat } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareRow } from '../../../src-shared/contract/queries.ts';
import { isControlled } from '../../../src-shared/domain/chronic/pressure-goal.ts';
import { usePagedRows } from '../../api/use-paged-rows.ts';
import { say } from '../../i18n/say.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { conditionName, pressureClassWords } from '../../ui/care-words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatCount, formatDate, today } from '../../ui/format.ts';
import styles from '../../ui/FollowedList.module.css';
import { FOLLOWED_ROW_PX, FollowedPerson } from '../../ui/FollowedPerson.tsx';
import { formatPressure } from '../../ui/parse-typed-pressure.ts';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { go } from '../../ui/route.ts';
import { RowList } from '../../ui/RowList.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import { filtersToInput, useCareFilters } from './care-filters.ts';
import { CareFilters } from './CareFilters.tsx';
import { CareStateBadge } from './CareStateBadge.tsx';
import { CareTabs } from './CareTabs.tsx';

const columns = ['person', 'home', 'contact', 'conditions', 'pressure', 'visit'] as const;

/** Who is to come up to a day, whom to call, and who stays away. */
export function CareDuePage() {
  const { t, i18n } = useTranslation();
  const filters = useCareFilters();
  const input = filtersToInput(filters, today());
  const [lastVisible, setLastVisible] = useState(0);
  const { first, total, rowAt } = usePagedRows('careDue', input, lastVisible);
  const { answer, fault, again, answerTo } = first;
  const filtered = filters.village !== undefined || filters.condition !== undefined || filters.state !== undefined;
  return (
    <Screen
      fixed title={t('chronic.title')} strip={<CareTabs here="chronic" />} beside={answer && t('chronic.due.people', { count: total })}
      actions={total > 0 && <PaperMenu label={t('chronic.due.print')} sizes={['A4']} paper={() => ({ paper: 'careDue', size: 'A4', ...input })} />}
    >
      <CareFilters villages={answer?.villages ?? []} />
      {fault && <FaultNotice fault={fault} onRetry={again} />}
      {!fault && !answer && <LoadingLines lines={8} />}
      {answer && total > 0 && (
        <>
          <dl className={styles.counts} data-testid="care-counts">
            <dt>{t('chronic.due.counts')}</dt>
            {(['lost', 'overdue', 'due', 'onTime'] as const).filter((state) => answer.states[state] > 0).map((state) => <dd key={state}><CareStateBadge state={state} /> <strong className="num">{formatCount(answer.states[state], i18n.language)}</strong></dd>)}
            <dd className={styles.keys}>{t('chronic.due.keys')}</dd>
          </dl>
          <div className={styles.list} data-kind="due">
            <RowList
              label={t('chronic.dueTitle')} testId="care-list" columns="var(--care-columns)" heads={columns.map((name) => ({ name, words: t(`chronic.due.column.${name}`) }))} rowPx={FOLLOWED_ROW_PX} total={total} rowAt={rowAt} question={answerTo} onVisible={setLastVisible}
              onOpen={({ patient }) => { go({ page: 'person', id: patient.id }); }} byKey={{ code: 'KeyM', run: ({ patient }) => { go({ page: 'followUp', patientId: patient.id, from: 'chronic' }); } }}
            >
              {(row) => <Cells row={row} />}
            </RowList>
          </div>
        </>
      )}
      {answer && total === 0 && <EmptyState icon={<IconHeartbeat size={24} />} title={t(filtered ? 'chronic.due.noneHere' : 'chronic.due.empty')} body={t('chronic.due.emptyBody')} />}
    </Screen>
  );
}

function Cells({ row }: { row: CareRow }) {
  const { t } = useTranslation();
  const { conditions, lastPressure, goal, state, nextVisitOn, lastSeenOn } = row;
  return (
    <>
      <FollowedPerson patient={row.patient} guardian={row.guardian} />
      <span className={styles.chips}>{conditions.map(({ condition }) => <span key={condition} title={conditionName(condition, t)}><Badge tone="info">{say(t, `chronic.conditionsShort.${condition}`)}</Badge></span>)}</span>
      <span>
        {lastPressure ? <><span className={`${styles.line ?? ''} num`}><strong data-tone={isControlled(lastPressure, goal) ? 'good' : 'warn'}>{formatPressure(lastPressure)}</strong> {t(`chronic.controlledShort.${isControlled(lastPressure, goal) ? 'yes' : 'no'}`).toLowerCase()}</span><span className={styles.under} title={pressureClassWords(lastPressure.pressureClass, t)}>{formatDate(lastPressure.on)}</span></> : <span className={styles.under}>{t('chronic.noPressure')}</span>}
      </span>
      <span><span className={styles.line}><CareStateBadge state={state} /> <span className="num">{formatDate(nextVisitOn)}</span></span><span className={styles.under}>{lastSeenOn === undefined ? t('chronic.due.neverCame') : t('chronic.due.lastVisit', { on: formatDate(lastSeenOn) })}</span></span>
    </>
  );
}
