import type { EncounterRow } from '../../../src-shared/contract/queries.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { RUNNING_OUT_DAYS } from '../../../src-shared/domain/supply/days-of-stock.ts';
import type { Dispense } from '../../../src-shared/domain/supply/supply.schema.ts';
import { reportsWaiting } from '../monthly/reports-waiting.ts';
import { byExpiry, lotRow } from './lot-row.ts';
import { medicineRows } from './medicine-list.ts';
import { countDue } from './stocktakes.ts';
import type { Query } from './query.ts';
import { casesDue } from './surveillance.ts';
import { requestedRows, returnedRows } from './review-rows.ts';

/** The newest written first, whatever day they are of: ids carry the time of the record's making. */
const recentShown = 20;

/** The first page: what was done today, and what in the store room wants looking at. */
export const today: Query<'today'> = async (_, { db }) => {
  const on = db.clock.today();
  const screens = await db.screens();
  const [encounters, dispenses, recent, changedPeople] = await Promise.all([
    screens.find<Encounter>('encounters', { selector: { occurredOn: on } }),
    screens.find<Dispense>('dispenses', { selector: { dispensedOn: on } }),
    screens.find<Encounter>('encounters', { selector: {}, sort: [{ _id: 'desc' }], limit: recentShown }),
    screens.find<Patient>('patients', { selector: { updatedAt: { $gte: instantBefore(on) } } }),
  ]);
  const due = countDue(db);
  return {
    encountersToday: encounters.filter(({ status }) => status !== 'voided').length,
    newPatientsToday: changedPeople.filter(({ createdAt, voided }) => !voided && typeof createdAt === 'string' && todayInUnitZone(Date.parse(createdAt)) === on).length,
    dispensesToday: dispenses.filter(({ status }) => status === 'dispensed').length,
    people: db.people.size,
    expiringLots: db.stock.lots().filter((lot) => db.stock.balance(lot._id) > 0).map((lot) => lotRow(lot, db))
      .filter(({ state }) => state === 'expiringSoon' || state === 'expired').sort(byExpiry),
    runningOut: medicineRows(db).filter(({ daysLeft = Infinity }) => daysLeft < RUNNING_OUT_DAYS).sort((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0)),
    ...(due ? { countDue: due } : {}),
    recent: recent.map((encounter): EncounterRow => ({ ...encounter, patientName: db.people.get(encounter.patientId)?.patient.fullName ?? '' })),
    returned: returnedRows(db), requested: await requestedRows(db, screens), ...reportsWaiting(db), casesDue: await casesDue(db),
  };
};

/** An instant before the day begins in any zone: whoever was registered today was changed after it. */
const instantBefore = (day: string): string => `${addDays(day, -1)}T00:00:00.000Z`;
