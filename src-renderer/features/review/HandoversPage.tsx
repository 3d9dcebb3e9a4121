import { IconArrowsTransferUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverRow, HandoverState } from '../../../src-shared/contract/hub-api.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { hasWords, say } from '../../i18n/say.ts';
import { useHub } from '../../stores/hub-store.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatWhen, stationName } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import table from '../../ui/table.module.css';
import styles from './RecordsPage.module.css';
import { Pager } from './Pager.tsx';
import { PurposePanel } from './PurposePanel.tsx';

const SHOWN = 50;
const tones: Record<HandoverState, 'good' | 'warn' | 'stop' | 'calm'> = { onTheWay: 'calm', waiting: 'warn', accepted: 'good', declined: 'warn', takenBack: 'calm', atBoth: 'stop' };

/** People handed over between stations: who, from where to where, and how it stands. */
export function HandoversPage() {
  const { t } = useTranslation();
  const hasPurpose = useHub((s) => s.session?.purpose !== undefined);
  return <Screen toRead title={t('handovers.title')}>{hasPurpose ? <Handovers /> : <PurposePanel />}</Screen>;
}

function Handovers() {
  const { t } = useTranslation();
  const [offset, setOffset] = useState(0);
  const asked = useHubAnswer(`handovers ${offset}`, (client) => client.handovers({ limit: SHOWN, offset }));
  const { rows = [], total = 0 } = asked.answer ?? {};
  return (
    <div className={styles.page}>
      {asked.fault && <FaultNotice fault={asked.fault} onRetry={asked.again} />}
      {!asked.answer && !asked.fault && <LoadingLines lines={5} />}
      {asked.answer && (
        <Panel flush>
          {rows.length === 0 && <EmptyState icon={<IconArrowsTransferUp size={24} />} title={t('handovers.none')} body={t('handovers.noneBody')} />}
          {rows.length > 0 && (
            <table className={table.table} data-testid="handovers">
              <thead><tr><th>{t('handovers.person')}</th><th>{t('handovers.when')}</th><th>{t('handovers.from')}</th><th>{t('handovers.to')}</th><th>{t('handovers.why')}</th><th>{t('handovers.state')}</th></tr></thead>
              <tbody>{rows.map((row) => <Handover key={`${row.unit} ${row.id}`} row={row} />)}</tbody>
            </table>
          )}
        </Panel>
      )}
      <Pager offset={offset} size={SHOWN} rows={rows.length} total={total} onTurn={setOffset} />
    </div>
  );
}

function Handover({ row }: { row: HandoverRow }) {
  const { t } = useTranslation();
  const reason = `handover.reasons.${row.reason}`;
  return (
    <tr data-handover={row.id} data-state={row.state}>
      <td className={table.strong}>{row.patientName || t('handovers.nameless')}</td>
      <td className="num">{formatWhen(row.sentAt, t)}</td>
      <td>{stationName(row.unit, row.fromName, t)}<span className={table.under}>{row.sentBy}</span></td>
      <td>{stationName(row.toUnit, row.toName, t)}</td>
      <td>{hasWords(reason) ? say(t, reason) : row.reason}{row.note && <span className={table.under}>{row.note}</span>}</td>
      <td>
        <Badge tone={tones[row.state]}>{t(`handovers.states.${row.state}`)}</Badge>
        {row.stateAt && <span className={table.under}>{[row.stateBy, formatWhen(row.stateAt, t)].filter(Boolean).join(' · ')}</span>}
        {row.answerNote && <span className={table.under}>{row.answerNote}</span>}
        {row.state === 'atBoth' && <span className={`${table.under} ${styles.hint}`}>{t('handovers.atBothHint', { unit: stationName(row.toUnit, row.toName, t) })}</span>}
      </td>
    </tr>
  );
}
