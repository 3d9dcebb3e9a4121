import { partialDate } from '../common/fields.ts';
import { dateBounds, addMonths } from '../common/partial-date.ts';
import { doseKey, type DoseKey } from './immunization-schedule.ts';
import type { Immunization } from './immunization.schema.ts';
import { vaccineCodes } from './vaccines.ts';

export interface ImmunizationCounts {
  given: (DoseKey & { doses: number; underOne: number })[]; notDone: (DoseKey & { reason: Immunization['notDoneReason']; doses: number })[];
  /** Doses with a reaction noted, and those with a serious one. */ withReaction: number; withSeriousReaction: number;
}

/** What was given and not given here, by vaccine and dose in the order of the list. Voided records and doses given elsewhere count nothing. */
export function summarizeImmunizations(records: readonly { record: Immunization; bornOn: string | undefined }[]): ImmunizationCounts {
  const here = records.filter(({ record: { voided, place } }) => voided === undefined && place === 'here');
  const done = here.filter(({ record: { status } }) => status === 'completed');
  const given = [...Map.groupBy(done, ({ record }) => doseKey(record)).values()].map((some) => ({ ...doseOf(some[0]!.record), doses: some.length, underOne: some.filter(isUnderOne).length }));
  const missed = here.filter(({ record: { status } }) => status === 'notDone');
  const notDone = [...Map.groupBy(missed, ({ record }) => `${doseKey(record)} ${record.notDoneReason}`).values()].map((some) => ({ ...doseOf(some[0]!.record), reason: some[0]!.record.notDoneReason, doses: some.length }));
  const reacted = done.filter(({ record }) => record.reactions.length > 0);
  return {
    given: given.sort(byList), notDone: notDone.sort(byList), withReaction: reacted.length,
    withSeriousReaction: reacted.filter(({ record }) => record.reactions.some(({ severity }) => severity === 'serious')).length,
  };
}

const doseOf = ({ vaccine, doseNumber }: DoseKey): DoseKey => ({ vaccine, doseNumber });
const byList = (a: DoseKey, b: DoseKey): number => vaccineCodes.indexOf(a.vaccine) - vaccineCodes.indexOf(b.vaccine) || a.doseNumber - b.doseNumber;
const isUnderOne = ({ record, bornOn }: { record: Immunization; bornOn: string | undefined }): boolean => bornOn !== undefined && partialDate.safeParse(bornOn).success && record.occurredOn < addMonths(dateBounds(bornOn).latest, 12);
