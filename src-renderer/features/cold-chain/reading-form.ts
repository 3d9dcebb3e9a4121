import { coldActions, freezeTags, type ColdShift, type RecordTemperatureInput, dayTime } from '../../../src-shared/domain/cold-chain/temperature-reading.schema.ts';
import { shiftAt, shiftBegins } from '../../../src-shared/domain/cold-chain/reading-times.ts';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { parseTypedTemperature } from '../../ui/cold-words.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import type { Problems } from '../../ui/problems.ts';
import { tidyTime } from '../../ui/tidy-typed.ts';

/** The form as typed. */
export interface ReadingFields { equipmentId: string; takenOn: string; shift: string; takenAt: string; temperatureC: string; freezeTag: string; powerCut: boolean; action: string }

/** `now`: `YYYY-MM-DDTHH:mm`. The time is only proposed for the shift one is in. */
export function emptyReading(equipmentId: string, now: string, shift: string | undefined): ReadingFields {
  const its = shift === 'morning' || shift === 'afternoon' ? shift : shiftAt(now);
  return { equipmentId, takenOn: formatDate(now.slice(0, 10)), shift: its, takenAt: its === shiftAt(now) ? now.slice(11) : '', temperatureC: '', freezeTag: '', powerCut: false, action: '' };
}

const shiftOf = (typed: string): ColdShift => (typed === 'morning' ? 'morning' : 'afternoon');

/** Everything wrong, by field. */
export function readingProblems({ takenOn, shift, takenAt, temperatureC }: ReadingFields, now: string): Problems {
  const problems: Problems = {};
  const [day, time, value] = [parseTypedDate(takenOn, { today: now.slice(0, 10) }), tidyTime(takenAt), parseTypedTemperature(temperatureC)];
  if ('empty' in day) problems.takenOn = { code: 'required' };
  else if ('problem' in day) problems.takenOn = { code: day.problem, typed: day.typed };
  if (takenAt.trim() && !dayTime.safeParse(time).success) problems.takenAt = { code: 'notATime' };
  else if ('date' in day && ((takenAt.trim() && `${day.date}T${time}` > now) || shiftBegins(day.date, shiftOf(shift)) > now)) problems.takenAt = { code: 'refusals.OccurredInFuture' };
  if ('empty' in value) problems.temperatureC = { code: 'required' };
  else if ('problem' in value) problems.temperatureC = value.problem === 'outOfRange' ? { code: 'outOfRange', min: '−60', max: '60', unit: '°C' } : { code: value.problem };
  return problems;
}

/** What the operation is given; only for fields without problems. */
export function fieldsToReading(fields: ReadingFields): RecordTemperatureInput {
  const [day, value] = [parseTypedDate(fields.takenOn), parseTypedTemperature(fields.temperatureC)];
  return {
    equipmentId: fields.equipmentId, takenOn: 'date' in day ? day.date : '', shift: shiftOf(fields.shift), takenAt: fields.takenAt.trim() ? tidyTime(fields.takenAt) : undefined, temperatureC: 'value' in value ? value.value : Number.NaN,
    freezeTag: freezeTags.find((one) => one === fields.freezeTag), powerCut: fields.powerCut || undefined, action: coldActions.find((one) => one === fields.action),
  };
}
