import { ActionIcon, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconHeartbeat } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareMonth } from '../../../src-shared/contract/queries.ts';
import { addMonths } from '../../../src-shared/domain/common/partial-date.ts';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { conditionName } from '../../ui/care-words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatCount, formatDate, today } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { Screen } from '../../ui/Screen.tsx';
import table from '../../ui/table.module.css';
import styles from './CareMonthPage.module.css';
import { CareTabs } from './CareTabs.tsx';
import { IndicatorCard } from './IndicatorCard.tsx';

/** How the station cares for whom it manages, by the end of a month: shares with what they count, and the people by condition. */
export function CareMonthPage() {
  const { t } = useTranslation();
  const thisMonth = today().slice(0, 7);
  const [month, setMonth] = useState(thisMonth);
  const [typed, setTyped] = useState(formatDate(month));
  const live = useLive('careMonth', { month });
  const show = (wanted: string) => { setMonth(wanted); setTyped(formatDate(wanted)); };
  const readMonth = (text: string) => { const read = parseTypedDate(text, { partial: true, today: today() }); return 'date' in read && read.date.length === 7 ? read.date : undefined; };
  const type = (text: string) => { setTyped(text); const read = readMonth(text); if (read !== undefined) setMonth(read); };
  const step = (months: number) => { show(addMonths(`${month}-01`, months).slice(0, 7)); };
  return (
    <Screen title={t('chronic.title')} strip={<CareTabs here="chronicMonth" />} actions={<PaperMenu label={t('chronic.month.print')} sizes={['A4']} paper={() => ({ paper: 'chronicRegister', size: 'A4' })} />}>
      <div className={styles.page}>
        <div className={styles.pick}>
          <ActionIcon size={36} variant="default" aria-label={t('chronic.month.previous')} onClick={() => { step(-1); }}><IconChevronLeft size={18} /></ActionIcon>
          <TextInput w="9rem" aria-label={t('chronic.month.pick')} name="month" inputMode="numeric" value={typed} error={readMonth(typed) === undefined ? t('chronic.month.badMonth') : undefined} onChange={(event) => { type(event.currentTarget.value); }} onBlur={() => { if (readMonth(typed) !== undefined) setTyped(formatDate(month)); }} />
          <ActionIcon size={36} variant="default" aria-label={t('chronic.month.next')} disabled={month >= thisMonth} onClick={() => { step(1); }}><IconChevronRight size={18} /></ActionIcon>
        </div>
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
