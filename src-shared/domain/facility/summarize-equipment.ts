import { addDays } from '../common/partial-date.ts';
import { CALIBRATION_SOON_DAYS, calibrationState, deriveEquipment, piecesHere } from './derive-equipment.ts';
import { equipment, equipmentEvent, type Equipment, type EquipmentEvent } from './equipment.schema.ts';

/** Pieces, not lines. `total` = `working` + `broken`: what is at the station. */
export interface EquipmentSummary {
  total: number; working: number; /** Waiting for repair or for disposal. */ broken: number; awaitingRepair: number; awaitingDisposal: number;
  /** Have left: written off, and sent elsewhere. */
  writtenOff: number; sentAway: number;
  /** Lines in use whose calibration is past due, and due within 30 days. */
  calibrationOverdue: number; calibrationSoon: number;
}

/**
 * The register of one unit in numbers, from the documents of its `resources-*`: those of other collections, deleted ones and ones this version cannot read
 * are passed over, lines struck out count nothing. `today` is `YYYY-MM-DD`.
 */
export function summarizeEquipment(documents: Iterable<unknown>, today: string): EquipmentSummary {
  const lines: Equipment[] = [];
  const eventsByLine = new Map<string, EquipmentEvent[]>();
  for (const document of documents) {
    const { _id, _deleted } = document as { _id?: unknown; _deleted?: unknown };
    if (typeof _id !== 'string' || _deleted === true) continue;
    if (_id.startsWith('equipment:')) lines.push(...readable(equipment.safeParse(document)));
    else if (_id.startsWith('equipmentEvents:')) for (const event of readable(equipmentEvent.safeParse(document))) eventsByLine.set(event.equipmentId, [...eventsByLine.get(event.equipmentId) ?? [], event]);
  }
  const sum: EquipmentSummary = { total: 0, working: 0, broken: 0, awaitingRepair: 0, awaitingDisposal: 0, writtenOff: 0, sentAway: 0, calibrationOverdue: 0, calibrationSoon: 0 };
  for (const line of lines) {
    if (line.voided) continue;
    const standing = deriveEquipment(line, eventsByLine.get(line._id) ?? []);
    const { working, awaitingRepair, awaitingDisposal, writtenOff, sentAway } = standing.counts;
    sum.working += working;
    sum.awaitingRepair += awaitingRepair;
    sum.awaitingDisposal += awaitingDisposal;
    sum.broken += awaitingRepair + awaitingDisposal;
    sum.total += piecesHere(standing);
    sum.writtenOff += writtenOff;
    sum.sentAway += sentAway;
    const calibration = calibrationState(standing, today, addDays(today, CALIBRATION_SOON_DAYS));
    if (calibration === 'overdue') sum.calibrationOverdue += 1;
    if (calibration === 'soon') sum.calibrationSoon += 1;
  }
  return sum;
}

const readable = <T>(parsed: { success: true; data: T } | { success: false }): T[] => (parsed.success ? [parsed.data] : []);
