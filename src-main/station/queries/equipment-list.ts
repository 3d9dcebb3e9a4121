import type { EquipmentRow } from '../../../src-shared/contract/queries.ts';
import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { CALIBRATION_SOON_DAYS, calibrationState, deriveEquipment } from '../../../src-shared/domain/facility/derive-equipment.ts';
import type { Equipment } from '../../../src-shared/domain/facility/equipment.schema.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Query } from './query.ts';

/** The register by name, each line as it stands today; those struck out too. */
export const equipmentList: Query<'equipmentList'> = (_, { db }) => equipmentRows(db);

export function equipmentRows(db: StationDatabase): EquipmentRow[] {
  const today = db.clock.today();
  const soon = addDays(today, CALIBRATION_SOON_DAYS);
  const rows = db.equipment.lines().map((line) => ({ order: order(line), row: rowOf(line, db, today, soon) }));
  return rows.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)).map(({ row }) => row);
}

function rowOf(line: Equipment, db: StationDatabase, today: string, soon: string): EquipmentRow {
  const standing = deriveEquipment(line, db.equipment.eventsOf(line._id));
  const calibration = line.voided ? undefined : calibrationState(standing, today, soon);
  return { ...line, ...standing, ...(calibration ? { calibration } : {}) };
}

const order = ({ name, serial = '', _id }: Equipment): string => `${foldForSearch(name)} ${foldForSearch(serial)} ${_id}`;
