import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ImmunizationRow } from '../../../src-shared/contract/queries.ts';
import { formatDate } from '../../ui/format.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import { doseName } from '../../ui/vaccine-words.ts';
import styles from './Immunizations.module.css';

/** Records that fill no line of the schedule: other vaccines, further doses, what was not given, what was struck out. */
export function OtherDoses({ records, onOpen }: { records: readonly ImmunizationRow[]; onOpen(id: string): void }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.others} data-testid="other-doses">
      {records.map((record) => (
        <li key={record._id} data-faded={record.voided ? true : undefined}>
          <button type="button" onClick={() => { onOpen(record._id); }}>
            <span className="num">{formatDate(record.occurredOn)}</span>
            <span className={styles.words}>{doseName(record, t)} <span className={styles.faint}>{details(record, t)}</span></span>
            <span>
              {record.voided ? <Badge tone="stop">{t('immunizations.voidedMark')}</Badge>
                : record.status === 'notDone' ? <Badge tone="warn">{t('immunizations.notDoneMark')}</Badge>
                  : record.reactions.length > 0 ? <Badge tone="stop">{t('immunizations.reactionMark')}</Badge> : record.place === 'elsewhere' && <Badge tone="calm">{t('immunizations.elsewhereMark')}</Badge>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function details({ status, notDoneReason, placeName, tradeName, lotNumber }: ImmunizationRow, t: TFunction): string {
  return (status === 'notDone' ? [t(`immunizations.notDoneReasons.${notDoneReason ?? 'other'}`)] : [placeName, tradeName, lotNumber]).filter(Boolean).join(' · ');
}
