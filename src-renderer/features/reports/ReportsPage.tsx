import { Button } from '@mantine/core';
import { IconDownload, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportMonth } from '../../../src-shared/contract/reports.ts';
import { lastDayOfMonth } from '../../../src-shared/domain/common/partial-date.ts';
import { monthBefore } from '../../../src-shared/domain/report/report-due.ts';
import { notKept, reportForms } from '../../../src-shared/domain/report/report-lines.ts';
import { useLive } from '../../api/use-live.ts';
import { useSession } from '../../stores/session-store.ts';
import { Answered } from '../../ui/Answered.tsx';
import { downloadCsv } from '../../ui/download-csv.ts';
import { formatDate, today } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { routeToHash } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { FormPanel } from './FormPanel.tsx';
import { LockReport } from './LockReport.tsx';
import { MonthStateBadge } from './MonthStateBadge.tsx';
import { reportToCsv } from './report-csv.ts';
import styles from './ReportsPage.module.css';
import { ReportStanding } from './ReportStanding.tsx';
import { useMonthNumbers } from './use-month-numbers.ts';

/** A month's report: counted as it stands, locked by the head, and what became of it above. Begins with the month that is to be locked. */
export function ReportsPage({ month: asked }: { month: string | undefined }) {
  const { t } = useTranslation();
  const month = asked ?? monthBefore(today());
  const live = useLive('reportMonth', { month });
  const counted = useMonthNumbers(month);
  const isHead = useSession(({ session }) => session?.role === 'head');
  const [locking, setLocking] = useState(false);
  const answer = live.current ? live.answer : undefined;
  const current = answer?.versions.find(({ standing }) => standing === 'current');
  const numbers = current?.lines ?? counted.numbers;
  return (
    <Screen
      title={t('reports.title')} beside={formatDate(month)}
      actions={(
        <>
          {numbers && <Button variant="default" leftSection={<IconDownload size={17} />} onClick={() => { downloadCsv(`bao-cao-thang-${month}.csv`, reportToCsv(month, numbers, t)); }}>{t('reports.csv')}</Button>}
          <PaperMenu label={t('reports.printRegister')} sizes={['A4']} paper={() => ({ paper: 'examinationRegister', from: `${month}-01`, to: lastDayOfMonth(month) })} />
          <PaperMenu label={t('reports.print')} sizes={['A4']} paper={() => ({ paper: 'monthReport', month, size: 'A4' })} />
          {isHead && answer && <Button leftSection={<IconLock size={17} />} disabled={!counted.numbers} title={counted.numbers ? undefined : t('reports.lockWait')} onClick={() => { setLocking(true); }}>{t(current ? 'reports.relock' : 'reports.lock')}</Button>}
        </>
      )}
    >
      <Answered live={live} lines={8}>
        {(shown) => (
          <div className={styles.page}>
            <Months months={shown.months} month={month} />
            <div className={styles.main}>
              {answer && <ReportStanding answer={answer} counted={counted} isHead={isHead} />}
              <div className={styles.forms}>
                {reportForms.map((form) => <FormPanel key={form} month={month} form={form} live={counted.forms[form]} locked={current} comments={new Map((current?.review?.decision === 'returned' ? current.review.comments ?? [] : []).map(({ field, text }) => [field, text]))} />)}
                <Panel title={t('reports.notKept')} hint={t('reports.notKeptHint')}><p className={styles.under}>{notKept.map((one) => t(`reports.notKeptNames.${one}`)).join('; ')}.</p></Panel>
              </div>
            </div>
          </div>
        )}
      </Answered>
      {locking && answer && counted.numbers && <LockReport answer={answer} numbers={counted.numbers} onClose={() => { setLocking(false); }} />}
    </Screen>
  );
}

function Months({ months, month }: { months: ReportMonth['months']; month: string }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.months} aria-label={t('reports.months')} data-testid="report-months">
      <h2>{t('reports.months')}</h2>
      {months.map((one) => <a key={one.month} href={routeToHash({ page: 'reports', month: one.month })} aria-current={one.month === month ? 'page' : undefined}><span className="num">{formatDate(one.month)}</span><MonthStateBadge state={one.state} /></a>)}
    </nav>
  );
}
