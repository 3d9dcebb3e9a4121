import { useTranslation } from 'react-i18next';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { formatWhen } from '../../ui/format.ts';
import styles from './PersonPage.module.css';

/** That the record was struck out once and taken back: who, when and why, both times. */
export function Voidings({ voidings }: { voidings: NonNullable<Patient['voidings']> }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.voidings} data-testid="voidings">
      {voidings.map(({ by, at, reason, note, restored }) => (
        <li key={at}>
          {[t('voidPerson.voidedBy', { reason: t(`voidPerson.reasons.${reason}`), name: by.displayName, when: formatWhen(at, t) }), note, t('voidPerson.restoredBy', { reason: restored.reason, name: restored.by.displayName, when: formatWhen(restored.at, t) })].filter(Boolean).join('. ')}
        </li>
      ))}
    </ul>
  );
}
