import { useTranslation } from 'react-i18next';
import { deriveBmi } from '../../../src-shared/domain/encounter/derive-bmi.ts';
import { isImplausibleBmi } from '../../../src-shared/domain/encounter/is-implausible-bmi.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { vitalSigns, type VitalSignName } from '../../../src-shared/domain/encounter/observations.ts';
import { formatNumber } from '../../ui/format-number.ts';
import type { TypedForm } from '../../ui/use-typed-form.ts';
import { fieldsToObservations, noAnswer, type EncounterFields } from './encounter-form.ts';
import { VitalField } from './VitalField.tsx';
import styles from './VitalsGrid.module.css';

/** In the order they are taken: a visit begins with fever and pressure, a checkup with height and weight. */
const order: Record<Encounter['kind'], readonly VitalSignName[]> = {
  checkup: ['heightCm', 'weightKg', 'pulsePerMin', 'systolicMmHg', 'diastolicMmHg', 'waistCm', 'chestCm', 'temperatureC', 'breathsPerMin', 'spo2Percent'],
  visit: ['temperatureC', 'pulsePerMin', 'systolicMmHg', 'diastolicMmHg', 'breathsPerMin', 'spo2Percent', 'heightCm', 'weightKg', 'waistCm', 'chestCm'],
};

/** All measures with their units; BMI follows as height and weight are typed, and says when it is hard to believe. */
export function VitalsGrid({ form, kind, adult }: { form: TypedForm<EncounterFields>; kind: Encounter['kind']; adult: boolean }) {
  const { t, i18n } = useTranslation();
  const { vitals } = form.content;
  const bmi = deriveBmi(fieldsToObservations(vitals));
  return (
    <div className={styles.grid}>
      {order[kind].map((name) => (
        <VitalField
          key={name} name={name} answer={vitals[name] ?? noAnswer} required={kind === 'checkup' && vitalSigns[name].requiredAtCheckup} error={form.errorAt(`observations.${name}`)} comment={form.commentAt?.(`observations.${name}`)}
          onChange={(answer) => { form.set({ vitals: { ...vitals, [name]: answer } }); }} onLeave={() => { form.leave(`observations.${name}`); }}
        />
      ))}
      <div className={styles.bmi} aria-live="polite"><span className={styles.label}>{t('encounters.bmi')}</span><output data-testid="bmi">{bmi === undefined ? '–' : formatNumber(bmi, i18n.language)}</output>{bmi !== undefined && isImplausibleBmi(bmi, adult) && <span className={styles.doubt}>{t('encounters.bmiDoubt')}</span>}</div>
    </div>
  );
}
