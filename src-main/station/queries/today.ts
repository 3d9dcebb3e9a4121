import type { EncounterRow } from '../../../src-shared/contract/queries.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import type { Dispense } from '../../../src-shared/domain/supply/supply.schema.ts';
import { byExpiry, lotRow } from './lot-row.ts';
import type { Query } from './query.ts';
import { requestedRows, returnedRows } from './review-rows.ts';

const recentShown = 20;

/** The first page: what was done today, and what in the store room wants looking at. */
export const today: Query<'today'> = async (_, { db }) => {
  const on = db.clock.today();
  const screens = await db.screens();
  const [encounters, dispenses, recent] = await Promise.all([
    screens.find<Encounter>('encounters', { selector: { occurredOn: on } }),
    screens.find<Dispense>('dispenses', { selector: { dispensedOn: on } }),
    screens.find<Encounter>('encounters', { selector: {}, sort: [{ occurredOn: 'desc' }], limit: recentShown }),
  ]);
  return {
    encountersToday: encounters.filter(({ status }) => status !== 'voided').length,
    newPatientsToday: countNewToday(db.people.recent(), on, (id) => db.store.get('patients', id)?.createdAt),
    dispensesToday: dispenses.filter(({ status }) => status === 'dispensed').length,
    people: db.people.size,
    expiringLots: db.stock.lots().filter((lot) => db.stock.balance(lot._id) > 0).map((lot) => lotRow(lot, db))
      .filter(({ state }) => state === 'expiringSoon' || state === 'expired').sort(byExpiry),
    recent: recent.map((encounter): EncounterRow => ({ ...encounter, patientName: db.people.get(encounter.patientId)?.patient.fullName ?? '' })),
    returned: returnedRows(db), requested: await requestedRows(db, screens),
  };
};

/** Who was registered today was also changed today, and those stand first in `recent`. */
function countNewToday(recent: readonly { patient: { _id: string; updatedAt: string } }[], on: string, createdAt: (id: string) => unknown): number {
  let count = 0;
  for (const { patient } of recent) {
    if (todayInUnitZone(Date.parse(patient.updatedAt)) !== on) break;
    const at = createdAt(patient._id);
    if (typeof at === 'string' && todayInUnitZone(Date.parse(at)) === on) count += 1;
  }
  return count;
}
