import type { Equipment, EquipmentEvent, EquipmentState } from './equipment.schema.ts';

/** Calibration is pointed out so many days before it is due. */
export const CALIBRATION_SOON_DAYS = 30;

/** How a line stands today, reckoned from its events. */
export interface EquipmentStanding {
  /** Pieces in each state; together they are the line's quantity. */
  counts: Record<EquipmentState, number>;
  location?: string; inCharge?: Equipment['inCharge'];
  maintainedOn?: string; calibratedOn?: string; calibrationDueOn?: string;
}

/** The state pieces are in after such an event. */
export const stateAfter = (kind: EquipmentEvent['kind']): EquipmentState | undefined => goesTo[kind];
const goesTo: Partial<Record<EquipmentEvent['kind'], EquipmentState>> = { broken: 'awaitingRepair', repaired: 'working', condemned: 'awaitingDisposal', writtenOff: 'writtenOff', sentAway: 'sentAway' };

/**
 * Events in the order of their days, those undone left out, give the state; the same on every PC, whatever came first. An event takes its pieces
 * from the state it names, then from the others that are still here, and never more than there are: of what two PCs said of the same
 * piece the later word holds, and what is gone stays gone until that is undone.
 */
export function deriveEquipment(line: Equipment, events: readonly EquipmentEvent[]): EquipmentStanding {
  const counts: EquipmentStanding['counts'] = { working: line.quantity, awaitingRepair: 0, awaitingDisposal: 0, writtenOff: 0, sentAway: 0 };
  const standing: EquipmentStanding = { counts, location: line.location, inCharge: line.inCharge, calibratedOn: line.calibratedOn, calibrationDueOn: line.calibrationDueOn };
  for (const event of standingEvents(events)) {
    const to = stateAfter(event.kind);
    if (to !== undefined) move(counts, event, to);
    else if (event.kind === 'moved') Object.assign(standing, { location: event.location, inCharge: event.inCharge ?? standing.inCharge });
    else if (event.kind === 'maintained') standing.maintainedOn = event.occurredOn;
    else if (event.kind === 'calibrated' && event.occurredOn >= (standing.calibratedOn ?? '')) Object.assign(standing, { calibratedOn: event.occurredOn, calibrationDueOn: event.dueOn });
  }
  return standing;
}

/** Events that were not undone, in the order of their days; neither are the reversals themselves. */
export function standingEvents(events: readonly EquipmentEvent[]): EquipmentEvent[] {
  const undone = new Set(events.map(({ reversalOf }) => reversalOf));
  return events.filter(({ _id, kind }) => kind !== 'reversal' && !undone.has(_id)).sort(inOrder);
}

/** By day, then as they were written: `version` tells two of one millisecond apart. */
export function inOrder(a: EquipmentEvent, b: EquipmentEvent): number {
  const [x, y] = [a, b].map(({ occurredOn, version, _id }) => `${occurredOn} ${version} ${_id}`) as [string, string];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Pieces that have not left the station. */
export const piecesHere = ({ counts }: Pick<EquipmentStanding, 'counts'>): number => counts.working + counts.awaitingRepair + counts.awaitingDisposal;

/** Whether calibration is overdue or due soon; only of what is in use. */
export function calibrationState({ counts, calibrationDueOn }: EquipmentStanding, today: string, soon: string): 'overdue' | 'soon' | undefined {
  if (counts.working === 0 || calibrationDueOn === undefined) return undefined;
  return calibrationDueOn < today ? 'overdue' : calibrationDueOn <= soon ? 'soon' : undefined;
}

const here: readonly EquipmentState[] = ['working', 'awaitingRepair', 'awaitingDisposal'];

function move(counts: EquipmentStanding['counts'], { quantity = 1, from = 'working' }: EquipmentEvent, to: EquipmentState): void {
  let left = quantity;
  for (const state of [from, ...here.filter((one) => one !== from)]) {
    if (state === to) continue;
    const taken = Math.min(left, counts[state]);
    counts[state] -= taken;
    counts[to] += taken;
    left -= taken;
  }
}
