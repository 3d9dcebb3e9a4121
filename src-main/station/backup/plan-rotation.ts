import type { FoundCopy } from './copy-folder.ts';

/** How many are kept. */
const rotation = { hours: 24, days: 7, weeks: 4, changes: 2 } as const;

const dayMs = 24 * 60 * 60 * 1000;
/** Weeks of the unit zone that begin on Monday; 1970-01-01 was a Thursday. */
const weekOf = (at: number): number => Math.floor((at + 7 * 60 * 60 * 1000 + 3 * dayMs) / (7 * dayMs));

/**
 * Which copies of one device may go, newest first given: beyond 24 of the hour, 7 of the day, the last of each of 4 weeks, 2 made before a change. A copy of an hour
 * goes with the daily copy it needs, and that is the one before it. The newest daily copy never goes.
 */
export function planRotation(copies: readonly FoundCopy[]): FoundCopy[] {
  const days = copies.filter(({ kind }) => kind === 'day');
  const kept = new Set(days.slice(0, rotation.days));
  const weeks = new Map<number, FoundCopy>();
  for (const day of days) if (!weeks.has(weekOf(day.at))) weeks.set(weekOf(day.at), day);
  for (const day of [...weeks.values()].slice(0, rotation.weeks)) kept.add(day);
  for (const change of copies.filter(({ kind }) => kind === 'change').slice(0, rotation.changes)) kept.add(change);
  for (const hour of copies.filter(({ kind }) => kind === 'hour').slice(0, rotation.hours)) {
    const base = days.find(({ at }) => at <= hour.at);
    if (base && kept.has(base)) kept.add(hour);
  }
  return copies.filter((copy) => !kept.has(copy));
}
