import type { StationRow, StationTrouble } from '../../src-shared/contract/hub-api.ts';

/** A station that works every day has been met by then; a long weekend and a day. */
const SILENT_DAYS = 4;
/** So many records waiting to be read are more than a reviewer's day. */
const MANY_WAITING = 200;
/** The worst first. */
const worst: readonly StationTrouble[] = ['denied', 'neverMet', 'silent', 'conflicts', 'missingAbove', 'waiting'];

/** Why somebody should look after this station, the worst first. */
export function stationTroubles({ denied, lastContactAt, silentDays, conflicts, above, waiting }: Omit<StationRow, 'troubles'>): StationTrouble[] {
  const holds: Record<StationTrouble, boolean> = {
    denied: denied > 0, neverMet: lastContactAt === undefined, silent: (silentDays ?? 0) >= SILENT_DAYS, conflicts: conflicts > 0,
    missingAbove: above.some(({ missing, publishedAt }) => missing > 0 && publishedAt !== undefined), waiting: waiting >= MANY_WAITING,
  };
  return worst.filter((trouble) => holds[trouble]);
}

const rank = ({ troubles }: StationRow): number => (troubles[0] === undefined ? worst.length : worst.indexOf(troubles[0]));

/** Order of the list: the worst trouble, then the longest silence, then the unit's key. */
export const byTrouble = (a: StationRow, b: StationRow): number => rank(a) - rank(b) || (b.silentDays ?? 0) - (a.silentDays ?? 0) || (a.unit < b.unit ? -1 : 1);
