import { Button, Select, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { useHub } from '../../stores/hub-store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatWhen, stationName } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Screen } from '../../ui/Screen.tsx';
import table from '../../ui/table.module.css';
import { HubRefusals } from './HubRefusals.tsx';
import { formatMonth, parseTypedMonth } from './month-words.ts';
import { useHubRun } from './use-hub-run.ts';

/** Months that are closed; a manager closes one, for a station or for all, and opens it again. */
export function MonthsPage() {
  const { t } = useTranslation();
  const mayLock = useHub((s) => s.session?.may?.includes('lock') === true);
  const stations = useHubAnswer('stations', (client) => client.stations());
  const locks = useHubAnswer('locks', (client) => client.locks({}));
  const [unit, setUnit] = useState('');
  const [month, setMonth] = useState('');
  const [tried, setTried] = useState(false);
  const locking = useHubRun();
  const ours = useHub((s) => s.session?.unit);
  const known = (stations.answer ?? []).filter((row) => row.reviewedBy === ours);
  const nameOf = (key: string) => stationName(key, stations.answer?.find((row) => row.unit === key)?.name, t);
  const set = async (units: string[], period: string, locked: boolean) => {
    let all = units.length > 0;
    for (const one of units) all &&= await locking.run((client) => client.lock({ key: mintKey(), unit: one, period, locked })) !== undefined;
    // Those before one that is refused are closed: the list says so.
    locks.again();
    if (!all) return;
    notifySaved(locked ? t('review.months.locked') : t('review.months.unlocked'), [], t);
    setMonth('');
    setTried(false);
  };
  const submit = () => {
    setTried(true);
    const period = parseTypedMonth(month);
    if (period !== undefined) void set(unit === '' ? known.map((row) => row.unit) : [unit], period, true);
  };
  return (
    <Screen title={t('review.months.title')}>
      <div className={layout.form}>
        {mayLock && (
          <Panel title={t('review.months.lock')} hint={t('review.months.body')}>
            <form className={layout.fields} onSubmit={(event) => { event.preventDefault(); submit(); }} noValidate>
              <Select data-span="5" label={t('review.months.unit')} allowDeselect={false} searchable data={[{ value: '', label: t('review.months.allUnits') }, ...known.map((row) => ({ value: row.unit, label: nameOf(row.unit) }))]} value={unit} onChange={(chosen) => { setUnit(chosen ?? ''); }} />
              <TextInput data-span="3" label={t('review.months.period')} withAsterisk placeholder={t('review.queue.monthHint')} inputMode="numeric" value={month} error={tried && parseTypedMonth(month) === undefined ? t('review.queue.badMonth') : undefined} onChange={(event) => { setMonth(event.currentTarget.value); }} />
              <div data-span="4" className={layout.push}><Button type="submit" mt={22} leftSection={<IconLock size={16} />} disabled={known.length === 0} loading={locking.running}>{t('review.months.lock')}</Button></div>
            </form>
            <HubRefusals run={locking} />
          </Panel>
        )}
        <Panel flush>
          {locks.answer?.length === 0 && <EmptyState icon={<IconLock size={24} />} title={t('review.months.none')} body={mayLock ? undefined : t('review.months.whoLocks')} />}
          {(locks.answer ?? []).length > 0 && (
            <table className={table.table} data-testid="locks">
              <tbody>
                {(locks.answer ?? []).map((row) => (
                  <tr key={`${row.unit} ${row.period}`}>
                    <td className={`num ${table.strong ?? ''}`}>{formatMonth(row.period)}</td><td>{nameOf(row.unit)}</td><td>{t('review.months.lockedBy', { name: row.lockedBy, when: formatWhen(row.lockedAt, t) })}</td>
                    <td className={table.number}>{mayLock && <Button size="compact-sm" variant="default" disabled={locking.running} onClick={() => { void set([row.unit], row.period, false); }}>{t('review.months.unlock')}</Button>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Panel>
      </div>
    </Screen>
  );
}
