import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { accessPurposes } from '../../../src-shared/contract/hub-api.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { hasWords, say } from '../../i18n/say.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import table from '../../ui/table.module.css';

const SHOWN = 200;

/** Who opened whose record, when and why, the newest first; and whether the log is unbroken. */
export function AccessPage() {
  const { t } = useTranslation();
  const log = useHubAnswer('access', (client) => client.accessLog({ limit: SHOWN }));
  const { answer } = log;
  return (
    <Screen title={t('review.access.title')} beside={answer && <Badge tone={answer.unbroken ? 'good' : 'stop'}>{answer.unbroken ? t('review.access.unbroken') : t('review.access.broken')}</Badge>}>
      {log.fault && <FaultNotice fault={log.fault} onRetry={log.again} />}
      {!answer && !log.fault && <LoadingLines lines={6} />}
      {answer && (
        <Panel flush>
          {answer.rows.length === 0 && <EmptyState icon={<IconEye size={24} />} title={t('review.access.none')} />}
          {answer.rows.length > 0 && (
            <table className={table.table} data-testid="access-log">
              <thead><tr><th>{t('review.access.at')}</th><th>{t('review.access.who')}</th><th>{t('review.access.whose')}</th><th>{t('review.access.why')}</th></tr></thead>
              <tbody>
                {answer.rows.map((row) => {
                  const purpose = accessPurposes.find((one) => one === row.purpose);
                  return (
                    <tr key={row.number}>
                      <td className="num">{formatWhen(row.at, t)}</td><td>{row.account}</td>
                      <td>{hasWords(`review.access.${row.action}`) ? say(t, `review.access.${row.action}`) : row.action} · {row.unit}{row.patientName && <span className={table.under}>{row.patientName}</span>}</td>
                      <td>{purpose && t(`review.purpose.purposes.${purpose}`)}{row.note && <span className={table.under}>{row.note}</span>}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          )}
        </Panel>
      )}
    </Screen>
  );
}
