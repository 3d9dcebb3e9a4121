import { review as reviewSchema, type Review } from '../../src-shared/domain/review/review.schema.ts';
import type { Sql } from '../../store/index.ts';

const parse = (rows: { body: string }[]): Review[] => rows.flatMap(({ body }) => { const shape = reviewSchema.safeParse(JSON.parse(body)); return shape.success ? [shape.data] : []; });

/** Every word on one record, in the order they were said. */
export const reviewsOfRecord = (sql: Sql, unit: string, recordId: string): Review[] =>
  parse(sql.all<{ body: string }>('SELECT body FROM consoleReviews WHERE unit = ? AND recordId = ? ORDER BY version', unit, recordId));

/** Requests for missing records, and those withdrawn. */
export const requestsOfUnit = (sql: Sql, unit: string): Review[] =>
  parse(sql.all<{ body: string }>(`SELECT body FROM consoleReviews WHERE unit = ? AND decision IN ('requested', 'withdrawn') ORDER BY version`, unit));
