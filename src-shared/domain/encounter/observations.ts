import { z } from 'zod';

export const notMeasuredReasons = ['noDevice', 'refused', 'notIndicated', 'unableToCooperate', 'other'] as const;

/**
 * Vital signs of the physical examination: UCUM unit in the name, plausibility limits (a hard refusal outside, not
 * clinical normals), decimals shown, and whether a submitted checkup must answer it.
 * Source: TT 32/2023/TT-BYT Phụ lục XXIV (form identity VERIFIED; fields and limits FROM KNOWLEDGE,
 * "plausibility limits chosen here, hard reject outside").
 */
export const vitalSigns = {
  heightCm: { unit: 'cm', min: 40, max: 230, decimals: 1, requiredAtCheckup: true },
  weightKg: { unit: 'kg', min: 1, max: 250, decimals: 1, requiredAtCheckup: true },
  waistCm: { unit: 'cm', min: 30, max: 200, decimals: 1, requiredAtCheckup: false },
  chestCm: { unit: 'cm', min: 40, max: 150, decimals: 1, requiredAtCheckup: false },
  pulsePerMin: { unit: '/min', min: 30, max: 220, decimals: 0, requiredAtCheckup: true },
  systolicMmHg: { unit: 'mm[Hg]', min: 50, max: 280, decimals: 0, requiredAtCheckup: true },
  diastolicMmHg: { unit: 'mm[Hg]', min: 30, max: 180, decimals: 0, requiredAtCheckup: true },
  temperatureC: { unit: 'Cel', min: 33, max: 43, decimals: 1, requiredAtCheckup: false },
  breathsPerMin: { unit: '/min', min: 5, max: 80, decimals: 0, requiredAtCheckup: false },
  spo2Percent: { unit: '%', min: 50, max: 100, decimals: 0, requiredAtCheckup: false },
} as const satisfies Record<string, VitalSign>;

interface VitalSign { unit: string; min: number; max: number; decimals: 0 | 1; requiredAtCheckup: boolean }

export type VitalSignName = keyof typeof vitalSigns;

/** A measured value, or why there is none ("not measured" with a reason is an answer). */
const observation = ({ min, max, unit }: VitalSign) => z.union([
  z.strictObject({
    value: z.number().refine((value) => value >= min && value <= max, { error: 'OutOfPlausibleRange', params: { min, max, unit } })
      .meta({ minimum: min, maximum: max, description: unit }),
  }),
  z.strictObject({ notMeasured: z.enum(notMeasuredReasons) }),
]);

export const observations = z.strictObject(
  Object.fromEntries(Object.entries(vitalSigns).map(([key, s]) => [key, observation(s).optional()])) as
    Record<VitalSignName, z.ZodOptional<ReturnType<typeof observation>>>,
);
export type Observations = z.infer<typeof observations>;
