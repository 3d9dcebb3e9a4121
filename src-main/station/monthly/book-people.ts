import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { createFollowedPeople, type FollowedPeople, type FollowedPerson } from '../db/followed-people.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { inTurns } from '../work/in-turns.ts';

/** Somebody of the book: what a month asks of everybody. `writtenOn`: the day of the record's making. */
export interface BookPerson { writtenOn: string; insured?: { until?: string } }
export type BookPeople = FollowedPeople<BookPerson>;

/** Everybody of the station, in memory once a month was asked for; struck out and second records are not among them. */
export function createBookPeople(db: Pick<StationDatabase, 'store' | 'people'>): BookPeople {
  return createFollowedPeople<BookPerson>(db, {
    tables: [],
    async readFirst(put) {
      const rows = Array.from({ length: db.people.rowLimit() }, (_, row) => row);
      await inTurns(rows, (some) => { for (const entry of db.people.entries(some)) put(entry); });
    },
    derive({ createdAt, insuranceNumber, insuranceValidTo }) {
      const ms = Date.parse(createdAt);
      return { writtenOn: Number.isNaN(ms) ? '' : todayInUnitZone(ms), ...(insuranceNumber === undefined ? {} : { insured: insuranceValidTo === undefined ? {} : { until: insuranceValidTo } }) };
    },
  });
}

/** With a card that was valid that day, as far as it is written down. */
export const isInsuredOn = ({ insured }: BookPerson, day: string): boolean => insured !== undefined && (insured.until === undefined || insured.until >= day);
export type KnownPerson = FollowedPerson & BookPerson;
