import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Immunization } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import { doseName } from '../../ui/vaccine-words.ts';
import styles from './Timeline.module.css';

/** A dose of the timeline: which, where and from which lot, or why it was not given. */
export function ImmunizationWords({ immunization, mark }: { immunization: Immunization; mark?: ReactNode }) {
  const { t } = useTranslation();
  const { status, place, placeName, lotNumber, notDoneReason, voided, vaccinator, author } = immunization;
  const details = status === 'notDone' ? [t(`immunizations.notDoneReasons.${notDoneReason ?? 'other'}`)] : [t(`immunizations.places.${place}`), placeName, lotNumber && t('immunizations.detail.lot', { lot: lotNumber })];
  return (
    <span className={styles.words}>
      <span className={styles.kind}>{doseName(immunization, t)} {mark} {voided ? <Badge tone="stop">{t('immunizations.voidedMark')}</Badge> : status === 'notDone' && <Badge tone="warn">{t('immunizations.notDoneMark')}</Badge>}</span>
      <span className={styles.summary}>{details.filter(Boolean).join(' · ')}</span>
      <span className={styles.by}>{vaccinator ?? author.displayName}</span>
    </span>
  );
}
