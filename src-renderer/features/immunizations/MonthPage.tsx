import { ActionIcon, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconVaccine } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImmunizationMonth } from '../../../src-shared/contract/queries.ts';
import { addMonths } from '../../../src-shared/domain/common/partial-date.ts';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatCount, formatDate, today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { Screen } from '../../ui/Screen.tsx';
import table from '../../ui/table.module.css';
import { doseName, vaccineName } from '../../ui/vaccine-words.ts';
import { ChildrenTabs } from '../../ui/ChildrenTabs.tsx';
import { monthTable } from './month-table.ts';
import styles from './MonthPage.module.css';

/** What was given here in a month, by vaccine and dose; what was not, and why. */
export function MonthPage() {
  const { t } = useTranslation();
  const thisMonth = today().slice(0, 7);
  const [month, setMonth] = useState(thisMonth);
  const [typed, setTyped] = useState(formatDate(month));
  const live = useLive('immunizationMonth', { month });
  const show = (wanted: string) => { setMonth(wanted); setTyped(formatDate(wanted)); };
  const readMonth = (text: string) => { const read = parseTypedDate(text, { partial: true, today: today() }); return 'date' in read && read.date.length === 7 ? read.date : undefined; };
  const type = (text: string) => { setTyped(text); const read = readMonth(text); if (read !== undefined) setMonth(read); };
  const step = (months: number) => { show(addMonths(`${month}-01`, months).slice(0, 7)); };
  return (
    <Screen title={t('immunizations.title')} strip={<ChildrenTabs here="immunizationsMonth" />}>
      <div className={styles.page}>
        <div className={styles.pick}>
          <ActionIcon size={36} variant="default" aria-label={t('immunizations.month.previous')} onClick={() => { step(-1); }}><IconChevronLeft size={18} /></ActionIcon>
          <TextInput w="9rem" aria-label={t('immunizations.month.pick')} name="month" inputMode="numeric" value={typed} error={readMonth(typed) === undefined ? t('immunizations.month.badMonth') : undefined} onChange={(event) => { type(event.currentTarget.value); }} onBlur={() => { if (readMonth(typed) !== undefined) setTyped(formatDate(month)); }} />
          <ActionIcon size={36} variant="default" aria-label={t('immunizations.month.next')} disabled={month >= thisMonth} onClick={() => { step(1); }}><IconChevronRight size={18} /></ActionIcon>
        </div>
        <Answered live={live} lines={6}>{(answer) => <Month answer={answer} />}</Answered>
      </div>
    </Screen>
  );
}

function Month({ answer }: { answer: ImmunizationMonth }) {
  const { t, i18n } = useTranslation();
  const { given, notDone, withReaction, withSeriousReaction } = answer;
  if (given.length + notDone.length === 0) return <EmptyState icon={<IconVaccine size={24} />} title={t('immunizations.month.empty')} body={t('immunizations.month.body')} />;
  const { doseNumbers, rows, total } = monthTable(given);
  const number = (value: number) => (value === 0 ? '' : formatCount(value, i18n.language));
  return (
    <div className={styles.columns}>
      <Panel flush title={t('immunizations.month.given')} hint={t('immunizations.month.body')}>
        {given.length === 0 && <p className={`${layout.note ?? ''} ${styles.none ?? ''}`}>{t('immunizations.month.nothingGiven')}</p>}
        {given.length > 0 && <table className={table.table} data-testid="month-given">
          <thead><tr><th>{t('immunizations.field.vaccine')}</th>{doseNumbers.map((dose) => <th key={dose} className={table.number}>{t('immunizations.month.dose', { number: dose })}</th>)}<th className={table.number}>{t('immunizations.month.total')}</th><th className={table.number}>{t('immunizations.month.underOne')}</th></tr></thead>
          <tbody>
            {rows.map((row) => <tr key={row.vaccine}><td>{vaccineName(row.vaccine, t)}</td>{row.doses.map((doses, index) => <td key={doseNumbers[index]} className={table.number}>{number(doses)}</td>)}<td className={`${table.number ?? ''} ${table.strong ?? ''}`}>{number(row.total)}</td><td className={table.number}>{number(row.underOne)}</td></tr>)}
            <tr className={styles.total}><td>{t('immunizations.month.total')}</td>{total.doses.map((doses, index) => <td key={doseNumbers[index]} className={table.number}>{number(doses)}</td>)}<td className={table.number}>{number(total.total)}</td><td className={table.number}>{number(total.underOne)}</td></tr>
          </tbody>
        </table>}
      </Panel>
      <div className={styles.side}>
        <Panel title={t('immunizations.reactions')}>
          <p className={styles.sums}>{withReaction === 0 ? t('immunizations.month.noReaction') : <><span>{t('immunizations.month.withReaction', { count: withReaction })}</span><span>{t('immunizations.month.withSerious', { count: withSeriousReaction })}</span></>}</p>
        </Panel>
        {notDone.length > 0 && (
          <Panel flush title={t('immunizations.month.notDone')}>
            <table className={table.table} data-testid="month-not-done">
              <tbody>{notDone.map((one) => <tr key={`${one.vaccine} ${one.doseNumber} ${one.reason ?? ''}`}><td>{doseName(one, t)}<span className={table.under}>{t(`immunizations.notDoneReasons.${one.reason ?? 'other'}`)}</span></td><td className={table.number}>{formatCount(one.doses, i18n.language)}</td></tr>)}</tbody>
            </table>
          </Panel>
        )}
      </div>
    </div>
  );
}
