import type { TFunction } from 'i18next';
import { ageOn } from '../../src-shared/domain/common/age-on.ts';
import { addDays } from '../../src-shared/domain/common/partial-date.ts';
import { formatDate } from '../../src-shared/domain/common/format-date.ts';
import { hasWords, say } from '../i18n/say.ts';
import { timeInUnitZone, todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';

export { formatDate };

/** Whole numbers with the thousands sign of the language: 1.200 or 1,200. */
export function formatCount(count: number, language: string): string {
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(count);
}

/** Today at the unit, whatever the zone of this PC. */
export function today(): string {
  return todayInUnitZone(Date.now());
}

/** What this PC's clock says at the unit, `16:42`. */
export function timeNow(): string {
  return timeInUnitZone(Date.now());
}

/** An instant as a nurse says it: `16:42` today, `hôm qua lúc 16:42`, else the day with the time. */
export function formatWhen(instant: string, t: TFunction, now: number = Date.now()): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return instant;
  const [day, time, nowDay] = [todayInUnitZone(at), timeInUnitZone(at), todayInUnitZone(now)];
  if (day === nowDay) return time;
  return day === addDays(nowDay, -1) ? t('dates.yesterdayAt', { time }) : t('dates.dayAt', { day: formatDate(day), time });
}

/** A day as said in a list: `Hôm nay`, `Hôm qua`, else dd/mm/yyyy. */
export function formatDay(date: string, t: TFunction, now: string = today()): string {
  return date === now ? t('dates.today') : date === addDays(now, -1) ? t('dates.yesterday') : formatDate(date);
}

/** Newborns in days to 28, children under 72 months in months, else years; marked where the birth date is not known to the day (text_rules, date_rules). */
export function formatAge(bornOn: string, t: TFunction, on: string = today()): string {
  const age = ageOn(bornOn, on);
  if (!age) return '';
  const said = age.approximate && age.months < 24 ? t('dates.years', { count: age.years })
    : age.days <= 28 ? t('dates.days', { count: age.days })
      : age.months < 72 ? t('dates.months', { count: age.months }) : t('dates.years', { count: age.years });
  return age.approximate ? t('dates.about', { age: said }) : said;
}

/** `079185001234` → `···1234`: enough to tell people apart on a screen others may see. */
export function lastDigits(number: string, count = 4): string {
  return `···${number.slice(-count)}`;
}

/** A unit's name; one not told yet by what it is, where this version knows that (tiers are data), never by its key. */
export function unitName({ tier, name }: { unit: string; tier: string; name?: string | undefined }, t: TFunction): string {
  const key = `tiers.${tier}`;
  return name || (hasWords(key) ? say(t, key) : t('tiers.above'));
}

/** A station among others of which the name is not known yet: its key is all that tells it apart. */
export const stationName = (unit: string, name: string | undefined, t: TFunction): string => name ?? t('hub.unnamed', { unit });

/** Who reviewed: by name, else by what they are; an account says nothing to a station. */
export const reviewerName = ({ account, displayName }: { account: string; displayName: string }, t: TFunction): string => (displayName === '' || displayName === account ? t('review.reviewer') : displayName);

/** The name of a hub as its console calls it; one without a name by what it is. */
export const hubName = ({ unit, tier, unitName: name }: { unit: string; tier: string; unitName: string }, t: TFunction): string => unitName({ unit, tier, ...(name === unit ? {} : { name }) }, t);
