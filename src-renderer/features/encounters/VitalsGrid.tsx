import { useTranslation } from 'react-i18next';
import { deriveBmi } from '../../../src-shared/domain/encounter/derive-bmi.ts';
import { isImplausibleBmi } from '../../../src-shared/domain/encounter/is-implausible-bmi.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import type { GrowthIndex } from '../../../src-shared/domain/growth/growth-classes.ts';
import type { Growth } from '../../../src-shared/domain/growth/growth-of.ts';
import { vitalSigns, type VitalSignName } from '../../../src-shared/domain/encounter/observations.ts';
import { formatNumber } from '../../ui/format-number.ts';
import type { TypedForm } from '../../ui/use-typed-form.ts';
import { fieldsToObservations, noAnswer, type EncounterFields } from './encounter-form.ts';
import { GrowthNote } from './GrowthNote.tsx';
import { VitalField } from './VitalField.tsx';
import styles from './VitalsGrid.module.css';

/** In the order they are taken: a visit begins with fever and pressure, a checkup with height and weight. */
const order: Record<Encounter['kind'], readonly VitalSignName[]> = {
  checkup: ['heightCm', 'weightKg', 'pulsePerMin', 'systolicMmHg', 'diastolicMmHg', 'waistCm', 'chestCm', 'temperatureC', 'breathsPerMin', 'spo2Percent'],
  visit: ['temperatureC', 'pulsePerMin', 'systolicMmHg', 'diastolicMmHg', 'breathsPerMin', 'spo2Percent', 'heightCm', 'weightKg', 'waistCm', 'chestCm'],
};

/** Which index of growth a measure alone is of. */
const indexOf: Partial<Record<VitalSignName, GrowthIndex>> = { weightKg: 'weightForAge', heightCm: 'heightForAge' };

/** `growth`: what is typed says of a child of an age with a standard. */
interface VitalsGridProps { form: TypedForm<EncounterFields>; kind: Encounter['kind']; adult: boolean; growth: Growth | undefined }

/** All measures with their units; BMI follows as height and weight are typed, and says when it is hard to believe; of a child how it grows. */
export function VitalsGrid({ form, kind, adult, growth }: VitalsGridProps) {
  const { t, i18n } = useTranslation();
  const { vitals } = form.content;
  const bmi = deriveBmi(fieldsToObservations(vitals));
  const noteOf = (name: VitalSignName) => { const index = indexOf[name]; return growth && index && (growth.ageMonths === undefined ? undefined : <GrowthNote index={index} value={growth.indices[index]} />); };
  return (
    <div className={styles.grid}>
      {order[kind].map((name) => (
        <VitalField
          key={name} name={name} answer={vitals[name] ?? noAnswer} required={kind === 'checkup' && vitalSigns[name].requiredAtCheckup} error={form.errorAt(`observations.${name}`)} comment={form.commentAt?.(`observations.${name}`)} note={noteOf(name)}
          onChange={(answer) => { form.set({ vitals: { ...vitals, [name]: answer } }); }} onLeave={() => { form.leave(`observations.${name}`); }}
        />
      ))}
      <div className={styles.bmi} aria-live="polite"><span className={styles.label}>{t('encounters.bmi')}</span><output data-testid="bmi">{bmi === undefined ? '–' : formatNumber(bmi, i18n.language)}</output>{growth && <GrowthNote index="weightForHeight" value={growth.indices.weightForHeight} lines={2} />}{bmi !== undefined && !growth?.indices.weightForHeight && isImplausibleBmi(bmi, adult) && <span className={styles.doubt}>{t('encounters.bmiDoubt')}</span>}</div>
    </div>
  );
}
