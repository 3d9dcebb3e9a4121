import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportMonth, ReportVersionRow } from '../../../src-shared/contract/reports.ts';
import { changedSinceLock } from '../../../src-shared/domain/report/compare-numbers.ts';
import { reportForms } from '../../../src-shared/domain/report/report-lines.ts';
import { useLive } from '../../api/use-live.ts';
import { useUnitNames } from '../../api/use-unit-names.ts';
import { useSession } from '../../stores/session-store.ts';
import { accountName } from '../../ui/account-name.ts';
import { formatCount, formatDate, formatWhen, reviewerName, today } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import { Ticks } from '../../ui/Ticks.tsx';
import { MonthStateBadge } from './MonthStateBadge.tsx';
import { TypePopulation } from './TypePopulation.tsx';
import styles from './ReportsPage.module.css';
import type { MonthNumbers } from './use-month-numbers.ts';

/** Above the numbers: until when they are counted, whether they are locked, where they are, what was said of them, and what would be others now. */
export function ReportStanding({ answer, counted, isHead }: { answer: ReportMonth; counted: MonthNumbers; isHead: boolean }) {
  const { t, i18n } = useTranslation();
  const { month, on, dueOn, state, versions, changedRecords } = answer;
  const accounts = useAccounts();
  const current = versions.find(({ standing }) => standing === 'current');
  const changed = current && counted.numbers ? changedSinceLock(current, counted.numbers).length : 0;
  const isLate = state === 'late';
  return (
    <Panel flush tone={state === 'returned' || isLate ? 'warn' : 'plain'}>
      <div className={styles.standing} data-testid="report-standing">
        <MonthStateBadge state={state} />
        {current ? <Locked version={current} /> : <span>{t('reports.dueBy', { on: formatDate(dueOn) })}</span>}
        <Population answer={answer} isHead={isHead} />
      </div>
      <div className={styles.notes}>
        <p className={styles.under}>{t(on < `${month}-28` || on === today() ? 'reports.untilToday' : 'reports.untilEnd', { on: formatDate(on) })}{counted.done < reportForms.length ? ` ${t('reports.counting', { done: counted.done, all: reportForms.length })}` : ''}</p>
        {current?.review && <p data-testid="report-review">{t(current.review.decision === 'returned' ? 'reports.returnedBy' : 'reports.acceptedBy', { name: reviewerName(current.review.reviewedBy, t), when: formatWhen(current.review.reviewedAt, t) })}{current.review.comment === undefined ? '' : `: ${current.review.comment}`}</p>}
        {versions.some(({ standing }) => standing === 'rival') && <p data-testid="report-rival">{t('reports.rival')}</p>}
        {changed > 0 && <p data-testid="report-changed"><strong>{t('reports.changed', { numbers: formatCount(changed, i18n.language) })}.</strong>{changedRecords > 0 ? ` ${t('reports.changedRecords', { count: changedRecords })}` : ''} <span className={styles.under}>{t('reports.changedHint')}</span></p>}
        {versions.length > 1 && <ul className={styles.versions} aria-label={t('reports.versions')} data-testid="report-versions">{versions.map((version) => <li key={version._id}><strong>{t('reports.version', { number: version.number })}</strong><span>{t(`reports.standing.${version.standing}`)}</span><span className={styles.under}>{[formatWhen(version.lockedAt, t), accountName(accounts, version.lockedBy), version.reason && t(`reports.reasons.${version.reason}`)].filter(Boolean).join(' · ')}</span></li>)}</ul>}
      </div>
    </Panel>
  );
}

const useAccounts = () => useSession(({ session }) => session?.accounts) ?? [];

function Locked({ version }: { version: ReportVersionRow }) {
  const { t, i18n } = useTranslation();
  const accounts = useAccounts();
  const ticks = useLive('recordTicks', { ids: [version._id] });
  const names = useUnitNames();
  return (
    <>
      <span><strong>{t('reports.lockedLine', { number: version.number, when: formatWhen(version.lockedAt, t), by: accountName(accounts, version.lockedBy) })}</strong> <Ticks ticks={ticks.answer?.[0]} names={names} /></span>
      <span className={styles.under}>{t('reports.lockedFrom', { records: formatCount(version.source.records, i18n.language), completeness: version.completeness })}</span>
      {version.late && <Badge tone="warn">{t('reports.lockedLate')}</Badge>}
    </>
  );
}

function Population({ answer, isHead }: { answer: ReportMonth; isHead: boolean }) {
  const { t, i18n } = useTranslation();
  const [typing, setTyping] = useState(false);
  const year = answer.month.slice(0, 4);
  return (
    <span className={styles.population} data-testid="population">
      <span>{t('reports.population', { year })}: <strong className="num">{answer.population === undefined ? t('reports.populationNone') : formatCount(answer.population, i18n.language)}</strong></span>
      {isHead && <Button size="compact-sm" variant={answer.population === undefined ? 'filled' : 'default'} onClick={() => { setTyping(true); }}>{t(answer.population === undefined ? 'reports.populationType' : 'reports.populationChange')}</Button>}
      {typing && <TypePopulation year={year} population={answer.population} onClose={() => { setTyping(false); }} />}
    </span>
  );
}
