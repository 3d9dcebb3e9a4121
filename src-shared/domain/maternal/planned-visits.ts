import { addDays } from '../common/partial-date.ts';
import { startOf, type DueDay } from './gestation.ts';

/** The least that is planned, in completed weeks (maternal.json `schedule_weeks.min4`, FROM KNOWLEDGE). */
const spans = [{ fromWeeks: 0, untilWeeks: 12 }, { fromWeeks: 13, untilWeeks: 27 }, { fromWeeks: 28, untilWeeks: 34 }, { fromWeeks: 35, untilWeeks: 40 }] as const;
/** Weeks of the visits that are proposed (maternal.json `schedule_weeks.who8`, FROM KNOWLEDGE). */
const proposedWeeks = [12, 20, 26, 30, 34, 36, 38, 40] as const;
/** A planned visit is late in the last days of its span. Chosen here. */
const LATE_IN_LAST_DAYS = 14;
/** A visit is not proposed sooner than this: who came at 11 weeks need not come again at 12. Chosen here. */
const SOONEST_DAYS = 14;
/** From these weeks on, and after the last of them. Chosen here. */
const CLOSER_FROM_WEEKS = 28;
const CLOSER_SOONEST_DAYS = 7;
/** Where the weeks are not known. Chosen here. */
const UNKNOWN_WEEKS_DAYS = 28;

export const plannedStates = ['done', 'due', 'late', 'missed', 'toCome'] as const;
/** Whole days, both counted; `untilWeeks` is a completed week, to its last day. */
export interface PlannedVisit { fromWeeks: number; untilWeeks: number; fromOn: string; untilOn: string; state: (typeof plannedStates)[number]; /** The first visit in its span. */ visitId?: string }

/** The four planned visits as they stand on a day; `visits` are those in force. */
export function plannedVisits(due: Pick<DueDay, 'dueOn'>, visits: readonly { _id: string; occurredOn: string }[], on: string): PlannedVisit[] {
  const start = startOf(due);
  return spans.map(({ fromWeeks, untilWeeks }) => {
    const [fromOn, untilOn] = [addDays(start, fromWeeks * 7), addDays(start, untilWeeks * 7 + 6)];
    const visit = visits.filter(({ occurredOn }) => occurredOn >= fromOn && occurredOn <= untilOn && occurredOn <= on).sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1))[0];
    const state = visit ? 'done' : on < fromOn ? 'toCome' : on > untilOn ? 'missed' : on > addDays(untilOn, -LATE_IN_LAST_DAYS) ? 'late' : 'due';
    return { fromWeeks, untilWeeks, fromOn, untilOn, state, ...(visit ? { visitId: visit._id } : {}) };
  });
}

/** When to come again after a visit on a day. */
export function proposeNextVisit(due: Pick<DueDay, 'dueOn'> | undefined, on: string): string {
  if (!due) return addDays(on, UNKNOWN_WEEKS_DAYS);
  const soonest = addDays(on, on < addDays(startOf(due), CLOSER_FROM_WEEKS * 7) ? SOONEST_DAYS : CLOSER_SOONEST_DAYS);
  return proposedWeeks.map((weeks) => addDays(startOf(due), weeks * 7)).find((day) => day >= soonest) ?? soonest;
}
