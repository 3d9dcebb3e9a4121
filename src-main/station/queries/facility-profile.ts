import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { facilityId, type FacilityProfile } from '../../../src-shared/domain/facility/facility.schema.ts';
import { isProfileOld } from '../../../src-shared/domain/facility/is-profile-old.ts';
import { bodyOf, readRecord } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Query } from './query.ts';

/** What the station has of people, beds, rooms and utilities, as somebody last confirmed it. */
export const facilityProfile: Query<'facilityProfile'> = (_, { db }) => {
  const profile = readRecord<FacilityProfile>(db.store, 'facilityProfiles', facilityId(db.identity.unit)) ?? null;
  const since = profile?.confirmedOn ?? begunOn(db);
  return { profile, isDue: since !== undefined && isProfileOld(since, db.clock.today()) };
};

/** The day the first thing was recorded, by the audit: ids carry the time. */
function begunOn(db: StationDatabase): string | undefined {
  for (const stored of db.store.iterate('auditEvents')) {
    const { createdAt } = bodyOf<{ createdAt: string }>(stored);
    return todayInUnitZone(Date.parse(createdAt));
  }
  return undefined;
}
