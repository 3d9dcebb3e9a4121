import { z } from 'zod';
import { documentBase, instant } from '../common/document.ts';
import { idOf, oneOf } from '../common/fields.ts';
import { period } from '../review/review.schema.ts';
import { reportLineIds } from './report-lines.ts';

/** Why a further version is locked; chosen here. A list, for nothing in `resources-*` is free text. */
export const relockReasons = ['recordsAdded', 'recordsCorrected', 'figuresCorrected', 'returned'] as const;
export type RelockReason = (typeof relockReasons)[number];

/** More of a thing than any commune has in a year. Chosen here. */
const MOST = 10_000_000;
const count = z.number().int().min(0).max(MOST);
const line = z.enum(reportLineIds as [string, ...string[]]);
const number = z.strictObject({ id: line, value: count, of: count.optional() });

/** `shown`: the numbers whoever locks has before them; other ones are refused. Left out where nobody is shown any. */
export const lockReportInput = z.strictObject({ id: idOf('reports').optional(), period, shown: z.array(number).max(200).optional(), reason: oneOf(relockReasons).optional() });
export type LockReportInput = z.infer<typeof lockReportInput>;

export const reportContent = {
  period,
  /** Of the list of lines it was counted by. */ formVersion: z.number().int().positive(),
  /** First version 1; of two locked apart from each other both have the same. */ number: z.number().int().positive(),
  lines: z.array(number).max(200),
  /** Records it was counted from; `newest`: no version the PC knew is later. */ source: z.strictObject({ records: count, newest: z.string().max(200) }),
  lockedAt: instant, lockedBy: z.string().max(100),
  /** After the day it was to be sent by. */ late: z.boolean(),
  /** Whole percent of the lines. */ completeness: z.number().int().min(0).max(100),
  /** Versions of that month it takes the place of. */ replaces: z.array(idOf('reports')).max(50),
  reason: oneOf(relockReasons).optional(),
};
/** A month as it was locked: numbers only, nobody's name. */
export const report = documentBase.extend(reportContent).loose();
export type Report = z.infer<typeof report>;
