import type { Limits } from '../common/within-limits.ts';

/** Plausible limits of what only the care of mothers measures (a hard refusal outside). Fundal height, fetal heart and weeks: maternal.json `ranges`, FROM KNOWLEDGE; the others chosen here, as those of `vitalSigns` are. */
export const maternalMeasures = {
  fundalHeightCm: { unit: 'cm', min: 5, max: 50, decimals: 1 },
  fetalHeartPerMin: { unit: '/min', min: 60, max: 220, decimals: 0 },
  gestationalWeeks: { unit: 'wk', min: 3, max: 44, decimals: 0 },
  girthCm: { unit: 'cm', min: 50, max: 160, decimals: 1 },
  haemoglobinGPerL: { unit: 'g/L', min: 30, max: 200, decimals: 0 },
  glucoseMmolL: { unit: 'mmol/L', min: 1, max: 40, decimals: 1 },
  /** A number of the woman's life: the fifth protects for good. */ tetanusDose: { unit: '', min: 1, max: 5, decimals: 0 },
  babyWeightG: { unit: 'g', min: 300, max: 7000, decimals: 0 },
  apgar: { unit: '', min: 0, max: 10, decimals: 0 },
  gravida: { unit: '', min: 1, max: 20, decimals: 0 },
  /** One digit of PARA. */ paraDigit: { unit: '', min: 0, max: 9, decimals: 0 },
} as const satisfies Record<string, Limits>;
