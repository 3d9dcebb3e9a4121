import { coldDecision, type ColdDecision } from '../../src-shared/domain/cold-chain/cold-decision.schema.ts';
import type { TemperatureReading } from '../../src-shared/domain/cold-chain/temperature-reading.schema.ts';
import { buildDocument } from '../../src-shared/domain/common/build-document.ts';
import type { WorkContext } from '../../src-shared/domain/common/context.ts';
import type { Equipment } from '../../src-shared/domain/facility/equipment.schema.ts';
import { aContext, NOW_MS } from './builders.ts';
import { aLine } from './equipment.ts';

let written = 0;
const later = (): WorkContext => aContext({ nowMs: NOW_MS + (written += 1) });

/** A vaccine fridge received in 2020. */
export const aFridge = (with_: Parameters<typeof aLine>[0] = {}, context?: WorkContext): Equipment => aLine({ name: 'Tủ lạnh bảo quản vắc xin', code: 'TC-01', quantity: 1, receivedOn: '2020', ...with_ }, context);

/** Five degrees, unless it is said otherwise; whatever the rules say of it. Written after the one before. */
export const aReading = (line: Equipment, at: string, with_: Partial<TemperatureReading> = {}): TemperatureReading => {
  const [takenOn = '', takenAt] = at.split('T');
  return buildDocument('temperatureReadings', { equipmentId: line._id, takenOn, shift: (takenAt ?? '08:00') < '12:00' ? 'morning' : 'afternoon', ...(takenAt === undefined ? {} : { takenAt }), temperatureC: 5, ...with_ }, later()) as TemperatureReading;
};

export const aColdDecision = (readings: readonly TemperatureReading[], with_: Partial<ColdDecision> = {}): ColdDecision =>
  buildDocument('coldDecisions', { equipmentId: readings[0]?.equipmentId ?? '', readingIds: readings.map(({ _id }) => _id), outcome: 'kept' as const, ...with_ }, later(), { knownFields: Object.keys(coldDecision.shape) });
