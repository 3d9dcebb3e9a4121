import { surelyAtLeastYears } from '../common/age-on.ts';
import type { Episode } from './episode.schema.ts';
import type { BloodPressure } from './follow-up.schema.ts';

/** Below these, mmHg. `isOwn`: set by a doctor for this person. */
export interface PressureGoal { systolicBelow: number; diastolicBelow: number; isOwn: boolean }

/** FROM KNOWLEDGE (ncd.json `bp_target`). */
const USUAL_GOAL = { systolicBelow: 140, diastolicBelow: 90 };
/** From 80 years on; FROM KNOWLEDGE. Somebody whose birth is known to the year is 80 once they surely are. */
const GOAL_FROM_80 = { systolicBelow: 150, diastolicBelow: 90 };
const OLD_FROM_YEARS = 80;

/** What a doctor set for the conditions under management, the lowest of each number; else what is usual at that age. */
export function pressureGoal(underManagement: readonly Pick<Episode, 'goal'>[], bornOn: string, on: string): PressureGoal {
  const own = underManagement.flatMap(({ goal }) => (goal ? [goal] : []));
  if (own.length > 0) return { systolicBelow: Math.min(...own.map(({ systolicBelow }) => systolicBelow)), diastolicBelow: Math.min(...own.map(({ diastolicBelow }) => diastolicBelow)), isOwn: true };
  return { ...(surelyAtLeastYears(bornOn, on, OLD_FROM_YEARS) ? GOAL_FROM_80 : USUAL_GOAL), isOwn: false };
}

export const isControlled = ({ systolicMmHg, diastolicMmHg }: BloodPressure, { systolicBelow, diastolicBelow }: Pick<PressureGoal, 'systolicBelow' | 'diastolicBelow'>): boolean => systolicMmHg < systolicBelow && diastolicMmHg < diastolicBelow;
