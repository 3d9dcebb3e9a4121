import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RequestRow } from '../../../src-shared/contract/hub-api.ts';
import { formatDate, formatWhen } from '../../ui/format.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { Panel } from '../../ui/Panel.tsx';
import table from '../../ui/table.module.css';
import { HubRefusals } from './HubRefusals.tsx';
import { useHubRun } from './use-hub-run.ts';

/** Questions to stations that no record has answered yet. */
export function OpenRequests({ rows, nameOf, onDone }: { rows: readonly RequestRow[]; nameOf: (unit: string) => string; onDone(): void }) {
  const { t } = useTranslation();
  const withdrawing = useHubRun();
  if (rows.length === 0) return null;
  const withdraw = async ({ id, unit }: RequestRow) => {
    if (await withdrawing.run((client) => client.withdraw({ key: mintKey(), unit, requestId: id })) === undefined) return;
    notifySaved(t('review.queue.withdrawn'), [], t);
    onDone();
  };
  return (
    <Panel title={t('review.queue.openRequests', { count: rows.length })} flush>
      <HubRefusals run={withdrawing} />
      <table className={table.table} data-testid="requests">
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{nameOf(row.unit)}</td>
              <td><strong>{row.comment}</strong><span className={table.under}>{[t(`review.requestedKind.${row.kind}`), row.occurredOn && t('review.requestedOn', { date: formatDate(row.occurredOn) })].filter(Boolean).join(' · ')}</span></td>
              <td>{t('review.requestedBy', { name: row.askedBy, when: formatWhen(row.askedAt, t) })}</td>
              <td className={table.number}><Button size="compact-sm" variant="default" disabled={withdrawing.running} onClick={() => { void withdraw(row); }}>{t('review.queue.withdraw')}</Button></td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
