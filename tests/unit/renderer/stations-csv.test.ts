import { expect, it } from 'vitest';
import { stationsToCsv } from '../../../src-renderer/features/review/stations-csv.ts';
import type { StationRow } from '../../../src-shared/contract/hub-api.ts';

const row: StationRow = {
  unit: '25001', name: '=Trạm "A"', devices: [], documents: { health: 0, resources: 0 }, submitted: 3, waiting: 0, returned: 0, conflicts: 0, denied: 0, backlog: 0, above: [], days: [], troubles: [], reviewedBy: '769',
  completeness: [{ group: 'plan', filled: 2, of: 3 }, { group: 'history', filled: 5, of: 5 }],
};

it('[REV28] the list for a spreadsheet says of each group how many per cent are answered, nothing where none applied', () => {
  const [head, line] = stationsToCsv([row]).trim().split('\r\n');
  expect(head).toMatch(/,historyPercent,bodyPercent,vitalsPercent,diagnosisPercent,conclusionPercent,planPercent$/);
  expect(line).toMatch(/,100,,,,,67$/);
  expect(line).toContain(`25001,"'=Trạm ""A"""`);
  expect(line?.replaceAll('""', '').split(',')).toHaveLength(head?.split(',').length ?? 0);
});
