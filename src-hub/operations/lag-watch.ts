import type { StationRow } from '../../src-shared/contract/hub-api.ts';

type Above = StationRow['above'][number];
/** Seconds for which a tier above has proved nothing more of a station although something is unproved; 0 where all is proved or it is getting on. */
export type LagOf = (unit: string, above: Pick<Above, 'unit' | 'proved' | 'missing'>) => number;

/** Counts from the first look on; a receipt's age would not do, because one that has nothing new to say is not written. */
export function createLagWatch(now: () => number): LagOf {
  const stuck = new Map<string, { proved: number; since: number }>();
  return (unit, { unit: above, proved, missing }) => {
    const key = `${unit}\n${above}`;
    if (missing === 0) { stuck.delete(key); return 0; }
    const before = stuck.get(key);
    if (before?.proved === proved) return Math.max(0, Math.round((now() - before.since) / 1000));
    stuck.set(key, { proved, since: now() });
    return 0;
  };
}
