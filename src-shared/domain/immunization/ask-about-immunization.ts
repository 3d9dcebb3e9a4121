import { partialDate } from '../common/fields.ts';
import { addDays, dateBounds } from '../common/partial-date.ts';
import type { Warning } from '../common/refusal.ts';
import { lastDayOf, type CardRecord } from './derive-immunization-card.ts';
import { doseKey, immunizationSchedule } from './immunization-schedule.ts';
import type { RecordImmunizationInput } from './immunization.schema.ts';

export interface AskedAbout {
  bornOn: string; /** Of the person, whichever of their records it was written to. */ records: readonly CardRecord[];
  /** The lot chosen from the store room. */ lot?: { fits: boolean; countedInDoses: boolean };
}
type Asked = Omit<RecordImmunizationInput, 'id'>;

/**
 * What somebody should look at again before a dose is saved; it is saved all the same, once they have. Warnings `TooEarlyForAge {from}`, `TooEarlyAfterDose {vaccine, doseNumber, from}`,
 * `PreviousDoseMissing {vaccine, doseNumber}`, `AboveLatestAge {latestOn}`, `GivenThoughPostponed`, `GivenThoughContraindicated`, `LotNumberMissing`, `LotOfOtherVaccine`, `StockNotMoved`.
 * A birth date not known to the day is taken as the latest it may be, as on the card; a dose given elsewhere is asked about where
 * it surely was too early or too late, whatever days are not known.
 */
export function askAboutImmunization(input: Asked, { bornOn, records, lot }: AskedAbout): Warning[] {
  if (input.status === 'notDone') return [];
  const warnings = [...askAboutDay(input, bornOn, records)];
  if (input.screening?.outcome === 'postponed') warnings.push({ code: 'GivenThoughPostponed', field: 'screening' });
  if (input.screening?.outcome === 'contraindicated') warnings.push({ code: 'GivenThoughContraindicated', field: 'screening' });
  if (input.place === 'elsewhere') return warnings;
  if (input.lotId === undefined && input.lotNumber === undefined) warnings.push({ code: 'LotNumberMissing', field: 'lotNumber' });
  if (lot && !lot.fits) warnings.push({ code: 'LotOfOtherVaccine', field: 'lotId' });
  if (lot && !lot.countedInDoses) warnings.push({ code: 'StockNotMoved', field: 'lotId' });
  return warnings;
}

function askAboutDay(input: Asked, bornOn: string, records: readonly CardRecord[]): Warning[] {
  const scheduled = immunizationSchedule.find((dose) => doseKey(dose) === doseKey(input));
  // Of a day that is none nothing can be reckoned; such a birth date is told of elsewhere.
  if (!scheduled || !partialDate.safeParse(bornOn).success) return [];
  const warnings: Warning[] = [];
  const born = dateBounds(bornOn).latest;
  const { earliest, latest } = dateBounds(input.occurredOn);
  const { after, minAgeDays = 0, minIntervalDays = 0, latestAgeDays } = scheduled;
  const from = addDays(born, minAgeDays);
  if (latest < from) warnings.push({ code: 'TooEarlyForAge', from, field: 'occurredOn' });
  const latestOn = latestAgeDays === undefined ? undefined : addDays(born, latestAgeDays);
  if (latestOn !== undefined && earliest > latestOn) warnings.push({ code: 'AboveLatestAge', latestOn, field: 'occurredOn' });
  if (!after) return warnings;
  const before = records.filter((record) => record.voided === undefined && record.status === 'completed' && doseKey(record) === doseKey(after))
    .map((record) => (input.place === 'here' ? lastDayOf(record) : dateBounds(record.occurredOn).earliest)).sort()[0];
  if (before === undefined) return input.place === 'here' ? [...warnings, { code: 'PreviousDoseMissing', ...after, field: 'doseNumber' }] : warnings;
  const notBefore = addDays(before, minIntervalDays);
  return latest < notBefore ? [...warnings, { code: 'TooEarlyAfterDose', ...after, from: notBefore, field: 'occurredOn' }] : warnings;
}
