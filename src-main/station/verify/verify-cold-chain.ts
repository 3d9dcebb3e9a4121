import type { ColdDecision } from '../../../src-shared/domain/cold-chain/cold-decision.schema.ts';
import type { TemperatureReading } from '../../../src-shared/domain/cold-chain/temperature-reading.schema.ts';
import { bodyOf } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Problem } from './problem.ts';

/** Readings speak of lines that exist, decisions of readings and lots that exist. */
export function verifyColdChain(db: StationDatabase): Problem[] {
  const problems: Problem[] = [];
  for (const stored of db.store.iterate('temperatureReadings')) {
    const { _id: id, equipmentId } = bodyOf<TemperatureReading>(stored);
    if (!db.equipment.line(equipmentId)) problems.push({ check: 'ledger', problem: 'equipmentMissing', id, equipmentId });
  }
  for (const stored of db.store.iterate('coldDecisions')) {
    const { _id: id, readingIds, lotIds = [] } = bodyOf<ColdDecision>(stored);
    if (readingIds.some((reading) => !db.coldChain.reading(reading))) problems.push({ check: 'ledger', problem: 'readingMissing', id });
    if (lotIds.some((lot) => !db.stock.lot(lot))) problems.push({ check: 'ledger', problem: 'lotMissing', id });
  }
  return problems;
}
