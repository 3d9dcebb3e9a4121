import { useTranslation } from 'react-i18next';
import { wastagePercent } from '../../../src-shared/domain/immunization/sum-vaccine-use.ts';
import { useLive } from '../../api/use-live.ts';
import { formatCount } from '../../ui/format.ts';
import { formatNumber } from '../../ui/format-number.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import table from '../../ui/table.module.css';
import { vaccineName } from '../../ui/vaccine-words.ts';

const columns = ['given', 'wastage', 'damagedDestroyed', 'expiredDestroyed'] as const;

/** What became in a month of doses of the store room, by vaccine; nothing where none left it. */
export function WastagePanel({ month }: { month: string }) {
  const { t, i18n } = useTranslation();
  const { answer, fault, again } = useLive('vaccineWastage', { month });
  if (fault) return <FaultNotice fault={fault} onRetry={again} />;
  if (answer === undefined || answer.length === 0) return null;
  const number = (doses: number) => (doses === 0 ? '' : formatCount(doses, i18n.language));
  return (
    <Panel flush title={t('immunizations.wastage.title')} hint={t('immunizations.wastage.body')}>
      <table className={table.table} data-testid="month-wastage">
        <thead><tr><th>{t('immunizations.field.vaccine')}</th>{columns.map((column) => <th key={column} className={table.number}>{t(`immunizations.wastage.${column}`)}</th>)}<th className={table.number}>{t('immunizations.wastage.percent')}</th></tr></thead>
        <tbody>
          {answer.map(({ vaccine, name, use }) => {
            const percent = wastagePercent(use);
            return <tr key={vaccine ?? name}><td>{vaccine === undefined ? name : vaccineName(vaccine, t)}</td>{columns.map((column) => <td key={column} className={table.number}>{number(use[column])}</td>)}<td className={`${table.number ?? ''} ${table.strong ?? ''}`}>{percent === undefined ? '' : `${formatNumber(Math.round(percent * 10) / 10, i18n.language)}%`}</td></tr>;
          })}
        </tbody>
      </table>
    </Panel>
  );
}
