import { addMonths } from '../common/partial-date.ts';
import { chronicConditions, type ChronicCondition, type EpisodeStatus } from './chronic-lists.ts';
import { deriveCareState, LOST_AFTER_MONTHS, type CareRecords, type ConditionState } from './derive-care-state.ts';

/** What a month is measured by (ncd.json `indicators`, FROM KNOWLEDGE). The share of estimated cases under management is left out: nothing here estimates cases. */
export const careIndicators = ['bpControl', 'missedVisit', 'dmControl', 'screened40plus'] as const;
export type CareIndicatorId = (typeof careIndicators)[number];
/** Those of people under management. */
type CareShare = Exclude<CareIndicatorId, 'screened40plus'>;

/** Whose blood pressure is to be controlled by now: registered so long (HEARTS cohort; FROM KNOWLEDGE). */
const REGISTERED_MONTHS = 6;

/** What one person adds to a month's counts. A share: whether they count in its numerator; left out where they are not in its denominator. */
export interface CarePart { active: ChronicCondition[]; enrolled: ChronicCondition[]; left: { condition: ChronicCondition; status: LeftStatus }[]; shares: Partial<Record<CareShare, boolean>> }
export type LeftStatus = Exclude<EpisodeStatus, 'active'>;
export interface CareCounts {
  people: number; indicators: { id: CareShare; numerator: number; denominator: number }[];
  conditions: { condition: ChronicCondition; enrolled: number; active: number; left: { status: LeftStatus; people: number }[] }[];
}

/** As it stood on a day, and what happened from `from` on; from what was written down until that day. */
export function carePart(records: CareRecords, bornOn: string, { from, on }: { from: string; on: string }): CarePart {
  const { conditions, lastSeenOn } = deriveCareState(records, bornOn, on);
  const active = conditions.filter(({ status }) => status === 'active');
  const hypertension = active.find(({ condition }) => condition === 'hypertension');
  const diabetes = active.find(({ condition }) => condition === 'diabetes');
  const seen = [...active.map(({ enrolledOn }) => enrolledOn), ...(lastSeenOn === undefined ? [] : [lastSeenOn])].sort().at(-1);
  return {
    active: active.map(({ condition }) => condition),
    enrolled: chronicConditions.filter((condition) => records.episodes.some((one) => one.condition === condition && one.voided === undefined && one.isCarried !== true && one.enrolledOn >= from && one.enrolledOn <= on)),
    left: conditions.flatMap(({ condition, status, since, isCarried }: ConditionState) => (status !== 'active' && !isCarried && since >= from ? [{ condition, status }] : [])),
    shares: {
      ...(hypertension && hypertension.enrolledOn <= addMonths(on, -REGISTERED_MONTHS) ? { bpControl: hypertension.controlled === 'yes' } : {}),
      ...(active.length > 0 ? { missedVisit: seen === undefined || seen < addMonths(on, -LOST_AFTER_MONTHS) } : {}),
      ...(diabetes ? { dmControl: diabetes.controlled === 'yes' } : {}),
    },
  };
}

/** Conditions in the order of the list; those with nothing to count are left out. */
export function sumCare(parts: readonly CarePart[]): CareCounts {
  const shareOf = (id: CareShare) => {
    const counted = parts.flatMap(({ shares }) => shares[id] ?? []);
    return { id, numerator: counted.filter(Boolean).length, denominator: counted.length };
  };
  const conditions = chronicConditions.flatMap((condition) => {
    const has = (of: 'active' | 'enrolled') => parts.filter((part) => part[of].includes(condition)).length;
    const statuses = parts.flatMap(({ left }) => left.filter((one) => one.condition === condition).map(({ status }) => status));
    const left = [...new Set(statuses)].sort().map((status) => ({ status, people: statuses.filter((one) => one === status).length }));
    const counts = { condition, enrolled: has('enrolled'), active: has('active'), left };
    return counts.enrolled + counts.active + left.length > 0 ? [counts] : [];
  });
  return { people: parts.filter(({ active }) => active.length > 0).length, indicators: [shareOf('bpControl'), shareOf('missedVisit'), shareOf('dmControl')], conditions };
}
