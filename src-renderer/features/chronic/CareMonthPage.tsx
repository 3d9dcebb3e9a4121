import { IconHeartbeat } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareMonth } from '../../../src-shared/contract/queries.ts';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { conditionName } from '../../ui/care-words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatCount, formatDate, today } from '../../ui/format.ts';
import { MonthPick } from '../../ui/MonthPick.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { Screen } from '../../ui/Screen.tsx';
import table from '../../ui/table.module.css';
import styles from './CareMonthPage.module.css';
import { CareTabs } from './CareTabs.tsx';
import { IndicatorCard } from './IndicatorCard.tsx';

/** How the station cares for whom it manages, by the end of a month: shares with what they count, and the people by condition. */
export function CareMonthPage() {
  const { t } = useTranslation();
  const [month, setMonth] = useState(today().slice(0, 7));
  const live = useLive('careMonth', { month });
  return (
    <Screen title={t('chronic.title')} strip={<CareTabs here="chronicMonth" />} actions={<PaperMenu label={t('chronic.month.print')} sizes={['A4']} paper={() => ({ paper: 'chronicRegister', size: 'A4' })} />}>
      <div className={styles.page}>
        <MonthPick month={month} words={{ pick: t('chronic.month.pick'), previous: t('chronic.month.previous'), next: t('chronic.month.next'), badMonth: t('chronic.month.badMonth') }} onChange={setMonth} />
        <Answered live={live} lines={6}>{(answer) => <Month answer={answer} />}</Answered>
      </div>
    </Screen>
  );
}

function Month({ answer }: { answer: CareMonth }) {
  const { t, i18n } = useTranslation();
  const number = (count: number) => (count === 0 ? '' : formatCount(count, i18n.language));
  const rows = answer.conditions.filter(({ enrolled, active, left }) => enrolled + active + left.length > 0);
  return (
    <>
      <div className={styles.cards} data-testid="care-indicators">{answer.indicators.map((one) => <IndicatorCard key={one.id} indicator={one} months={answer.months.map(({ month, indicators }) => ({ month, indicator: indicators.find(({ id }) => id === one.id) }))} />)}</div>
      {rows.length === 0 ? <EmptyState icon={<IconHeartbeat size={24} />} title={t('chronic.month.empty')} body={t('chronic.month.emptyBody')} />
        : (
          <Panel flush title={t('chronic.month.table')} beside={t('chronic.month.on', { on: formatDate(answer.on) })}>
            <table className={table.table} data-testid="care-conditions">
              <thead><tr><th>{t('chronic.month.column.condition')}</th><th className={table.number}>{t('chronic.month.column.new')}</th><th className={table.number}>{t('chronic.month.column.active')}</th><th className={table.number}>{t('chronic.month.column.left')}</th></tr></thead>
              <tbody>
                {rows.map(({ condition, enrolled, active, left }) => (
                  <tr key={condition}>
                    <td>{conditionName(condition, t)}</td><td className={table.number}>{number(enrolled)}</td><td className={`${table.number ?? ''} ${table.strong ?? ''}`}>{number(active)}</td>
                    <td className={table.number}>{number(left.reduce((sum, { people }) => sum + people, 0))}{left.length > 0 && <span className={table.under}>{left.map(({ status, people }) => `${t(`chronic.statuses.${status}`)} ${formatCount(people, i18n.language)}`).join(', ')}</span>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Panel>
        )}
    </>
  );
}
