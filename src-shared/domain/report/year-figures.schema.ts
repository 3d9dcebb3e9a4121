import { z } from 'zod';
import { documentBase } from '../common/document.ts';

/** A commune of Vietnam has some thousands to a hundred thousand people. Chosen here, wide. */
export const MOST_POPULATION = 500_000;
const year = z.string().regex(/^20\d{2}$/);
const population = z.number().int().min(1).max(MOST_POPULATION);

export const recordYearFiguresInput = z.strictObject({ year, population });
export type RecordYearFiguresInput = z.infer<typeof recordYearFiguresInput>;

/** `figures:<unit>-<year>`: one for each year of a unit, so that its PCs mean the same one. */
export const yearFiguresId = (unit: string, ofYear: string): string => `figures:${unit}-${ofYear}`;

export const yearFiguresContent = { year, /** People who live there, as the commune counts them. */ population };
/** What nobody can count from records, typed once a year. */
export const yearFigures = documentBase.extend({ _id: z.string().regex(/^figures:[a-z0-9]{1,40}-20\d{2}$/), ...yearFiguresContent }).loose();
export type YearFigures = z.infer<typeof yearFigures>;
