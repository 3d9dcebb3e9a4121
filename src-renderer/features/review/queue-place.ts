import { recordKinds, recordMarks, type RecordMark, type SubmittedFilter, type SubmittedRow } from '../../../src-shared/contract/hub-api.ts';
import type { ReviewStatus } from '../../../src-shared/domain/review/derive-review-status.ts';

export const queueStates = ['submitted', 'returned', 'accepted'] as const satisfies readonly ReviewStatus[];
export const queueKinds = recordKinds;
/** Days a record has waited at least. */
export const queueAges = [3, 7, 30] as const;

/**
 * Where in the queue one is, as it stands in the address: what waits unless `state` says otherwise; `from`: rows passed over.
 * The name or number people are searched by is not in it: an address stays in the browser's history.
 */
export interface QueuePlace { unit?: string; state?: 'returned' | 'accepted' | 'all'; kind?: SubmittedRow['kind']; mark?: RecordMark; older?: '3' | '7' | '30'; /** `2026-03`. */ month?: string; from?: string }

const oneOf = <T extends string>(list: readonly T[], given: string | undefined): T | undefined => list.find((one) => one === given);
const said = <T extends object>(facts: T): T => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;

/** What an address says; what it cannot mean is left out. */
export function parseQueuePlace({ unit, state, kind, mark, older, month, from }: Readonly<Record<string, string | undefined>>): QueuePlace {
  return said({
    unit: unit === '' ? undefined : unit, state: oneOf(['returned', 'accepted', 'all'], state), kind: oneOf(queueKinds, kind), mark: oneOf(recordMarks, mark), older: oneOf(['3', '7', '30'], older),
    month: /^\d{4}-(0[1-9]|1[0-2])$/.test(month ?? '') ? month : undefined, from: /^[1-9]\d{0,8}$/.test(from ?? '') ? from : undefined,
  });
}

/** The question to the hub, without the text. */
export function queueFilter({ unit, state, kind, mark, older, month }: QueuePlace): SubmittedFilter {
  return said({ unit, review: state === 'all' ? undefined : state ?? 'submitted', kind, mark, olderThanDays: older === undefined ? undefined : Number(older), period: month });
}

/** The place of a changed filter, from its first row. */
export function queuePlaceOf({ unit, review, kind, mark, olderThanDays, period }: SubmittedFilter): QueuePlace {
  return parseQueuePlace({ unit, state: review === undefined ? 'all' : review, kind, mark, older: olderThanDays?.toString(), month: period });
}
