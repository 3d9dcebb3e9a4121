import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '../../src-shared/domain/patient/patient.schema.ts';
import { formatAge, formatDate } from './format.ts';
import styles from './PersonHeader.module.css';

/** Name, sex, age and birth in one line: the right person, seen at every step of the work. */
export function PersonLine({ patient }: { patient: Pick<Patient, 'fullName' | 'sex' | 'bornOn'> }) {
  const { t } = useTranslation();
  return (
    <span className={styles.line}>
      <strong>{patient.fullName}</strong>
      <span>{t(`sexes.${patient.sex}`)} · {formatAge(patient.bornOn, t)} · {formatDate(patient.bornOn)}</span>
    </span>
  );
}

/** Allergies in red, or that none is recorded; never left out. */
export function AllergyLine({ allergies = [] }: { allergies: Patient['allergies'] }) {
  const { t } = useTranslation();
  if (allergies.length === 0) return <p className={styles.noAllergies}>{t('people.person.noAllergies')}</p>;
  return (
    <p className={styles.allergies} role="note" data-testid="allergies">
      <IconAlertTriangleFilled size={16} aria-hidden />
      <span><strong>{t('people.person.allergies')}:</strong> {allergies.map(({ substance, reaction }) => (reaction ? `${substance} (${reaction})` : substance)).join('; ')}</span>
    </p>
  );
}
