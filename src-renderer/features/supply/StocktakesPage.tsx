import { Button, Select } from '@mantine/core';
import { IconClipboardCheck, IconClipboardList } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countPeriods } from '../../../src-shared/contract/counts.ts';
import type { Stocktakes } from '../../../src-shared/contract/queries.ts';
import { useLive } from '../../api/use-live.ts';
import { useSession } from '../../stores/session-store.ts';
import { accountName } from '../../ui/account-name.ts';
import { Answered } from '../../ui/Answered.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatCount, formatDate, formatWhen } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { go, routeToHash } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import table from '../../ui/table.module.css';
import { VirtualTableRows } from '../../ui/VirtualTableRows.tsx';
import { StartCount } from './StartCount.tsx';
import styles from './Stocktake.module.css';

const periodWords = { 7: 'week', 31: 'month', 92: 'quarter' } as const;

/** Counts of the store room: what is due, what is under way, what was booked. */
export function StocktakesPage() {
  const { t } = useTranslation();
  const live = useLive('stocktakes', {});
  const [starting, setStarting] = useState(false);
  const begin = () => { setStarting(true); };
  return (
    <Screen title={t('stocktake.title')} onBack={() => { go({ page: 'store' }); }} actions={<>{live.answer && <Period everyDays={live.answer.everyDays} />}<Button leftSection={<IconClipboardCheck size={17} />} onClick={begin}>{t('stocktake.start')}</Button></>}>
      <Answered live={live} lines={6}>
        {({ counts, finished, due }) => (
          <div className={styles.page}>
            {due && <Panel tone="warn" title={t('stocktake.due', { count: due.lots })} hint={t('stocktake.dueBody', { since: formatDate(due.since) })} flush>{null}</Panel>}
            {counts.length > 0 && <Panel title={t('stocktake.underWay')} flush><ul className={styles.list} data-testid="counts">{counts.map((count) => <UnderWay key={count.id} count={count} />)}</ul></Panel>}
            <Panel title={finished.length > 0 && t('stocktake.finishedList')} flush>
              {finished.length === 0 ? <EmptyState icon={<IconClipboardList size={24} />} title={t('stocktake.empty')} body={t('stocktake.emptyBody')}><Button onClick={begin}>{t('stocktake.start')}</Button></EmptyState> : <Finished rows={finished} />}
            </Panel>
          </div>
        )}
      </Answered>
      {starting && <StartCount onClose={() => { setStarting(false); }} />}
    </Screen>
  );
}

function UnderWay({ count }: { count: Stocktakes['counts'][number] }) {
  const { t } = useTranslation();
  const client = useSession((s) => s.client);
  const accounts = useSession((s) => s.session?.accounts) ?? [];
  const [leaving, setLeaving] = useState(false);
  return (
    <li className={styles.line}>
      <span className={styles.name}>
        <strong>{t('stocktake.progress', count)} · {count.medicines === undefined ? t('stocktake.scopes.all') : t('stocktake.some', { count: count.medicines })} · {t(count.blind ? 'stocktake.blind' : 'stocktake.openBook')}</strong>
        <span>{t('stocktake.begunBy', { name: accountName(accounts, count.startedBy), when: formatWhen(count.startedAt, t) })}</span>
      </span>
      <Button size="compact-sm" onClick={() => { go({ page: 'stocktake', id: count.id }); }}>{t('stocktake.goOn')}</Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => { setLeaving(true); }}>{t('stocktake.giveUp')}</Button>
      {leaving && (
        <Dialog onClose={() => { setLeaving(false); }} title={t('stocktake.giveUpTitle')}>
          <div className={layout.form}>
            <p>{t('stocktake.giveUpBody')}</p>
            <div className={layout.push}>
              <Button variant="default" data-autofocus onClick={() => { setLeaving(false); }}>{t('stocktake.keep')}</Button>
              <Button color="brick" onClick={() => { client.counts.discard({ id: count.id }).then(() => { setLeaving(false); }, () => { void useSession.getState().probe(); }); }}>{t('stocktake.giveUp')}</Button>
            </div>
          </div>
        </Dialog>
      )}
    </li>
  );
}

function Finished({ rows }: { rows: Stocktakes['finished'] }) {
  const { t, i18n } = useTranslation();
  const accounts = useSession((s) => s.session?.accounts) ?? [];
  const said = (n: number) => formatCount(n, i18n.language);
  return (
    <table className={table.table} data-testid="stocktakes">
      <thead><tr><th>{t('stocktake.column.number')}</th><th>{t('stocktake.column.on')}</th><th>{t('stocktake.column.by')}</th><th>{t('stocktake.witness')}</th><th className={table.number}>{t('stocktake.column.lots')}</th><th>{t('stocktake.column.differ')}</th></tr></thead>
      <VirtualTableRows rows={rows} keyOf={({ _id }) => _id} rowPx={54}>
        {(row, props) => (
          <tr key={row._id} {...props}>
            <td><a className={table.strong} href={routeToHash({ page: 'stocktake', id: row._id })}>{row.number}</a><span className={table.under}>{t(`stocktake.scopes.${row.scope}`)}</span></td>
            <td className="num">{formatDate(row.countedOn)}</td>
            <td>{row.countedBy.map((account) => accountName(accounts, account)).join(', ')}</td>
            <td>{row.witnessedBy === undefined ? <span className={table.faint}>{t('stocktake.onPaper')}</span> : accountName(accounts, row.witnessedBy)}</td>
            <td className={table.number}>{said(row.lines)}{row.notCounted > 0 && <span className={table.under}>{t('stocktake.notCounted', { count: row.notCounted })}</span>}</td>
            <td>{row.short > 0 && <span className={styles.short}>{t('stocktake.short', { quantity: said(row.short) })}</span>} {row.over > 0 && <span className={styles.over}>{t('stocktake.over', { quantity: said(row.over) })}</span>}{row.short + row.over === 0 && <span className={table.faint}>0</span>}</td>
          </tr>
        )}
      </VirtualTableRows>
    </table>
  );
}

/** How often everything is to be counted; of this PC. */
function Period({ everyDays }: { everyDays: number }) {
  const { t } = useTranslation();
  const session = useSession((s) => s.session);
  const [chosen, setChosen] = useState<number>();
  if (session?.role !== 'head' && session?.role !== 'pharmacist') return null;
  const change = (days: (typeof countPeriods)[number]) => {
    setChosen(days);
    useSession.getState().client.counts.period({ days }).then((answer) => { if (!answer.ok) setChosen(undefined); }, () => { setChosen(undefined); });
  };
  return <Select className={styles.period} aria-label={t('stocktake.every')} value={String(chosen ?? everyDays)} allowDeselect={false} data={countPeriods.map((days) => ({ value: String(days), label: t(`stocktake.everyDays.${periodWords[days]}`) }))} onChange={(value) => { const days = countPeriods.find((one) => String(one) === value); if (days) change(days); }} />;
}
