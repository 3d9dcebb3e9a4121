import type { Query } from './query.ts';
import { programVersion } from '../program-version.ts';
import { unitNames } from './unit-names.ts';

export const stationProfile: Query<'stationProfile'> = ({}, { db, sync, health }) => {
  const { unit, unitName, device, practice } = db.identity;
  const names = unitNames(db);
  return {
    unit, unitName, device, practice, hubUrl: sync.hubUrl(), path: db.journal.path().map((tier) => ({ ...tier, name: names(tier.unit) })),
    clockBehind: db.clock.isBehind(), diskFull: db.disk.isFull(), fileDamaged: health.isDamaged(), version: programVersion,
  };
};
