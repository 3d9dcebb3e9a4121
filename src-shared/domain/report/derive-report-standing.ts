import type { Report } from './report.schema.ts';

type Version = Pick<Report, '_id' | 'version' | 'replaces'>;
/** `current`: what counts of the month. `rivals`: locked on another PC without knowing of it; they do not count. `others`: all the rest. Newest first. */
export interface ReportStanding<R extends Version> { current: R; rivals: R[]; others: R[] }

/** Which of a month's versions counts: the one nothing replaces, of several the later by clock. Everywhere the same, whatever came first. [REP10] */
export function deriveReportStanding<R extends Version>(versions: readonly R[]): ReportStanding<R> | undefined {
  const replaced = new Set(versions.flatMap(({ replaces }) => replaces));
  const newestFirst = [...versions].sort((a, b) => (a.version < b.version ? 1 : a.version > b.version ? -1 : a._id < b._id ? 1 : -1));
  const heads = newestFirst.filter(({ _id }) => !replaced.has(_id));
  // A circle can only come from a foreign program.
  const current = heads[0] ?? newestFirst[0];
  if (!current) return undefined;
  return { current, rivals: heads.filter((one) => one !== current), others: newestFirst.filter((one) => one !== current && !heads.includes(one)) };
}
