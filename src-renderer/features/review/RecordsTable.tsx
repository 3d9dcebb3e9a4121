import { useTranslation } from 'react-i18next';
import type { SubmittedRow } from '../../../src-shared/contract/hub-api.ts';
import { encounterStatuses, healthClasses } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { conditionName } from '../../ui/care-words.ts';
import { formatDate, formatWhen } from '../../ui/format.ts';
import { ReviewBadge, StatusBadge } from '../../ui/StatusBadge.tsx';
import table from '../../ui/table.module.css';
import { doseName } from '../../ui/vaccine-words.ts';
import { hubRouteToHash } from './hub-route.ts';
import { RecordMarks } from './RecordMarks.tsx';

/** A page of submitted records; each row opens its record. */
export function RecordsTable({ rows, queue, nameOf, showState }: { rows: readonly SubmittedRow[]; /** This list, to come back to. */ queue: string; nameOf: (unit: string) => string; /** Rows of several states stand together. */ showState: boolean }) {
  const { t } = useTranslation();
  return (
    <table className={table.table} data-testid="submitted">
      <thead><tr><th>{t('hub.column.patient')}</th><th>{t('hub.column.kind')}</th><th>{t('hub.column.on')}</th><th>{t('review.queue.column')}</th><th>{t('hub.column.author')}</th><th>{t('hub.column.unit')}</th><th>{t('hub.column.received')}</th></tr></thead>
      <tbody>
        {rows.map((row) => {
          const href = hubRouteToHash({ page: 'record', unit: row.unit, recordId: row.recordId, queue });
          const status = encounterStatuses.find((s) => s === row.status);
          const healthClass = healthClasses.find((c) => c === row.conclusionClass);
          return (
            <tr key={`${row.unit} ${row.recordId}`} data-open onClick={() => { location.hash = href; }}>
              <td><a className={table.strong} href={href}>{row.patientName || '–'}</a>{row.bornOn && <span className={table.under}>{formatDate(row.bornOn)}</span>}</td>
              <td>{t(`encounters.kinds.${row.kind}`)}{row.dose && <span className={table.under}>{doseName(row.dose, t)}</span>}{row.condition && <span className={table.under}>{conditionName(row.condition, t)}</span>}{healthClass && <span className={table.under}>{t('encounters.classOf', { class: healthClass })}</span>} {status === 'voided' && <StatusBadge status={status} />}</td>
              <td className="num">{formatDate(row.occurredOn)}</td>
              <td>{showState && <ReviewBadge status={row.review} />} <RecordMarks row={row} /></td>
              <td>{row.author}</td>
              <td>{nameOf(row.unit)}</td>
              <td className="num">{row.submittedAt && formatWhen(row.submittedAt, t)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
