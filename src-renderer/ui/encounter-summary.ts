import type { TFunction } from 'i18next';
import { deriveBmi, measured } from '../../src-shared/domain/encounter/derive-bmi.ts';
import type { Encounter } from '../../src-shared/domain/encounter/encounter.schema.ts';
import { formatNumber } from './format-number.ts';

/** The one line that tells an encounter in a list: what was concluded, else found, else why the person came. */
export function encounterSummary(encounter: Pick<Encounter, 'kind' | 'conclusionClass' | 'diagnoses' | 'symptoms' | 'reason' | 'observations'>, t: TFunction, language: string): string {
  const parts = [
    encounter.conclusionClass && `${t('encounters.classOf', { class: encounter.conclusionClass })} (${t(`encounters.classes.${encounter.conclusionClass}`)})`,
    encounter.diagnoses.map(({ icd10, text }) => (icd10 ? `${text} (${icd10})` : text)).join('; '),
    encounter.diagnoses.length === 0 ? encounter.symptoms ?? encounter.reason : undefined,
    vitalsInShort(encounter, t, language),
  ];
  return parts.filter(Boolean).join(' · ');
}

function vitalsInShort({ observations }: Pick<Encounter, 'observations'>, t: TFunction, language: string): string {
  const [systolic, diastolic, temperature, bmi] = [measured(observations, 'systolicMmHg'), measured(observations, 'diastolicMmHg'), measured(observations, 'temperatureC'), deriveBmi(observations)];
  return [
    systolic !== undefined && diastolic !== undefined && `${t('encounters.bloodPressureShort')}\u00a0${String(systolic)}/${String(diastolic)}`,
    temperature !== undefined && `${formatNumber(temperature, language)}\u00a0°C`,
    bmi !== undefined && `${t('encounters.bmi')}\u00a0${formatNumber(bmi, language)}`,
  ].filter(Boolean).join(' · ');
}
