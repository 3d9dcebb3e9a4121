import type { ColdDecision } from '../../../src-shared/domain/cold-chain/cold-decision.schema.ts';
import type { TemperatureReading } from '../../../src-shared/domain/cold-chain/temperature-reading.schema.ts';
import type { StorageCore, StoredDocument } from '../../../store/index.ts';
import { bodyOf } from './read-record.ts';

/** Readings and decisions of the cold chain in memory, by place; follows every commit. Alarms are reckoned from them, never stored. */
export interface ColdChainIndex {
  /** Those struck out too, in no order. */
  readingsOf(equipmentId: string): TemperatureReading[];
  reading(id: string): TemperatureReading | undefined;
  decisionsOf(equipmentId: string): ColdDecision[];
}

export function createColdChainIndex(store: StorageCore): ColdChainIndex {
  const readings = byPlace<TemperatureReading>(store, 'temperatureReadings');
  const decisions = byPlace<ColdDecision>(store, 'coldDecisions');
  store.changes.subscribe(({ changes }) => {
    for (const { table, document } of changes) {
      if (table === 'temperatureReadings') readings.put(document);
      else if (table === 'coldDecisions') decisions.put(document);
    }
  });
  return { readingsOf: readings.of, reading: readings.get, decisionsOf: decisions.of };
}

function byPlace<D extends { _id: string; equipmentId: string }>(store: StorageCore, table: string) {
  const all = new Map<string, D>();
  const places = new Map<string, Map<string, D>>();
  const put = (stored: StoredDocument) => {
    const before = all.get(stored._id);
    if (before) places.get(before.equipmentId)?.delete(stored._id);
    all.delete(stored._id);
    if (stored._deleted) return;
    const body = bodyOf<D>(stored);
    all.set(body._id, body);
    const its = places.get(body.equipmentId);
    if (its) its.set(body._id, body); else places.set(body.equipmentId, new Map([[body._id, body]]));
  };
  for (const stored of store.iterate(table)) put(stored);
  return { put, get: (id: string) => all.get(id), of: (equipmentId: string) => [...places.get(equipmentId)?.values() ?? []] };
}
