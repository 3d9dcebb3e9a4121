import { addDays } from '../common/partial-date.ts';

/** Days after the birth (maternal.json `postnatal_fields`: day 1–3, week 1, week 6; FROM KNOWLEDGE. The days of the sixth week chosen here). */
const windows = [{ window: 'days1to3', from: 1, until: 3 }, { window: 'week1', from: 4, until: 7 }, { window: 'week6', from: 36, until: 48 }] as const;

export const postnatalWindows = ['days1to3', 'week1', 'week6'] as const;
export interface PlannedPostnatal { window: (typeof postnatalWindows)[number]; fromOn: string; untilOn: string; state: 'done' | 'due' | 'missed' | 'toCome'; /** The first visit in it. */ visitId?: string }

/** The three visits after a birth as they stand on a day; `visits` are those in force. The day of the birth counts for the first of them. */
export function postnatalPlan(bornOn: string, visits: readonly { _id: string; occurredOn: string }[], on: string): PlannedPostnatal[] {
  return windows.map(({ window, from, until }, at) => {
    const [fromOn, untilOn] = [addDays(bornOn, from), addDays(bornOn, until)];
    const visit = visits.filter(({ occurredOn }) => occurredOn >= (at === 0 ? bornOn : fromOn) && occurredOn <= untilOn && occurredOn <= on).sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1))[0];
    return { window, fromOn, untilOn, state: visit ? 'done' : on < fromOn ? 'toCome' : on > untilOn ? 'missed' : 'due', ...(visit ? { visitId: visit._id } : {}) };
  });
}
