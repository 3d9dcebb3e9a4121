import { IconVaccine } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImmunizationMonth } from '../../../src-shared/contract/queries.ts';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatCount, today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { MonthPick } from '../../ui/MonthPick.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Screen } from '../../ui/Screen.tsx';
import table from '../../ui/table.module.css';
import { doseName, vaccineName } from '../../ui/vaccine-words.ts';
import { ChildrenTabs } from '../../ui/ChildrenTabs.tsx';
import { monthTable } from './month-table.ts';
import { WastagePanel } from './WastagePanel.tsx';
import styles from './MonthPage.module.css';

/** What was given here in a month, by vaccine and dose; what was not, and why; what was thrown away. */
export function MonthPage() {
  const { t } = useTranslation();
  const [month, setMonth] = useState(today().slice(0, 7));
  const live = useLive('immunizationMonth', { month });
  return (
    <Screen title={t('immunizations.title')} strip={<ChildrenTabs here="immunizationsMonth" />}>
      <div className={styles.page}>
        <MonthPick month={month} words={{ pick: t('immunizations.month.pick'), previous: t('immunizations.month.previous'), next: t('immunizations.month.next'), badMonth: t('immunizations.month.badMonth') }} onChange={setMonth} />
        <Answered live={live} lines={6}>{(answer) => <Month answer={answer} />}</Answered>
        <WastagePanel month={month} />
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
