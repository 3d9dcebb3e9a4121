import type { Observations, VitalSignName } from './observations.ts';

/** The measured value, `undefined` where it was not measured or not answered. */
export function measured(observations: Observations | undefined, vitalSign: VitalSignName): number | undefined {
  const answer = observations?.[vitalSign];
  return answer && 'value' in answer ? answer.value : undefined;
}

/**
 * Body mass index in kg/m², 1 decimal: weight / (height in m)². `undefined` unless both were measured. No class is
 * derived: the cut-offs for this use have no verified source here. healthcheck_form.json `physical.BMI`.
 */
export function deriveBmi(observations: Observations | undefined): number | undefined {
  const heightCm = measured(observations, 'heightCm');
  const weightKg = measured(observations, 'weightKg');
  return heightCm === undefined || weightKg === undefined || heightCm <= 0 ? undefined : Math.round((weightKg / (heightCm / 100) ** 2) * 10) / 10;
}
