import { foldForSearch } from '../common/fold-for-search.ts';
import { dateBounds } from '../common/partial-date.ts';
import { deriveEquipment, inOrder } from '../facility/derive-equipment.ts';
import type { Equipment, EquipmentEvent } from '../facility/equipment.schema.ts';

export const coldPlaceKinds = ['fridge', 'freezer', 'coldBox'] as const;
export type ColdPlaceKind = (typeof coldPlaceKinds)[number];
export interface Band { readonly low?: number; readonly high: number }

/** In °C. FROM KNOWLEDGE (stock_rules.json `vaccine_cold_chain.range_c`, `storage`: GSP TT 36/2018, TT 34/2018). */
const bands: Readonly<Record<ColdPlaceKind, Band>> = { fridge: { low: 2, high: 8 }, coldBox: { low: 2, high: 8 }, freezer: { high: -10 } };

/** The program's own codes of the list of names. */
const kindByCode: Readonly<Record<string, ColdPlaceKind>> = { 'TC-01': 'fridge', 'DC-06': 'fridge', 'TC-02': 'coldBox' };
/** How names begin; "tự động" is spelt the same without tone marks, so only the beginning tells. */
const kindByName: readonly (readonly [RegExp, ColdPlaceKind])[] = [[/^tu (dong|lanh am|am sau)\b/, 'freezer'], [/^tu (lanh|mat|bao quan (thuoc|vac|vx))/, 'fridge'], [/^(hom|thung) lanh\b/, 'coldBox']];

/** What kind of cold place a line of the register is, as it says itself, else by its code or name; `undefined` for one that is none. */
export function coldPlaceKind({ code, name, coldPlace }: Pick<Equipment, 'code' | 'name' | 'coldPlace'>): ColdPlaceKind | undefined {
  if (coldPlace !== undefined) return coldPlace === 'none' ? undefined : coldPlace;
  const folded = foldForSearch(name);
  return kindByCode[code ?? ''] ?? kindByName.find(([beginning]) => beginning.test(folded))?.[1];
}

/** When the line last said something else of itself, and what it was taken for until then. */
export function coldPlaceBefore(line: Equipment, events: readonly EquipmentEvent[]): { on: string; at: string; kind: ColdPlaceKind | undefined } | undefined {
  const change = events.filter(({ before }) => before?.coldPlace !== undefined).sort(inOrder).at(-1);
  return change && { on: change.occurredOn, at: change.createdAt, kind: coldPlaceKind({ ...line, coldPlace: change.before?.coldPlace ?? undefined }) };
}

/** By which band its readings are judged: what was read in a place stays, whatever it is used for since. */
export function kindOfReadings(line: Equipment, events: readonly EquipmentEvent[]): ColdPlaceKind {
  return coldPlaceKind(line) ?? coldPlaceBefore(line, events)?.kind ?? 'fridge';
}

export const bandOf = (kind: ColdPlaceKind): Band => bands[kind];
/** A cold box is cold only while vaccines travel in it. */
export const isReadDaily = (kind: ColdPlaceKind): boolean => kind !== 'coldBox';

/** Whether a piece of it worked on a day. */
export function isInUseOn(line: Equipment, events: readonly EquipmentEvent[], day: string): boolean {
  if (line.voided || (line.receivedOn !== undefined && day < dateBounds(line.receivedOn).earliest)) return false;
  return events.length === 0 || deriveEquipment(line, events.filter(({ occurredOn }) => occurredOn <= day)).counts.working > 0;
}
