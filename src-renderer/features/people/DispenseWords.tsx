import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dispense } from '../../../src-shared/domain/supply/supply.schema.ts';
import { formatWhen } from '../../ui/format.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import styles from './Timeline.module.css';

/** What was handed out, by whom, and, where it was undone, that it was, by whom and why. `mark`: beside the kind. */
export function DispenseWords({ dispense: { items, dispensedBy, status, reversed }, mark }: { dispense: Dispense; mark?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <span className={styles.words}>
      <span className={styles.kind}>{t('formNames.dispense')} {mark} {status === 'reversed' && <Badge tone="stop">{t('supply.reversed')}</Badge>}</span>
      {items.map(({ movementId, medicineName, quantityBaseUnits, dosage }) => <span key={movementId} className={styles.summary}>{medicineName} × {quantityBaseUnits}{dosage && ` · ${dosage}`}</span>)}
      <span className={styles.by}>{dispensedBy.displayName}</span>
      {reversed && <span className={styles.by}>{[t('supply.reversedBy', { name: reversed.by.displayName, when: formatWhen(reversed.at, t) }), reversed.reason && t(`supply.undoReasons.${reversed.reason}`)].filter(Boolean).join(': ')}</span>}
    </span>
  );
}
