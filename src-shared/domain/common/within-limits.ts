import { z } from 'zod';

/** What may be typed for a measure: a hard refusal outside, not clinical normals. UCUM unit. */
export interface Limits { readonly unit: string; readonly min: number; readonly max: number; readonly decimals: 0 | 1 }

/** A number within its plausible limits. */
export const within = ({ min, max, unit }: Limits) => z.number().refine((value) => value >= min && value <= max, { error: 'OutOfPlausibleRange', params: { min, max, unit } }).meta({ minimum: min, maximum: max, description: unit });
/** The same in whole numbers. */
export const wholeWithin = (limits: Limits) => within(limits).refine(Number.isInteger, { error: 'WrongFormat' });
