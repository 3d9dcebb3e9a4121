/** What can be noted of a line: an event of its own, or one of two kinds of service. */
export const doings = ['broken', 'repaired', 'condemned', 'writtenOff', 'sentAway', 'moved', 'serviced'] as const;
export type Doing = (typeof doings)[number];
/** A dialog of the register that was left half-written. */
export interface EquipmentDraft { form: 'addEquipment' | 'correctEquipment' | 'equipmentEvent' | 'voidEquipment'; key: string; doing?: Doing }
