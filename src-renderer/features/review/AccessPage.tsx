import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconEye, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accessPurposes, type AccessRow } from '../../../src-shared/contract/hub-api.ts';
import type { Fault } from '../../api/fault.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { hasWords, say } from '../../i18n/say.ts';
import { hubFault, useHub } from '../../stores/hub-store.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatWhen, stationName } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import table from '../../ui/table.module.css';
import styles from './RecordsPage.module.css';

const SHOWN = 100;

/** Who opened whose record, when and why, the newest first; and whether the log is unbroken. */
export function AccessPage() {
  const { t } = useTranslation();
  const [offset, setOffset] = useState(0);
  const [reading, setReading] = useState(false);
  const [fault, setFault] = useState<Fault | undefined>();
  const client = useHub((s) => s.client);
  const log = useHubAnswer(`access ${offset}`, (asked) => asked.accessLog({ limit: SHOWN, offset }));
  const { answer } = log;
  const check = () => {
    setReading(true);
    setFault(undefined);
    client.checkAccessLog().then(() => { log.again(); }, (error: unknown) => { setFault(hubFault(error)); }).finally(() => { setReading(false); });
  };
  const line = answer?.check.brokenAt;
  return (
    <Screen
      toRead title={t('review.access.title')} beside={answer && <Badge tone={line === undefined ? 'good' : 'stop'}>{line === undefined ? t('review.access.unbroken') : t('review.access.broken', { line })}</Badge>}
      actions={answer && <Button variant="default" leftSection={<IconShieldCheck size={17} />} loading={reading} onClick={check}>{t('review.access.checkWhole')}</Button>}
    >
      <div className={styles.page}>
        {log.fault && <FaultNotice fault={log.fault} onRetry={log.again} />}
        {fault && <FaultNotice fault={fault} onRetry={check} />}
        {!answer && !log.fault && <LoadingLines lines={6} />}
        {line !== undefined && <Alert color="brick" variant="light" icon={<IconAlertTriangle size={18} />} role="alert">{t('review.access.brokenBody', { line })}</Alert>}
        {answer && (
          <Panel flush>
            {answer.rows.length === 0 && <EmptyState icon={<IconEye size={24} />} title={t('review.access.none')} />}
            {answer.rows.length > 0 && (
              <table className={table.table} data-testid="access-log">
                <thead><tr><th>{t('review.access.at')}</th><th>{t('review.access.who')}</th><th>{t('review.access.whose')}</th><th>{t('review.access.why')}</th></tr></thead>
                <tbody>{answer.rows.map((row) => <Line key={row.number} row={row} />)}</tbody>
              </table>
            )}
          </Panel>
        )}
        {answer && (
          <div className={styles.pages}>
            <span className={styles.sample}>{answer.check.wholeAt === undefined ? t('review.access.wholeNever') : t('review.access.wholeAt', { when: formatWhen(answer.check.wholeAt, t) })}</span>
            {answer.total > SHOWN && (
              <>
                <span>{t('review.access.shown', { from: offset + 1, to: offset + answer.rows.length, count: answer.total })}</span>
                <Button size="compact-sm" variant="default" disabled={offset === 0} onClick={() => { setOffset(Math.max(0, offset - SHOWN)); }}>{t('review.queue.previous')}</Button>
                <Button size="compact-sm" variant="default" disabled={offset + SHOWN >= answer.total} onClick={() => { setOffset(offset + SHOWN); }}>{t('review.queue.next')}</Button>
              </>
            )}
          </div>
        )}
      </div>
    </Screen>
  );
}

function Line({ row }: { row: AccessRow }) {
  const { t } = useTranslation();
  const purpose = accessPurposes.find((one) => one === row.purpose);
  return (
    <tr>
      <td className="num">{formatWhen(row.at, t)}</td><td>{row.displayName ?? row.account}{row.displayName !== undefined && row.displayName !== row.account && <span className={table.under}>{row.account}</span>}</td>
      <td>{hasWords(`review.access.${row.action}`) ? say(t, `review.access.${row.action}`) : row.action} · {stationName(row.unit, row.unitName, t)}{row.patientName && <span className={table.under}>{row.patientName}</span>}</td>
      <td>{purpose && t(`review.purpose.purposes.${purpose}`)}{row.note && <span className={table.under}>{row.note}</span>}</td>
    </tr>
  );
}
