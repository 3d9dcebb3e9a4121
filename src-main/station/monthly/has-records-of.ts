import type { StationDatabase } from '../db/station-database.ts';

/** Whether a visit, control or dose of the month is written down. */
export const hasRecordsOf = ({ store }: Pick<StationDatabase, 'store'>, month: string): boolean =>
  ['encounter_months', 'follow_up_months', 'immunization_months'].some((rows) => store.sql.get(`SELECT 1 AS yes FROM ${rows} WHERE month = ? LIMIT 1`, month) !== undefined);
