import type { StationRow } from '../../../src-shared/contract/hub-api.ts';
import { formGroups } from '../../../src-shared/domain/review/completeness-of.ts';
import { csvText } from '../../ui/csv-text.ts';

const columns = ['unit', 'name', 'lastContactAt', 'silentDays', 'backlog', 'submitted', 'waiting', 'returned', 'denied', 'conflicts', 'appVersions', 'provedAbove', 'missingAbove', 'troubles'] as const;
/** Of each group of the form, how many per cent of the parts that apply are answered; empty where none applied. */
const percentOf = ({ completeness }: StationRow): (number | undefined)[] => formGroups.map((one) => { const sum = completeness.find(({ group }) => group === one); return sum && Math.round((100 * sum.filled) / sum.of); });

/** The list of stations for a spreadsheet. */
export function stationsToCsv(rows: readonly StationRow[]): string {
  const lines = rows.map((row) => {
    const values: Record<(typeof columns)[number], string | number | undefined> = {
      unit: row.unit, name: row.name, lastContactAt: row.lastContactAt, silentDays: row.silentDays, backlog: row.backlog, submitted: row.submitted, waiting: row.waiting, returned: row.returned, denied: row.denied,
      conflicts: row.conflicts, appVersions: [...new Set(row.devices.map(({ appVersion }) => appVersion).filter(Boolean))].join(' '), provedAbove: row.above.map(({ unit, proved }) => `${unit}:${proved}`).join(' '),
      missingAbove: row.above.map(({ unit, missing }) => `${unit}:${missing}`).join(' '), troubles: row.troubles.join(' '),
    };
    return [...columns.map((column) => values[column]), ...percentOf(row)];
  });
  return csvText([[...columns, ...formGroups.map((group) => `${group}Percent`)], ...lines]);
}
