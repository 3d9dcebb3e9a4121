import type { ColdDecision } from '../domain/cold-chain/cold-decision.schema.ts';
import type { ColdPlaceKind } from '../domain/cold-chain/cold-place.ts';
import type { ColdAlarmKind } from '../domain/cold-chain/derive-cold-alarms.ts';
import type { ColdMonth, ShiftState } from '../domain/cold-chain/derive-cold-month.ts';
import type { ColdShift, TemperatureReading } from '../domain/cold-chain/temperature-reading.schema.ts';
import type { Equipment } from '../domain/facility/equipment.schema.ts';
import type { LotRow } from './lot-row.ts';

/** A line of the register that is a cold place. `isAsked`: two readings of it are expected today. */
export interface ColdPlace { equipmentId: string; name: string; serial?: string; location?: string; kind: ColdPlaceKind; isAsked: boolean; /** It was read, and is said to hold no vaccines now. */ isNoLonger?: true }
export interface ColdPlaceNow extends ColdPlace { today: Record<ColdShift, ShiftState>; /** The last one taken, of any day. */ last?: TemperatureReading; openAlarms: number }
/** `from`, `until`: times of the first and the last reading, `YYYY-MM-DDTHH:mm` at the unit. `lots`: with something left that are in question, of an open one. */
export interface ColdAlarmRow { place: Pick<ColdPlace, 'equipmentId' | 'name' | 'location' | 'kind'>; kind: ColdAlarmKind; worstC: number; from: string; until: string; readingIds: string[]; isOpen: boolean; decisions: ColdDecision[]; lots: LotRow[] }
/** `now`: `YYYY-MM-DDTHH:mm` at the unit. `alarms`: open ones, the newest first. `undecided`: lines that may be a place and do not say so. */
export interface ColdChainNow { now: string; shift: ColdShift; places: ColdPlaceNow[]; alarms: ColdAlarmRow[]; undecided: Equipment[] }
/** `readings`: of the month, newest first, those struck out too. `alarms`: with a reading in the month, newest first. */
export interface ColdMonthView extends ColdMonth { month: string; place: ColdPlace; readings: TemperatureReading[]; alarms: ColdAlarmRow[] }
