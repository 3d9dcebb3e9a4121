import { useTranslation } from 'react-i18next';
import type { CareRow } from '../../src-shared/contract/queries.ts';
import { formatAge, formatDate } from './format.ts';
import styles from './FollowedList.module.css';

export const FOLLOWED_ROW_PX = 56;

/** The first cells of a row: who it is, where they live, whom to call. */
export function FollowedPerson({ patient, guardian }: Pick<CareRow, 'patient' | 'guardian'>) {
  const { t } = useTranslation();
  const phone = patient.phone ?? guardian?.phone;
  return (
    <>
      <span><strong title={patient.fullName}>{patient.fullName}</strong><span className={styles.under}>{[t(`sexes.${patient.sex}`), formatAge(patient.bornOn, t), formatDate(patient.bornOn)].join(' · ')}</span></span>
      <span data-column="home"><span className={styles.line} title={patient.village}>{patient.village ?? '–'}</span><span className={styles.under} title={patient.householdHead}>{patient.householdHead}</span></span>
      <span data-column="contact">{phone === undefined ? <span className={styles.under}>{t('chronic.due.noPhone')}</span> : <span className={`${styles.line ?? ''} num`}>{phone}</span>}<span className={styles.under} title={guardian?.fullName}>{guardian?.fullName}</span></span>
    </>
  );
}
