import type { ResourceRow } from '../../../src-shared/contract/hub-api.ts';
import { csvText } from '../../ui/csv-text.ts';

const columns = ['unit', 'name', 'area', 'areaName', 'doctors', 'nursesMidwives', 'staff', 'bedsPlanned', 'bedsActual', 'bedsOccupied', 'equipmentTotal', 'equipmentWorking', 'medicinesListed', 'medicinesOutOfStock', 'lotsExpiring', 'fridgeReadingsExpected', 'fridgeReadingsTaken', 'fridgeAlarmsOpen', 'confirmedOn', 'lacks'] as const;

/** What stations have, for a spreadsheet; a cell is empty where the station has not said. */
export function resourcesToCsv(rows: readonly ResourceRow[]): string {
  return csvText([columns, ...rows.map(({ unit, name, area, areaName, profile, equipment, medicines, cold, lacks }) => {
    const values: Record<(typeof columns)[number], string | number | undefined> = {
      unit, name, area, areaName, doctors: profile?.doctors, nursesMidwives: profile?.nursesMidwives, staff: profile?.staff, bedsPlanned: profile?.bedsPlanned, bedsActual: profile?.bedsActual, bedsOccupied: profile?.bedsOccupied,
      equipmentTotal: equipment?.total, equipmentWorking: equipment?.working, medicinesListed: medicines?.listed, medicinesOutOfStock: medicines?.outOfStock, lotsExpiring: medicines?.expiring, fridgeReadingsExpected: cold?.expected, fridgeReadingsTaken: cold?.taken, fridgeAlarmsOpen: cold?.openAlarms, confirmedOn: profile?.confirmedOn, lacks: lacks.join(' '),
    };
    return columns.map((column) => values[column]);
  })]);
}
