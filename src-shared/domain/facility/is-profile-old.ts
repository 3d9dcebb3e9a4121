import { daysBetween } from '../common/partial-date.ts';

/** A quarter, the longest one. */
const QUARTER_DAYS = 92;

/** Nobody has said for more than a quarter that the profile is still so. */
export const isProfileOld = (confirmedOn: string, today: string): boolean => daysBetween(confirmedOn, today) > QUARTER_DAYS;
