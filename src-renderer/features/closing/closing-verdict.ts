import type { StationProfile } from '../../../src-shared/contract/queries.ts';

/** What the end of the day says first; `canSwitchOff` only when nothing stands against it. */
export type ClosingVerdict = 'fileDamaged' | 'diskFull' | 'clock' | 'notYet' | 'canSwitchOff';

/** The worst thing first: a damaged file, a disk without room, a wrong clock, then `left` forms and drafts. */
export function closingVerdict({ fileDamaged, diskFull, clockBehind }: Pick<StationProfile, 'fileDamaged' | 'diskFull' | 'clockBehind'>, left: number): ClosingVerdict {
  if (fileDamaged) return 'fileDamaged';
  if (diskFull) return 'diskFull';
  if (clockBehind) return 'clock';
  return left > 0 ? 'notYet' : 'canSwitchOff';
}
