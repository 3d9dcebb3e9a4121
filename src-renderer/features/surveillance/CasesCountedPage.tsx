import { Select, TextInput } from '@mantine/core';
import { IconVirus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseCounts } from '../../../src-shared/contract/queries.ts';
import { lastDayOfMonth } from '../../../src-shared/domain/common/partial-date.ts';
import { diseaseIds, type DiseaseId } from '../../../src-shared/domain/surveillance/notifiable-diseases.ts';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatCount, formatDate, today } from '../../ui/format.ts';
import { MonthPick } from '../../ui/MonthPick.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Screen } from '../../ui/Screen.tsx';
import table from '../../ui/table.module.css';
import { tidyDate } from '../../ui/tidy-typed.ts';
import { dayOf } from '../../ui/typed.ts';
import styles from './Cases.module.css';
import { CaseTabs } from './CaseTabs.tsx';

const spans = ['week', 'month'] as const;

/** How many cases of each disease a week or month had, and how one of them went over twelve weeks. */
export function CasesCountedPage() {
  const { t, i18n } = useTranslation();
  const [span, setSpan] = useState<(typeof spans)[number]>('week');
  const [day, setDay] = useState(today());
  const [typed, setTyped] = useState(formatDate(today()));
  const live = useLive('caseCounts', { span, day });
  const type = (text: string) => { setTyped(text); const read = dayOf(text); if (read !== undefined) setDay(read); };
  const pickMonth = (month: string) => { const last = lastDayOfMonth(month); setDay(last < today() ? last : today()); };
  return (
    <Screen title={t('surveillance.page')} strip={<CaseTabs here="casesCounted" />} beside={live.answer && t('surveillance.counts.of', { from: formatDate(live.answer.from), until: formatDate(live.answer.until) })}>
      <div className={styles.page}>
        <div className={styles.bar}>
          <Choice label={t('surveillance.counts.span')} value={span} data={spans.map((value) => ({ value, label: t(`surveillance.counts.${value}`) }))} onChange={(value) => { setSpan(spans.find((one) => one === value) ?? 'week'); }} />
          {span === 'week'
            ? <TextInput name="day" inputMode="numeric" label={t('surveillance.counts.day')} value={typed} error={dayOf(typed) === undefined ? t('surveillance.counts.badDay') : undefined} onChange={(event) => { type(event.currentTarget.value); }} onBlur={() => { setTyped(tidyDate({ today: today() })(typed)); }} />
            : <MonthPick month={day.slice(0, 7)} words={{ pick: t('surveillance.counts.pickMonth'), previous: t('surveillance.counts.previousMonth'), next: t('surveillance.counts.nextMonth'), badMonth: t('surveillance.counts.badMonth') }} onChange={pickMonth} />}
        </div>
        <Answered live={live} lines={6}>{(answer) => <Counts answer={answer} language={i18n.language} />}</Answered>
      </div>
    </Screen>
  );
}

function Counts({ answer: { counts, weeks }, language }: { answer: CaseCounts; language: string }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<DiseaseId | 'every'>('every');
  const known = diseaseIds.filter((id) => [counts, ...weeks.map((week) => week.counts)].some((some) => some.some(({ diseaseId }) => diseaseId === id)));
  const nameOf = (id: DiseaseId | 'every') => (id === 'every' ? t('surveillance.counts.every') : t(`surveillance.diseases.${id}`));
  const bars = weeks.map((week) => ({ from: week.from, cases: week.counts.filter(({ diseaseId }) => chosen === 'every' || diseaseId === chosen).reduce((sum, { cases }) => sum + cases, 0) }));
  const most = Math.max(1, ...bars.map(({ cases }) => cases));
  const say = ({ from, cases }: (typeof bars)[number]) => t('surveillance.counts.week12', { from: formatDate(from), cases });
  return (
    <div className={styles.beside}>
      {counts.length === 0 ? <EmptyState icon={<IconVirus size={24} />} title={t('surveillance.counts.empty')} body={t('surveillance.counts.emptyBody')} /> : (
        <Panel flush>
          <table className={table.table} data-testid="case-counts">
            <thead><tr><th>{t('surveillance.counts.column.disease')}</th><th className={table.number}>{t('surveillance.counts.column.cases')}</th><th className={table.number}>{t('surveillance.counts.column.deaths')}</th></tr></thead>
            <tbody>{counts.map(({ diseaseId, cases, deaths }) => <tr key={diseaseId}><td>{nameOf(diseaseId)}</td><td className={`${table.number ?? ''} ${table.strong ?? ''}`}>{formatCount(cases, language)}</td><td className={table.number}>{formatCount(deaths, language)}</td></tr>)}</tbody>
          </table>
        </Panel>
      )}
      {known.length > 0 && (
        <Panel title={t('surveillance.counts.plot', { disease: nameOf(chosen) })} hint={t('surveillance.counts.deathsNote')}>
          <div className={styles.page}>
            <Select label={t('surveillance.counts.choose')} allowDeselect={false} value={chosen} data={(['every', ...known] as const).map((value) => ({ value, label: nameOf(value) }))} onChange={(value) => { setChosen(known.find((one) => one === value) ?? 'every'); }} />
            <div className={styles.plot} role="img" data-testid="case-plot" aria-label={bars.map(say).join('; ')}>
              {bars.map((bar) => <span key={bar.from} title={say(bar)}><span className="num">{bar.cases}</span><i style={{ height: `${(bar.cases / most) * 8}rem` }} /><span className="num">{formatDate(bar.from).slice(0, 5)}</span></span>)}
            </div>
          </div>
        </Panel>
      )}
    </div>
  );
}
