import { setImmediate } from 'node:timers/promises';
import type { ColdDecision } from '../../src-shared/domain/cold-chain/cold-decision.schema.ts';
import { coldPlaceKind, kindOfReadings } from '../../src-shared/domain/cold-chain/cold-place.ts';
import { deriveColdAlarms } from '../../src-shared/domain/cold-chain/derive-cold-alarms.ts';
import { deriveColdMonth } from '../../src-shared/domain/cold-chain/derive-cold-month.ts';
import type { TemperatureReading } from '../../src-shared/domain/cold-chain/temperature-reading.schema.ts';
import { addDays } from '../../src-shared/domain/common/partial-date.ts';
import type { Equipment, EquipmentEvent } from '../../src-shared/domain/facility/equipment.schema.ts';
import type { Sql } from '../../store/index.ts';
import type { HubBook } from '../provisioning/hub-book.ts';

/** Stations counted at a time; others are heard between. */
const AT_ONCE = 20;
/** The console tells of alarms of so many days; older open ones stand at their station. */
const ALARMS_WITHIN_DAYS = 92;

interface PlaceRow { id: string; line: string; events: string }

/** Counts, for every station where something of the cold chain changed since or that was counted on another day: readings expected and taken this month up to yesterday, and alarms nobody decided about. */
export async function countCold(book: HubBook, today: string): Promise<void> {
  const left = () => book.sql.all<{ unit: string; day: string }>('SELECT unit, day FROM consoleCold WHERE day <> ? LIMIT ?', today, AT_ONCE);
  for (let units = left(); units.length > 0; units = left()) {
    book.inTransaction((sql) => { for (const { unit } of units) countUnit(sql, unit, today); });
    await setImmediate();
  }
}

function countUnit(sql: Sql, unit: string, today: string): void {
  let [expected, taken, openAlarms, places] = [0, 0, 0, 0];
  for (const { id, line, events } of sql.all<PlaceRow>('SELECT id, line, events FROM consoleColdPlaces WHERE unit = ?', unit)) {
    const its = JSON.parse(line) as Equipment;
    const happened = JSON.parse(events) as EquipmentEvent[];
    if (coldPlaceKind(its) !== undefined) places += 1;
    // The first one of all tells since when readings are expected.
    const first = sql.get<{ on: string | null }>('SELECT MIN(takenOn) AS "on" FROM consoleReadings WHERE unit = ? AND equipmentId = ?', unit, id)?.on ?? '';
    const since = addDays(today, -ALARMS_WITHIN_DAYS);
    // The rest is counted no more: a country's readings of many years would fill the book.
    sql.run('DELETE FROM consoleReadings WHERE unit = ? AND equipmentId = ? AND takenOn > ? AND takenOn < ?', unit, id, first, since);
    const readings = sql.all<{ body: string }>('SELECT body FROM consoleReadings WHERE unit = ? AND equipmentId = ?', unit, id).map(({ body }) => JSON.parse(body) as TemperatureReading);
    const month = deriveColdMonth({ line: its, events: happened, readings }, `${today.slice(0, 7)}-01`, addDays(today, -1), `${today}T00:00`);
    const decisions = sql.all<{ body: string }>('SELECT body FROM consoleColdDecisions WHERE unit = ? AND equipmentId = ?', unit, id).map(({ body }) => JSON.parse(body) as ColdDecision);
    expected += month.expected;
    taken += month.taken;
    openAlarms += deriveColdAlarms(kindOfReadings(its, happened), readings.filter(({ takenOn }) => takenOn >= since), decisions).filter(({ isOpen }) => isOpen).length;
  }
  sql.run('INSERT OR REPLACE INTO consoleCold (unit, day, places, expected, taken, openAlarms) VALUES (?, ?, ?, ?, ?, ?)', unit, today, places, expected, taken, openAlarms);
}
