import { useTranslation } from 'react-i18next';
import { classifyBloodPressure, meanPressure } from '../../src-shared/domain/chronic/classify-blood-pressure.ts';
import type { Episode } from '../../src-shared/domain/chronic/episode.schema.ts';
import type { FollowUp } from '../../src-shared/domain/chronic/follow-up.schema.ts';
import { conditionName, pressureClassWords } from './care-words.ts';
import { formatDate } from './format.ts';
import { formatNumber } from './format-number.ts';
import { formatPressure } from './parse-typed-pressure.ts';

/** Field, its name and what it says, in the order of the form; nothing where it was left empty. */
export type FieldText = [field: string, name: string, value: string | undefined];

/** A condition under management, as it is read at the station and at the console. */
export function useEpisodeTexts(episode: Episode): FieldText[] {
  const { t } = useTranslation();
  const { goal } = episode;
  const last = episode.statusChanges.at(-1);
  return [
    ['condition', t('chronic.field.condition'), [conditionName(episode.condition, t), episode.icd10].filter(Boolean).join(' · ')],
    ['foundOn', t('chronic.field.foundOn'), formatDate(episode.foundOn)],
    ['foundBy', t('chronic.field.foundBy'), t(`chronic.foundBys.${episode.foundBy}`)],
    ['enrolledOn', t('chronic.field.enrolledOn'), formatDate(episode.enrolledOn)],
    ['statusChanges', t('chronic.field.status'), last && t('chronic.episode.line', { status: t(`chronic.statuses.${last.status}`), on: formatDate(last.on) })],
    ['goal', t('chronic.field.goal'), goal && t('chronic.goalShort', { systolic: goal.systolicBelow, diastolic: goal.diastolicBelow })],
    ['riskFactors', t('chronic.field.riskFactors'), episode.riskFactors?.map((one) => t(`chronic.riskFactors.${one}`)).join(', ')],
    ['complications', t('chronic.field.complications'), [...(episode.complications ?? []).map((one) => t(`chronic.complications.${one}`)), episode.otherComplications].filter(Boolean).join(', ')],
    ['note', t('chronic.field.note'), episode.note],
  ];
}

/** A control visit, as it is read at the station and at the console. */
export function useFollowUpTexts(visit: FollowUp): FieldText[] {
  const { t, i18n } = useTranslation();
  const mean = meanPressure(visit.bloodPressure ?? []);
  const readings = (visit.bloodPressure ?? []).map(formatPressure).join('; ');
  const measure = (value: number | undefined, unit: 'perMin' | 'kg' | 'cm' | 'mmolL' | 'percent' | 'days') => (value === undefined ? undefined : `${formatNumber(value, i18n.language)}\u00a0${t(`chronic.units.${unit}`)}`);
  return [
    ['occurredOn', t('chronic.field.occurredOn'), formatDate(visit.occurredOn)],
    ['bloodPressure', t('chronic.field.bloodPressure'), mean && `${readings}\u00a0${t('chronic.unitPressure')} (${pressureClassWords(classifyBloodPressure(mean), t)})`],
    ['pulsePerMin', t('chronic.field.pulsePerMin'), measure(visit.pulsePerMin, 'perMin')],
    ['weightKg', t('chronic.field.weightKg'), measure(visit.weightKg, 'kg')],
    ['waistCm', t('chronic.field.waistCm'), measure(visit.waistCm, 'cm')],
    ['fastingGlucoseMmolL', t('chronic.field.fastingGlucoseMmolL'), measure(visit.fastingGlucoseMmolL, 'mmolL')],
    ['randomGlucoseMmolL', t('chronic.field.randomGlucoseMmolL'), measure(visit.randomGlucoseMmolL, 'mmolL')],
    ['hba1cPercent', t('chronic.field.hba1cPercent'), measure(visit.hba1cPercent, 'percent')],
    ['missedDays', t('chronic.field.missedDays'), measure(visit.missedDays, 'days')],
    ['symptoms', t('chronic.field.symptoms'), visit.symptoms],
    ['sideEffects', t('chronic.field.sideEffects'), visit.sideEffects],
    ['advice', t('chronic.field.advice'), visit.advice?.map((one) => t(`chronic.advices.${one}`)).join(', ')],
    ['nextVisitOn', t('chronic.field.nextVisitOn'), visit.nextVisitOn && formatDate(visit.nextVisitOn)],
    ['referredTo', t('chronic.field.referredTo'), visit.referredTo],
    ['note', t('chronic.field.note'), visit.note],
  ];
}
